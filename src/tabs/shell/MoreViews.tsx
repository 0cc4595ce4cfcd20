import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons';
import type { View } from './deep-link.js';
import { useSurroundings } from './surroundings.js';

const useStyles = makeStyles({
  more: { marginLeft: 'auto', minHeight: '44px' },
  moreChosen: { color: tokens.colorBrandForeground1 },
});

interface MoreViewsProps {
  readonly views: readonly View[];
  /** The one that is shown, whether it stands here or in the bar. */
  readonly view: View;
  readonly onView: (view: View) => void;
}

/** The menu of the views for which the bar has no room. */
export function MoreViews({ views, view, onView }: MoreViewsProps) {
  const styles = useStyles();
  const { words } = useSurroundings();
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button
          className={mergeClasses(styles.more, views.includes(view) && styles.moreChosen)}
          appearance="subtle"
          icon={<MoreHorizontalRegular />}
          aria-label={words.tabs.more}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {views.map((each) => (
            <MenuItem key={each} onClick={() => onView(each)}>
              {words.tabs[each]}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
