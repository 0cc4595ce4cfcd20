import {
  Button,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { BulkAnswer, BulkRequest } from '../../contract/act-requests.js';
import type { Failure } from '../exchange.js';
import { FailureBar } from '../shell/FailureBar.js';
import { focusWhenDrawn } from '../shell/focus-when-drawn.js';
import { ActFields } from './ActFields.js';
import { manyOf, officeFields } from './office-fields.js';
import { keyOf, type OfficeRow, places } from './office-rows.js';
import type { Office } from './use-office.js';
import { useOfficeSurroundings } from './use-office-surroundings.js';

const useStyles = makeStyles({
  pane: {
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    minHeight: 0,
    minWidth: 0,
    overflowY: 'auto',
    padding: '12px 24px 24px',
    '@media (max-width: 639px)': { padding: '8px 16px 24px' },
  },
  form: { display: 'flex', flexDirection: 'column', gap: '12px', maxWidth: '560px' },
  title: { margin: 0, fontSize: '20px', lineHeight: '28px' },
  text: { margin: 0, wordBreak: 'auto-phrase' },
  list: { margin: 0, paddingLeft: '20px', overflowWrap: 'anywhere' },
  note: {
    margin: 0,
    fontSize: '12px',
    lineHeight: '18px',
    color: tokens.colorNeutralForeground2,
    wordBreak: 'auto-phrase',
  },
  said: { outlineStyle: 'none' },
});

/** Most in one call; more are sent in several, one after the other. */
const mostAtOnce = 60;
const draftOf = (section: string): string => `together ${section}`;

/** The rows as the server wants them: a request is named by its own id, and one number comes once in a call. */
function callsOf(rows: readonly OfficeRow[]): readonly BulkRequest['items'][] {
  const calls: BulkRequest['items'][] = [];
  for (const { number, requestId } of rows) {
    const item = { number, ...(requestId !== undefined && { form: { requestId } }) };
    const open = calls.find(
      (call) => call.length < mostAtOnce && call.every((each) => each.number !== number),
    );
    if (open) open.push(item);
    else calls.push([item]);
  }
  return calls;
}

type Refused = Extract<BulkAnswer['results'][number], { kind: 'refused' }>;

function Results({ done, refused }: { done: number; refused: readonly Refused[] }) {
  const styles = useStyles();
  const { words } = useOfficeSurroundings();
  return (
    <div id={places.said} tabIndex={-1} className={styles.said}>
      <MessageBar intent={refused.length > 0 ? 'warning' : 'success'} layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{words.office.doneMany(done)}</MessageBarTitle>
          {refused.length > 0 && (
            <>
              {words.office.leftMany(refused.length)}
              <ul className={styles.list}>
                {refused.map(({ number, refusal }) => (
                  <li key={number}>{words.office.leftOne(number, refusal.message)}</li>
                ))}
              </ul>
            </>
          )}
        </MessageBarBody>
      </MessageBar>
    </div>
  );
}

/** One answer to all that are ticked. Those that could not be answered stay ticked, each with its reason. */
export function ManyPane({ office }: { office: Office }) {
  const styles = useStyles();
  const { client, words } = useOfficeSurroundings();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const [results, setResults] = useState<{ done: number; refused: readonly Refused[] }>();
  const { section, checked } = office;
  const many = manyOf(section);
  if (!many) return null;
  const { act: name, kind } = many;
  const place = draftOf(section);
  const form = office.draft(place);
  const texts = words.office.actOf[name];

  async function send(): Promise<void> {
    if (busy || checked.length === 0) return;
    setBusy(true);
    setFailure(undefined);
    const refused: Refused[] = [];
    let done = 0;
    for (const items of callsOf(checked)) {
      const answer = await client.officeActOnMany(name, { items, form });
      if (!answer.ok) {
        setFailure(answer.failure);
        break;
      }
      refused.push(...answer.value.results.filter((each) => each.kind === 'refused'));
      done += answer.value.results.filter(({ kind }) => kind === 'changed').length;
    }
    setBusy(false);
    setResults({ done, refused });
    const left = new Set(refused.map(({ number }) => number));
    office.check(new Set(checked.filter(({ number }) => left.has(number)).map(keyOf)));
    if (left.size === 0) office.keepDraft(place, undefined);
    office.refresh();
    focusWhenDrawn(places.said);
  }

  return (
    <section className={styles.pane} aria-labelledby="office-together-title">
      <div>
        <Button
          appearance="subtle"
          icon={<ArrowLeftRegular />}
          onClick={() => office.setTogether(false)}
        >
          {words.office.back}
        </Button>
      </div>
      <h2 className={styles.title} id="office-together-title">
        {words.office.togetherTitle(checked.length, words.office.together[kind])}
      </h2>
      {results && <Results done={results.done} refused={results.refused} />}
      {checked.length > 0 && (
        <form
          className={styles.form}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void send();
          }}
        >
          <p className={styles.text}>{words.office.togetherNote}</p>
          <ul className={styles.list}>
            {checked.map((row) => (
              <li key={keyOf(row)}>
                {row.number} {row.title}
              </li>
            ))}
          </ul>
          <ActFields
            fields={officeFields[name]}
            form={form}
            faults={{}}
            masters={office.masters}
            onChange={(field, value) => office.keepDraft(place, { ...form, [field]: value })}
          />
          <FailureBar failure={failure} />
          <p className={styles.note}>{texts.note}</p>
          <div>
            <Button type="submit" appearance="primary" disabledFocusable={busy}>
              {busy ? words.office.sending : texts.submit}
            </Button>
          </div>
        </form>
      )}
    </section>
  );
}
