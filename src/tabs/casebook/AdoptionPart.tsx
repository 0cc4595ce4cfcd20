import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  makeStyles,
} from '@fluentui/react-components';
import { CheckmarkRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { AdoptionsAnswer, ShownMeasure } from '../../contract/measure-answers.js';
import { civilDateOf } from '../../domain/instant.js';
import { formatMonthDay } from '../../text/format.js';
import type { Failure } from '../exchange.js';
import { FailureBar } from '../shell/FailureBar.js';
import { useCasebookSurroundings } from './use-casebook-surroundings.js';

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '8px', margin: '12px 0' },
});

type Result = AdoptionsAnswer['results'][number];
type Said = 'yes' | 'no';

/** What came of the last answer. */
type Outcome =
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'told'; readonly result: Result; readonly adopted: Said };

interface AdoptionPartProps {
  readonly rule: ShownMeasure;
  readonly department: string;
  readonly name: string;
  /** Reads the casebook anew. */
  readonly onChanged: () => void;
}

/** That it is recorded, or who answered otherwise meanwhile, with a way to answer all the same. */
function Told({
  outcome,
  name,
  onReplace,
}: {
  readonly outcome: Extract<Outcome, { kind: 'told' }>;
  readonly name: string;
  readonly onReplace: (adopted: Said, seenAt: number) => void;
}) {
  const { words, locale } = useCasebookSurroundings();
  const { result, adopted } = outcome;
  const texts = words.casebook;
  if (result.kind === 'answered') {
    return (
      <MessageBar intent="success" layout="multiline" role="status">
        <MessageBarBody>{adopted === 'yes' ? texts.begun(name) : texts.ended(name)}</MessageBarBody>
      </MessageBar>
    );
  }
  const { refusal, present } = result;
  return (
    <MessageBar intent="warning" layout="multiline" role="alert">
      <MessageBarBody>
        {refusal.message}{' '}
        {present &&
          texts.otherFirst(present.byName, formatMonthDay(civilDateOf(present.at), locale))}
      </MessageBarBody>
      {present && (
        <MessageBarActions>
          <Button size="small" onClick={() => onReplace(adopted, present.at)}>
            {texts.replace}
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}

/** Where an owner or head says that the own department follows the rule, or takes it back. */
export function AdoptionPart({ rule, department, name, onChanged }: AdoptionPartProps) {
  const styles = useStyles();
  const { client, words } = useCasebookSurroundings();
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>();
  const follows = rule.adoption?.departmentIds.includes(department) ?? false;
  const texts = words.casebook;
  const act = follows ? texts.end(name) : texts.beginFor(name);

  /** `seenAt`: when the answer of somebody else was given, once it has been read. */
  async function answer(adopted: Said, seenAt?: number): Promise<void> {
    if (busy) return;
    setBusy(true);
    setOutcome(undefined);
    const one = { id: rule.id, adopted, ...(seenAt !== undefined && { seenAt }) };
    const sent = await client.adopt({ department, answers: [one] });
    setBusy(false);
    if (!sent.ok) {
      setOutcome({ kind: 'failed', failure: sent.failure });
      return;
    }
    const [result] = sent.value.results;
    if (result) setOutcome({ kind: 'told', result, adopted });
    onChanged();
  }

  return (
    <div className={styles.part}>
      <div>
        <Button
          appearance={follows ? 'secondary' : 'primary'}
          icon={follows ? null : <CheckmarkRegular />}
          disabledFocusable={busy}
          onClick={() => void answer(follows ? 'no' : 'yes')}
        >
          {busy ? texts.sending : act}
        </Button>
      </div>
      {outcome?.kind === 'told' && (
        <Told outcome={outcome} name={name} onReplace={(...given) => void answer(...given)} />
      )}
      <FailureBar failure={outcome?.kind === 'failed' ? outcome.failure : undefined} />
    </div>
  );
}
