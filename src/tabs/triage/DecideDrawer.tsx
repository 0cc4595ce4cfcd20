import {
  Button,
  DrawerBody,
  DrawerHeader,
  DrawerHeaderTitle,
  OverlayDrawer,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useSurroundings } from '../shell/surroundings.js';
import { DecidePane } from './DecidePane.js';
import type { Desk } from './use-desk.js';

/** The decision over the right edge, where it does not fit beside the item. */
export function DecideDrawer({ desk, onReload }: { desk: Desk; onReload: () => void }) {
  const { words } = useSurroundings();
  const close = () => desk.setPage('item');
  return (
    <OverlayDrawer
      position="end"
      open={desk.page === 'decide'}
      onOpenChange={(_, { open }) => {
        if (!open) close();
      }}
    >
      <DrawerHeader>
        <DrawerHeaderTitle
          action={
            <Button
              appearance="subtle"
              icon={<DismissRegular />}
              aria-label={words.close}
              onClick={close}
            />
          }
        >
          {desk.current}
        </DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody style={{ padding: 0 }}>
        <DecidePane key={desk.current} desk={desk} onReload={onReload} />
      </DrawerBody>
    </OverlayDrawer>
  );
}
