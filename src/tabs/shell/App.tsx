import {
  AriaLiveAnnouncer,
  createDOMRenderer,
  FluentProvider,
  makeStyles,
  RendererProvider,
  tokens,
} from '@fluentui/react-components';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { tabTexts } from '../../text/tab-texts.js';
import { terms } from '../../text/terms.js';
import { createClient } from '../client.js';
import { ChannelTab } from './ChannelTab.js';
import { ConfigurePage } from './ConfigurePage.js';
import { destinationIn, destinationOf } from './deep-link.js';
import type { Host, HostPlace } from './host.js';
import { PartBoundary } from './PartBoundary.js';
import { PersonalTab } from './PersonalTab.js';
import { createServerClock } from './server-clock.js';
import { type Surroundings, SurroundingsContext, useSurroundings } from './surroundings.js';
import { fluentThemes } from './theme.js';
import { viewInAddress } from './view-in-address.js';

const useStyles = makeStyles({
  root: {
    minHeight: '100dvh',
    position: 'relative',
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground1,
  },
});

interface AppProps {
  readonly host: Host;
  readonly place: HostPlace;
  readonly nonce: string;
  /** Which page Teams opened: `?surface=`. */
  readonly surface: string | null;
}

function surroundingsOf(host: Host, place: HostPlace): Omit<Surroundings, 'theme'> {
  const clock = createServerClock(Date.now);
  const { locale } = place;
  const client = createClient({
    token: host.token,
    locale,
    fetch: (...request) => fetch(...request),
    shapes: async () => (await import('../answer-shapes.js')).answerShapes,
    noteDate: clock.noteDate,
  });
  let told = false;
  const shown = () => {
    if (!told) host.shown();
    told = true;
  };
  return {
    client,
    clock,
    locale,
    words: tabTexts[locale],
    terms: terms[locale],
    shown,
    signInFailed: host.signInFailed,
  };
}

function SurfacePage({ surface, place, host }: Omit<AppProps, 'nonce'>) {
  if (surface === 'configure') return <ConfigurePage offerChannelTab={host.offerChannelTab} />;
  if (surface === 'channel') return <ChannelTab destination={destinationOf(place.subPageId)} />;
  return <PersonalTab destination={destinationIn(viewInAddress(), place.subPageId)} />;
}

/**
 * Stands below the renderer, so that its own styles carry the nonce too. The ground is an element of its own: what the
 * provider wears, every drawer and dialog wears too, and a ground would hide the page behind them.
 */
function Frame({ children }: { children: ReactNode }) {
  const styles = useStyles();
  const { theme } = useSurroundings();
  // Scrollbars, lists of choices and calendars are drawn by the browser, which knows nothing of Fluent's theme.
  useEffect(() => {
    document.documentElement.style.colorScheme = theme === 'default' ? 'light' : 'dark';
  }, [theme]);
  return (
    <FluentProvider theme={fluentThemes[theme]}>
      <div className={styles.root} data-theme={theme}>
        <AriaLiveAnnouncer>{children}</AriaLiveAnnouncer>
      </div>
    </FluentProvider>
  );
}

/** The tabs inside their host: language and theme as the host says, styles with the nonce of the page. */
export function App({ host, place, nonce, surface }: AppProps) {
  const [theme, setTheme] = useState(place.theme);
  const fixed = useMemo(() => surroundingsOf(host, place), [host, place]);
  const surroundings = useMemo(() => ({ ...fixed, theme }), [fixed, theme]);
  const renderer = useMemo(
    () => createDOMRenderer(document, { styleElementAttributes: { nonce } }),
    [nonce],
  );
  useEffect(() => {
    host.onThemeChange(setTheme);
  }, [host]);

  return (
    <RendererProvider renderer={renderer} targetDocument={document}>
      <SurroundingsContext value={surroundings}>
        <Frame>
          <PartBoundary>
            <SurfacePage surface={surface} place={place} host={host} />
          </PartBoundary>
        </Frame>
      </SurroundingsContext>
    </RendererProvider>
  );
}
