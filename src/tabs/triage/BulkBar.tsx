import {
  Button,
  MessageBar,
  MessageBarBody,
  makeStyles,
  tokens,
  useAnnounce,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { BulkTriageAnswer } from '../../contract/triage-answers.js';
import type { Failure } from '../exchange.js';
import { failureSentence } from '../shell/failure-sentence.js';
import type { Desk } from './use-desk.js';
import { useTriageSurroundings } from './use-triage-surroundings.js';

const useStyles = makeStyles({
  bar: {
    position: 'relative',
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px',
    margin: 'auto 10px 8px',
    padding: '8px 12px',
    '@media (min-width: 1600px)': { paddingRight: '48px' },
    border: `1px solid ${tokens.colorBrandStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  count: {
    flexBasis: '100%',
    lineHeight: '32px',
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
    '@media (min-width: 1600px)': { flexBasis: 'auto' },
  },
  close: { position: 'absolute', top: '8px', right: '8px' },
  refused: { width: '100%' },
});

/** At most so many in one request, as the contract says. */
const perRequest = 60;

type Result = BulkTriageAnswer['results'][number];
type Refused = Extract<Result, { kind: 'refused' }>;

interface Outcome {
  readonly refused: readonly Refused[];
  readonly failure?: Failure;
}

function useBeginMany(desk: Desk) {
  const { client, words } = useTriageSurroundings();
  const { announce } = useAnnounce();
  const [progress, setProgress] = useState<{ readonly done: number; readonly all: number }>();
  const [outcome, setOutcome] = useState<Outcome>({ refused: [] });

  const begin = async (numbers: readonly string[]) => {
    const refused: Refused[] = [];
    let done = 0;
    let failure: Failure | undefined;
    setOutcome({ refused });
    for (let from = 0; from < numbers.length; from += perRequest) {
      setProgress({ done, all: numbers.length });
      const answer = await client.beginReview(numbers.slice(from, from + perRequest));
      if (!answer.ok) {
        failure = answer.failure;
        break;
      }
      const { results } = answer.value;
      refused.push(...results.filter((result) => result.kind === 'refused'));
      const changed = results.filter((result) => result.kind === 'changed');
      done += changed.length;
      // What somebody else changed first is shown as it is now, beside the reason.
      desk.accept(results.flatMap((result) => result.item ?? []));
      desk.check(
        changed.map((result) => result.number),
        false,
      );
    }
    setProgress(undefined);
    setOutcome({ refused, ...(failure && { failure }) });
    const left = numbers.length - done;
    announce(left > 0 ? words.triage.begunSome(done, left) : words.triage.begun(done), {
      polite: true,
    });
  };
  return { begin, progress, outcome };
}

/** What can be done with the selected rows. */
export function BulkBar({ desk }: { desk: Desk }) {
  const styles = useStyles();
  const { words } = useTriageSurroundings();
  const { begin, progress, outcome } = useBeginMany(desk);
  const numbers = desk.rows
    .filter((row) => desk.checked.has(row.number) && row.status === 'received')
    .map((row) => row.number);
  return (
    <div className={styles.bar}>
      <span className={styles.count} role="status">
        {words.triage.selected(desk.checked.size)}
      </span>
      {numbers.length > 0 ? (
        <Button
          appearance="primary"
          disabled={progress !== undefined}
          onClick={() => void begin(numbers)}
        >
          {progress
            ? words.triage.beginning(progress.done, progress.all)
            : words.triage.beginMany(numbers.length)}
        </Button>
      ) : (
        <span>{words.triage.beginNone}</span>
      )}
      <Button
        className={styles.close}
        appearance="subtle"
        icon={<DismissRegular />}
        aria-label={words.triage.clearSelection}
        onClick={() => desk.check([...desk.checked], false)}
      />
      {outcome.failure && (
        <MessageBar intent="error" layout="multiline" className={styles.refused}>
          <MessageBarBody>{failureSentence(outcome.failure, words)}</MessageBarBody>
        </MessageBar>
      )}
      {outcome.refused.map(({ number, refusal }) => (
        <MessageBar key={number} intent="warning" layout="multiline" className={styles.refused}>
          <MessageBarBody>{`${number} ${refusal.message}`}</MessageBarBody>
        </MessageBar>
      ))}
    </div>
  );
}
