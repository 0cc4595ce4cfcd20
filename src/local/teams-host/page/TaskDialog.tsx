import {
  Button,
  Dialog,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { CardView } from './CardView.js';
import { type Push, useDesk } from './desk.js';
import { TabFrame } from './TabFrame.js';

/** A dialog a tab has asked for; `end` gives the opener `[error, result]`. */
export interface Task {
  readonly info: Readonly<Record<string, unknown>>;
  readonly opener: Push;
  readonly end: (answer: readonly unknown[]) => void;
}

const namedSizes: Readonly<Record<string, number>> = { small: 300, medium: 480, large: 680 };

function pixels(size: unknown, fallback: number): number {
  if (typeof size === 'number') return size;
  return namedSizes[String(size)] ?? fallback;
}

function cardOf(info: Task['info']): unknown {
  const card = info['card'];
  return typeof card === 'string' ? JSON.parse(card) : card;
}

/** The dialog of `dialog.url.open` and `dialog.adaptiveCard.open`. */
export function TaskDialog({
  task,
  onPush,
}: {
  readonly task: Task;
  readonly onPush: (push: Push) => void;
}) {
  const { texts, openLink } = useDesk();
  const [size, setSize] = useState<Readonly<Record<string, unknown>>>(task.info);
  const title = typeof task.info['title'] === 'string' ? task.info['title'] : '';
  const url = task.info['url'];
  const dismiss = () => task.end(['User cancelled/closed the task module.', undefined]);
  const services = {
    completeTask: (result: unknown) => task.end([undefined, result]),
    resizeTask: (next: Record<string, unknown>) => setSize((old) => ({ ...old, ...next })),
    forward: task.opener,
  };
  return (
    <Dialog open onOpenChange={(_event, change) => !change.open && dismiss()}>
      <DialogSurface className="task" style={{ width: pixels(size['width'], 480) }}>
        <DialogBody>
          <DialogTitle
            action={
              <Button
                appearance="subtle"
                icon={<DismissRegular />}
                aria-label={texts.close}
                onClick={dismiss}
              />
            }
          >
            {title}
          </DialogTitle>
          <DialogContent className="task-content" style={{ height: pixels(size['height'], 400) }}>
            {typeof url === 'string' ? (
              <TabFrame
                tab={{ entityId: 'dialog', name: title, contentUrl: url }}
                frameContext="task"
                services={services}
                onPush={onPush}
              />
            ) : (
              <CardView
                card={cardOf(task.info)}
                texts={texts}
                onLink={openLink}
                takesFocus={() => false}
                onAction={async (action) => {
                  task.end([undefined, action.data]);
                  return { kind: 'sent' };
                }}
              />
            )}
          </DialogContent>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
