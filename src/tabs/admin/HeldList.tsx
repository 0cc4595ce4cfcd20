import {
  Button,
  Checkbox,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { HeldNoticesAnswer, SettleHeldAnswer } from '../../contract/notice-answers.js';
import { civilDateOf } from '../../domain/instant.js';
import { formatCount, formatShortDate } from '../../text/format.js';
import type { Failure } from '../exchange.js';
import { FailureBar } from '../shell/FailureBar.js';
import { useAdminSurroundings } from './use-admin-surroundings.js';

const useStyles = makeStyles({
  caption: { margin: '8px 0 0', fontSize: '14px', lineHeight: '20px' },
  text: { margin: 0, fontSize: '12px', lineHeight: '18px', wordBreak: 'auto-phrase' },
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  line: {
    display: 'flex',
    alignItems: 'start',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  words: { padding: '6px 0', minWidth: 0, overflowWrap: 'anywhere' },
  about: { display: 'block', fontSize: '12px', color: tokens.colorNeutralForeground2 },
  results: { margin: '4px 0 0', paddingLeft: '20px' },
});

type Held = HeldNoticesAnswer['notices'][number];
type Results = SettleHeldAnswer['results'];

function useNames() {
  const { words, locale } = useAdminSurroundings();
  const texts = words.admin;
  return {
    nameOf: ({ number, title }: Held): string => title ?? number ?? texts.unnamed,
    aboutOf: ({ kind, place, recipients, recordedAt }: Held): string =>
      [
        ...(kind ? [texts.kind[kind]] : []),
        texts.place[place],
        texts.recipients(formatCount(recipients)),
        ...(recordedAt === undefined
          ? []
          : [texts.recordedAt(formatShortDate(civilDateOf(recordedAt), locale))]),
      ].join(words.between),
  };
}

function ResultBar({ results, held }: { results: Results; held: readonly Held[] }) {
  const styles = useStyles();
  const { words } = useAdminSurroundings();
  const { nameOf } = useNames();
  const left = results.filter((each) => each.kind === 'refused');
  const name = (id: string) => {
    const notice = held.find((each) => each.id === id);
    return notice ? nameOf(notice) : words.admin.unnamed;
  };
  return (
    <MessageBar intent={left.length > 0 ? 'warning' : 'success'} layout="multiline" role="status">
      <MessageBarBody>
        <MessageBarTitle>
          {words.admin.settled(formatCount(results.length - left.length))}
        </MessageBarTitle>
        {left.length > 0 && (
          <ul className={styles.results}>
            {left.map(({ id, refusal }) => (
              <li key={id}>{words.admin.leftOne(name(id), refusal.message)}</li>
            ))}
          </ul>
        )}
      </MessageBarBody>
    </MessageBar>
  );
}

interface HeldListProps {
  readonly held: HeldNoticesAnswer;
  /** Asks for the list anew. */
  readonly onChanged: () => void;
}

/** The notices of which nobody knows whether they arrived: to be told, or not, by decision of a person. */
export function HeldList({ held, onChanged }: HeldListProps) {
  const styles = useStyles();
  const { client, words } = useAdminSurroundings();
  const { nameOf, aboutOf } = useNames();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const [results, setResults] = useState<Results>();
  const { notices, total } = held;
  const checked = notices.filter(({ id }) => ticked.has(id)).map(({ id }) => id);

  async function settle(word: 'release' | 'dismiss'): Promise<void> {
    if (busy || checked.length === 0) return;
    setBusy(true);
    setFailure(undefined);
    const answer = await client.settleHeld(word, checked);
    setBusy(false);
    if (answer.ok) {
      setResults(answer.value.results);
      setTicked(new Set());
    } else setFailure(answer.failure);
    onChanged();
  }

  const tick = (id: string, isOn: boolean) => {
    const next = new Set(checked);
    if (isOn) next.add(id);
    else next.delete(id);
    setTicked(next);
  };
  return (
    <>
      <h3 className={styles.caption}>{words.admin.held}</h3>
      {results && <ResultBar results={results} held={notices} />}
      <FailureBar failure={failure} />
      {total === 0 ? (
        <p className={styles.text}>{words.admin.noHeld}</p>
      ) : (
        <>
          <p className={styles.text}>{words.admin.heldWhy}</p>
          <div className={styles.bar}>
            <Checkbox
              label={words.admin.selectAll}
              checked={checked.length === notices.length ? true : checked.length > 0 && 'mixed'}
              onChange={(_, { checked: all }) =>
                setTicked(all === true ? new Set(notices.map(({ id }) => id)) : new Set())
              }
            />
            <span>{words.admin.heldShown(formatCount(notices.length), formatCount(total))}</span>
            {(['release', 'dismiss'] as const).map((word) => (
              <Button
                key={word}
                disabledFocusable={busy || checked.length === 0}
                onClick={() => void settle(word)}
              >
                {busy ? words.admin.settling : words.admin[word]}
              </Button>
            ))}
            <span role="status">
              {checked.length > 0 && words.admin.selected(formatCount(checked.length))}
            </span>
          </div>
          <ul className={styles.list}>
            {notices.map((notice) => (
              <li key={notice.id} className={styles.line}>
                <Checkbox
                  aria-label={words.admin.selectOne(nameOf(notice))}
                  checked={ticked.has(notice.id)}
                  onChange={(_, { checked: isOn }) => tick(notice.id, isOn === true)}
                />
                <span className={styles.words}>
                  {nameOf(notice)}
                  <span className={styles.about}>{aboutOf(notice)}</span>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
