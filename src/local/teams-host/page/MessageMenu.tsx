import { MenuItem } from '@fluentui/react-components';
import { useState } from 'react';
import type { HostExtensionCommand, HostMessage } from '../wire.js';
import { useDesk } from './desk.js';
import { ExtensionDialog } from './ExtensionDialog.js';
import { MoreMenu } from './MoreMenu.js';

/** The three dots of a message: the action commands of the app's message extension. */
export function MessageMenu({ message }: { readonly message: HostMessage }) {
  const { state, texts } = useDesk();
  const [opened, setOpened] = useState<HostExtensionCommand>();
  const commands = (state.app?.extension ?? []).filter(
    ({ type, context }) => type === 'action' && context.includes('message'),
  );
  if (commands.length === 0) return null;
  return (
    <>
      <MoreMenu className="message-menu" label={texts.messageMenu}>
        {commands.map((command) => (
          <MenuItem key={command.id} onClick={() => setOpened(command)}>
            {command.title}
          </MenuItem>
        ))}
      </MoreMenu>
      {opened && (
        <ExtensionDialog command={opened} message={message} onClose={() => setOpened(undefined)} />
      )}
    </>
  );
}
