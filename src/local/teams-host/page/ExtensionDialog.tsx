import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type {
  HostActionAnswer,
  HostExtensionAnswer,
  HostExtensionCommand,
  HostMessage,
} from '../wire.js';
import { CardView } from './CardView.js';
import { useDesk } from './desk.js';
import { hostClient } from './host-client.js';

interface ExtensionDialogProps {
  readonly command: HostExtensionCommand;
  readonly message: HostMessage;
  readonly onClose: () => void;
}

/** The dialog of an action command: the card that the app opens it with, and each that follows. */
export function ExtensionDialog({ command, message, onClose }: ExtensionDialogProps) {
  const { state, texts, openLink } = useDesk();
  const [answer, setAnswer] = useState<HostExtensionAnswer>();
  const asked = {
    person: state.me.id,
    conversation: message.conversationId,
    command: command.id,
    activityId: message.id,
  };
  const key = JSON.stringify(asked);

  useEffect(() => {
    let isOpen = true;
    const show = (next: HostExtensionAnswer) => {
      if (isOpen) setAnswer(next);
    };
    hostClient.dialog(JSON.parse(key)).then(show, () => show({ kind: 'failed' }));
    return () => {
      isOpen = false;
    };
  }, [key]);

  const send = async (data: unknown): Promise<HostActionAnswer> => {
    const next = await hostClient.dialog({ ...asked, data: data ?? {} });
    if (next.kind === 'failed') return { kind: 'unreachable' };
    if (next.kind === 'closed') onClose();
    else setAnswer(next);
    return { kind: 'sent' };
  };
  const title = answer?.kind === 'dialog' ? answer.title : command.title;
  return (
    <Dialog open onOpenChange={(_event, change) => !change.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent>
            {answer === undefined && <p role="status">{texts.loading}</p>}
            {answer?.kind === 'message' && <p role="status">{answer.text}</p>}
            {answer?.kind === 'failed' && <p role="alert">{texts.unreachable}</p>}
            {answer?.kind === 'dialog' && (
              <CardView
                key={JSON.stringify(answer.card)}
                card={answer.card}
                texts={texts}
                onAction={({ data }) => send(data)}
                onLink={openLink}
                takesFocus={() => false}
              />
            )}
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{texts.close}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
