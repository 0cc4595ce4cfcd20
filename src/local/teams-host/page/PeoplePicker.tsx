import {
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Input,
} from '@fluentui/react-components';
import { useState } from 'react';
import { useDesk } from './desk.js';

/** People a tab asked to be chosen; `end` gives `[error, people]` as `people.selectPeople` does. */
export interface PeopleQuestion {
  readonly options: Readonly<Record<string, unknown>>;
  readonly end: (answer: readonly unknown[]) => void;
}

function preset(options: PeopleQuestion['options']): readonly string[] {
  const chosen = options['setSelected'];
  return Array.isArray(chosen) ? chosen.filter((one) => typeof one === 'string') : [];
}

/** The people picker of the host. */
export function PeoplePicker({ question }: { readonly question: PeopleQuestion }) {
  const { texts, state } = useDesk();
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState(() => preset(question.options));
  const single = question.options['singleSelect'] === true;
  const title = String(question.options['title'] ?? texts.choosePeople);
  const found = state.people.filter((one) => `${one.name} ${one.office}`.includes(search));
  const toggle = (id: string) =>
    setChosen((old) => {
      if (old.includes(id)) return old.filter((one) => one !== id);
      return single ? [id] : [...old, id];
    });
  const cancel = () => question.end([{ errorCode: 8000, message: 'User cancelled' }, undefined]);
  const finish = () => {
    const people = state.people.filter((one) => chosen.includes(one.id));
    const picked = people.map((one) => ({
      objectId: one.id,
      displayName: one.name,
      email: one.upn,
    }));
    question.end([undefined, picked]);
  };
  return (
    <Dialog open onOpenChange={(_event, change) => !change.open && cancel()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent>
            <Input
              type="search"
              aria-label={texts.findPerson}
              placeholder={texts.findPerson}
              value={search}
              onChange={(_event, change) => setSearch(change.value)}
            />
            <ul className="picker">
              {found.map((one) => (
                <li key={one.id}>
                  <Checkbox
                    checked={chosen.includes(one.id)}
                    onChange={() => toggle(one.id)}
                    label={`${one.name}　${one.office}`}
                  />
                </li>
              ))}
            </ul>
          </DialogContent>
          <DialogActions>
            <Button onClick={cancel}>{texts.cancel}</Button>
            <Button appearance="primary" disabled={chosen.length === 0} onClick={finish}>
              {texts.choose}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
