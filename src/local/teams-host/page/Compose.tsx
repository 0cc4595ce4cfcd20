import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { LightbulbRegular, SendFilled } from '@fluentui/react-icons';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useDesk } from './desk.js';

interface ComposeProps {
  readonly initial: string;
  readonly onSend: (text: string) => Promise<void>;
}

/** The box to write to the bot: Enter sends, Shift+Enter begins a new line. */
export function Compose({ initial, onSend }: ComposeProps) {
  const { state, texts } = useDesk();
  const [text, setText] = useState(initial);
  const [failed, setFailed] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  const commands = state.app?.commands ?? [];

  const send = () => {
    const written = text.trim();
    if (written === '') return;
    setText('');
    setFailed(false);
    onSend(written).catch(() => {
      setText((now) => (now === '' ? text : now));
      setFailed(true);
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // While an input method is composing, Enter only accepts its proposal.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };
  return (
    <form
      className="compose"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {failed && <p role="alert">{texts.sendFailed}</p>}
      <div className="compose-box">
        <textarea
          ref={box}
          rows={1}
          value={text}
          aria-label={texts.messageBox}
          placeholder={texts.composePlaceholder}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKeyDown}
        />
        {commands.length > 0 && (
          <Menu positioning="above-end">
            <MenuTrigger disableButtonEnhancement>
              <Button
                appearance="subtle"
                icon={<LightbulbRegular />}
                aria-label={texts.commands}
                title={texts.commands}
              />
            </MenuTrigger>
            <MenuPopover>
              <MenuList aria-label={texts.commands}>
                {commands.map((command) => (
                  <MenuItem
                    key={command.title}
                    subText={command.description}
                    onClick={() => {
                      setText(command.title);
                      box.current?.focus();
                    }}
                  >
                    {command.title}
                  </MenuItem>
                ))}
              </MenuList>
            </MenuPopover>
          </Menu>
        )}
        <Button
          type="submit"
          appearance="subtle"
          icon={<SendFilled />}
          aria-label={texts.send}
          disabled={text.trim() === ''}
        />
      </div>
    </form>
  );
}
