import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  Select,
  Tab,
  TabList,
} from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { HostExtensionAnswer, HostExtensionCommand } from '../wire.js';
import { useDesk } from './desk.js';
import { hostClient } from './host-client.js';

interface SearchDialogProps {
  readonly commands: readonly HostExtensionCommand[];
  readonly conversation: string;
  readonly onClose: () => void;
}

type Values = Readonly<Record<string, string>>;

function filledIn(values: Values): { name: string; value: string }[] {
  return Object.entries(values).flatMap(([name, value]) => (value === '' ? [] : [{ name, value }]));
}

interface FieldsProps {
  readonly command: HostExtensionCommand;
  readonly values: Values;
  readonly onChange: (values: Values) => void;
}

function Fields({ command, values, onChange }: FieldsProps) {
  const { texts } = useDesk();
  return command.parameters.map(({ name, title, choices }) => {
    const value = values[name] ?? '';
    const change = (next: string) => onChange({ ...values, [name]: next });
    return (
      <Field key={name} label={title}>
        {choices.length === 0 ? (
          <Input type="search" value={value} onChange={(_event, next) => change(next.value)} />
        ) : (
          <Select value={value} onChange={(_event, next) => change(next.value)}>
            <option value="">{texts.anyChoice}</option>
            {choices.map((choice) => (
              <option key={choice.value} value={choice.value}>
                {choice.title}
              </option>
            ))}
          </Select>
        )}
      </Field>
    );
  });
}

interface HitsProps {
  readonly answer: HostExtensionAnswer | undefined;
  readonly onPick: (card: unknown) => void;
}

function Hits({ answer, onPick }: HitsProps) {
  const { texts } = useDesk();
  if (answer === undefined) return <p role="status">{texts.loading}</p>;
  if (answer.kind === 'message') return <p role="status">{answer.text}</p>;
  if (answer.kind !== 'hits') return <p role="alert">{texts.unreachable}</p>;
  return (
    <ul className="hits" aria-label={texts.hits}>
      {answer.hits.map((hit) => (
        <li key={`${hit.title} ${hit.text}`}>
          <Button appearance="subtle" onClick={() => onPick(hit.card)}>
            {hit.image !== undefined && <img src={hit.image} alt="" width={20} height={20} />}
            <span>
              <strong>{hit.title}</strong>
              <br />
              {hit.text}
            </span>
          </Button>
        </li>
      ))}
    </ul>
  );
}

/** The message extension as it opens from the compose box: search, choose, and the card is posted. */
export function SearchDialog({ commands, conversation, onClose }: SearchDialogProps) {
  const { state, texts, merge } = useDesk();
  const [chosen, setChosen] = useState(commands[0]?.id);
  const [values, setValues] = useState<Values>({});
  const [answer, setAnswer] = useState<HostExtensionAnswer>();
  const command = commands.find(({ id }) => id === chosen);
  const person = state.me.id;
  const asked = JSON.stringify({
    person,
    conversation,
    command: chosen,
    parameters: filledIn(values),
  });

  useEffect(() => {
    let isAsked = true;
    const show = (next: HostExtensionAnswer) => {
      if (isAsked) setAnswer(next);
    };
    hostClient.search(JSON.parse(asked)).then(show, () => show({ kind: 'failed' }));
    return () => {
      isAsked = false;
    };
  }, [asked]);

  const pick = (card: unknown) => {
    hostClient.insert(person, conversation, card).then(
      (message) => {
        merge(message);
        onClose();
      },
      () => setAnswer({ kind: 'failed' }),
    );
  };
  return (
    <Dialog open onOpenChange={(_event, change) => !change.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{state.app?.name}</DialogTitle>
          <DialogContent>
            <TabList
              size="small"
              selectedValue={chosen}
              onTabSelect={(_event, { value }) => {
                setChosen(String(value));
                setValues({});
                setAnswer(undefined);
              }}
            >
              {commands.map(({ id, title }) => (
                <Tab key={id} value={id}>
                  {title}
                </Tab>
              ))}
            </TabList>
            {command && <Fields command={command} values={values} onChange={setValues} />}
            <Hits answer={answer} onPick={pick} />
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{texts.close}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
