import { makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import { Suspense } from 'react';
import type { View } from './deep-link.js';
import { lazyPart } from './lazy-part.js';
import { contentId } from './SkipLink.js';
import { useSurroundings } from './surroundings.js';
import { useAtMost } from './use-at-most.js';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    alignItems: 'center',
    flexShrink: 0,
    padding: '0 14px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 639px)': { padding: '0 6px' },
  },
  tab: {
    '@media (max-width: 639px)': {
      padding: '12px 8px',
      '& .fui-Tab__content': { fontSize: '13px' },
    },
  },
});

const MoreViews = lazyPart(async () => (await import('./MoreViews.js')).MoreViews);

/** Widths up to which two, three, four or five names stand in the bar, beside the menu. */
const upTo = {
  ja: { two: 339, three: 479, four: 599, five: 739 },
  en: { two: 439, three: 519, four: 639, five: 779 },
} as const;

/** How many names the bar has room for. */
function useRoom(): number {
  const { locale } = useSurroundings();
  const { two, three, four, five } = upTo[locale];
  const fits = [useAtMost(two), useAtMost(three), useAtMost(four), useAtMost(five)];
  const first = fits.indexOf(true);
  return first < 0 ? Number.POSITIVE_INFINITY : first + 2;
}

interface TabBarProps {
  readonly views: readonly View[];
  readonly view: View;
  readonly onView: (view: View) => void;
}

/** The views one may choose from; on narrow screens the last of several stand in a menu. */
export function TabBar({ views, view, onView }: TabBarProps) {
  const styles = useStyles();
  const { words } = useSurroundings();
  const room = useRoom();
  const inMenu = views.slice(room);
  return (
    <nav className={styles.bar} aria-label={words.tabs.label}>
      <TabList
        selectedValue={view}
        onTabSelect={(_, { value }) => {
          const chosen = views.find((each) => each === value);
          if (chosen) onView(chosen);
        }}
      >
        {views.slice(0, room).map((each) => (
          <Tab
            key={each}
            value={each}
            id={`tab-${each}`}
            className={styles.tab}
            aria-controls={contentId}
          >
            {words.tabs[each]}
          </Tab>
        ))}
      </TabList>
      {inMenu.length > 0 && (
        <Suspense fallback={null}>
          <MoreViews views={inMenu} view={view} onView={onView} />
        </Suspense>
      )}
    </nav>
  );
}
