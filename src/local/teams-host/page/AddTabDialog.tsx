import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  MessageBar,
} from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { HostChannel, HostTab, HostTeam } from '../wire.js';
import { type Push, useDesk } from './desk.js';
import { TabFrame } from './TabFrame.js';

interface AddTabDialogProps {
  readonly team: HostTeam;
  readonly channel: HostChannel;
  readonly onClose: () => void;
  readonly onSave: (tab: Omit<HostTab, 'id'>) => Promise<void>;
}

function text(value: unknown, fallback: string): string {
  return typeof value === 'string' && value !== '' ? value : fallback;
}

function tabOf(settings: Record<string, unknown>, appName: string): Omit<HostTab, 'id'> {
  const website = settings['websiteUrl'];
  return {
    entityId: text(settings['entityId'], 'tab'),
    contentUrl: text(settings['contentUrl'], ''),
    name: text(settings['suggestedDisplayName'], appName),
    ...(typeof website === 'string' && { websiteUrl: website }),
  };
}

/** Adding the app's tab to a channel: its configuration page and the save handshake. */
export function AddTabDialog({ team, channel, onClose, onSave }: AddTabDialogProps) {
  const { state, texts } = useDesk();
  const [valid, setValid] = useState(false);
  const [problem, setProblem] = useState(false);
  const [saving, setSaving] = useState(false);
  const settings = useRef<Record<string, unknown>>({});
  const handlers = useRef<string[]>([]);
  const push = useRef<Push>(() => undefined);
  const app = state.app;
  if (app?.configurationUrl === undefined) return null;

  const saved = (failure?: string) => {
    setSaving(false);
    const tab = tabOf(settings.current, app.name);
    if (failure !== undefined || tab.contentUrl === '') return setProblem(true);
    onSave(tab).then(onClose, () => setProblem(true));
    return undefined;
  };
  const save = () => {
    setSaving(true);
    setProblem(false);
    if (handlers.current.includes('save')) push.current('settings.save', [{}]);
    else saved();
  };
  return (
    <Dialog open onOpenChange={(_event, change) => !change.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{`${app.name}　${texts.addTab}`}</DialogTitle>
          <DialogContent className="task-content" style={{ height: 320 }}>
            <TabFrame
              tab={{ entityId: '', name: texts.addTab, contentUrl: app.configurationUrl }}
              frameContext="settings"
              team={team}
              channel={channel}
              onPush={(next) => {
                push.current = next;
              }}
              services={{
                getSettings: () => settings.current,
                setSettings: (next) => {
                  settings.current = next;
                },
                setValidity: setValid,
                registered: (event) => handlers.current.push(event.replace('settings.', '')),
                saved,
              }}
            />
          </DialogContent>
          {problem && <MessageBar intent="error">{texts.saveTabFailed}</MessageBar>}
          <DialogActions>
            <Button onClick={onClose}>{texts.cancel}</Button>
            <Button appearance="primary" disabled={!valid || saving} onClick={save}>
              {texts.save}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
