import {
  Button,
  DrawerBody,
  DrawerHeader,
  DrawerHeaderTitle,
  OverlayDrawer,
} from '@fluentui/react-components';
import { DismissRegular, FilterRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useSurroundings } from '../shell/surroundings.js';
import { FilterPane } from './FilterPane.js';
import type { Desk } from './use-desk.js';

/** The filters behind a button, where there is no room for them beside the list. */
export function FilterMenu({ desk }: { desk: Desk }) {
  const { words } = useSurroundings();
  const [open, setOpen] = useState(false);
  const { state, categoryId } = desk.filter;
  const set = Number(state !== 'all') + Number(categoryId !== undefined);
  return (
    <>
      <Button icon={<FilterRegular />} onClick={() => setOpen(true)}>
        {set > 0 ? words.triage.filtersSet(set) : words.triage.filters}
      </Button>
      <OverlayDrawer open={open} onOpenChange={(_, data) => setOpen(data.open)}>
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
            {words.triage.filters}
          </DrawerHeaderTitle>
        </DrawerHeader>
        <DrawerBody style={{ padding: 0 }}>
          <FilterPane desk={desk} onChosen={() => setOpen(false)} />
        </DrawerBody>
      </OverlayDrawer>
    </>
  );
}
