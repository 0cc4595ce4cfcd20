import {
  Button,
  DrawerBody,
  DrawerFooter,
  DrawerHeader,
  DrawerHeaderTitle,
  makeStyles,
  OverlayDrawer,
} from '@fluentui/react-components';
import { DismissRegular, FilterRegular } from '@fluentui/react-icons';
import { type ComponentProps, useState } from 'react';
import { formatCount } from '../../text/format.js';
import { FacetPane } from './FacetPane.js';
import { useEveryoneSurroundings } from './use-everyone-surroundings.js';
import { choicesSet, withoutChoices } from './wish.js';

const useStyles = makeStyles({
  button: { flexShrink: 0, '@media (max-width: 819px)': { minHeight: '44px' } },
  drawer: { width: 'min(340px, 100vw)' },
  body: { paddingTop: '4px' },
  foot: { flexWrap: 'wrap' },
  foots: { minHeight: '44px', flex: '1 1 120px' },
});

interface FacetDrawerProps extends ComponentProps<typeof FacetPane> {
  readonly found: number;
}

/** The facets where there is no room beside the list: behind a button that says how many choices are set. */
export function FacetDrawer({ found, ...pane }: FacetDrawerProps) {
  const styles = useStyles();
  const { words } = useEveryoneSurroundings();
  const [open, setOpen] = useState(false);
  const { filters, filtersSet, clearFilters, showFound } = words.everyone;
  const set = choicesSet(pane.wish);
  return (
    <>
      <Button className={styles.button} icon={<FilterRegular />} onClick={() => setOpen(true)}>
        {set > 0 ? filtersSet(set) : filters}
      </Button>
      <OverlayDrawer
        className={styles.drawer}
        open={open}
        onOpenChange={(_, data) => setOpen(data.open)}
      >
        <DrawerHeader>
          <DrawerHeaderTitle
            action={
              <Button
                appearance="subtle"
                icon={<DismissRegular />}
                aria-label={words.close}
                onClick={() => setOpen(false)}
              />
            }
          >
            {filters}
          </DrawerHeaderTitle>
        </DrawerHeader>
        <DrawerBody className={styles.body}>
          <FacetPane {...pane} />
        </DrawerBody>
        <DrawerFooter className={styles.foot}>
          <Button className={styles.foots} appearance="primary" onClick={() => setOpen(false)}>
            {showFound(formatCount(found))}
          </Button>
          {set > 0 && (
            <Button className={styles.foots} onClick={() => pane.onWish(withoutChoices(pane.wish))}>
              {clearFilters}
            </Button>
          )}
        </DrawerFooter>
      </OverlayDrawer>
    </>
  );
}
