import {
  Button,
  DrawerBody,
  DrawerHeader,
  DrawerHeaderTitle,
  OverlayDrawer,
} from '@fluentui/react-components';
import { DismissRegular, FilterRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { FilterPane } from './FilterPane.js';
import type { Desk } from './use-desk.js';
import { useTriageSurroundings } from './use-triage-surroundings.js';

/** Whether the filters stand beside the list, and the way to change it. */
export interface FilterPaneSwitch {
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

interface FilterMenuProps {
  readonly desk: Desk;
  readonly pane: FilterPaneSwitch | undefined;
}

/** The button of the filters: shows and hides those beside the list, else opens them over it. */
export function FilterMenu({ desk, pane }: FilterMenuProps) {
  const { words } = useTriageSurroundings();
  const [open, setOpen] = useState(false);
  const { state, categoryId } = desk.filter;
  const set = Number(state !== 'all') + Number(categoryId !== undefined);
  return (
    <>
      <Button
        icon={<FilterRegular />}
        {...(pane && { 'aria-expanded': pane.isOpen })}
        onClick={pane ? pane.onToggle : () => setOpen(true)}
      >
        {set > 0 ? words.triage.filtersSet(set) : words.triage.filters}
      </Button>
      <OverlayDrawer open={open && !pane} onOpenChange={(_, data) => setOpen(data.open)}>
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
