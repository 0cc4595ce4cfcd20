import { Button, makeStyles, tokens, useAnnounce } from '@fluentui/react-components';
import { useState } from 'react';
import { formatDayAndTime } from '../../text/format.js';
import type { Failure } from '../exchange.js';
import type { StoredDraft } from '../propose/typed-form.js';
import { useProposeSurroundings } from '../propose/use-propose-surroundings.js';
import { FailureBar } from '../shell/FailureBar.js';
import { focusWhenDrawn } from '../shell/focus-when-drawn.js';

const useStyles = makeStyles({
  title: { margin: '0 0 4px', fontSize: '14px', lineHeight: '20px', outlineStyle: 'none' },
  rule: { margin: '0 0 8px', fontSize: '12px', lineHeight: '18px', wordBreak: 'auto-phrase' },
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px 12px',
    padding: '10px 14px',
    borderRadius: '8px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  what: { flex: '1 1 200px', minWidth: 0 },
  name: {
    margin: 0,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  line: { margin: 0, fontSize: '12px', lineHeight: '18px', color: tokens.colorNeutralForeground3 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

const titlePlace = 'drafts-title';
const mostCharacters = 60;

interface DraftSectionProps {
  readonly drafts: readonly StoredDraft[];
  readonly onOpen: (draft: StoredDraft) => void;
  /** Reads them again. */
  readonly onChanged: () => void;
}

function useNameOf(): (draft: StoredDraft) => string {
  const { words } = useProposeSurroundings();
  return ({ form }) => {
    const texts = [form.title, form.proposedContent, form.currentProblem];
    const [line = ''] = (texts.find((text) => text?.trim()) ?? '').trim().split('\n');
    return line.slice(0, mostCharacters) || words.propose.untitled;
  };
}

function DraftRow({
  draft,
  onOpen,
  onChanged,
}: Omit<DraftSectionProps, 'drafts'> & {
  readonly draft: StoredDraft;
}) {
  const styles = useStyles();
  const { client, words, locale } = useProposeSurroundings();
  const { announce } = useAnnounce();
  const [isAsking, setIsAsking] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const { propose } = words;
  const name = useNameOf()(draft);

  async function erase(): Promise<void> {
    const answer = await client.eraseDraft(draft.id);
    setIsAsking(false);
    if (!answer.ok) return setFailure(answer.failure);
    announce(propose.erased, { polite: true });
    focusWhenDrawn(titlePlace);
    onChanged();
  }

  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <p className={styles.name}>{name}</p>
        <p className={styles.line}>
          {isAsking ? propose.eraseAsk : propose.savedAt(formatDayAndTime(draft.savedAt, locale))}
        </p>
        <FailureBar failure={failure} />
      </div>
      <div className={styles.buttons}>
        {isAsking ? (
          <>
            <Button size="small" autoFocus onClick={() => setIsAsking(false)}>
              {propose.cancel}
            </Button>
            <Button size="small" onClick={() => void erase()}>
              {propose.erase}
            </Button>
          </>
        ) : (
          <>
            <Button size="small" aria-label={propose.goOnWith(name)} onClick={() => onOpen(draft)}>
              {propose.goOn}
            </Button>
            <Button
              size="small"
              appearance="subtle"
              aria-label={propose.eraseWhich(name)}
              onClick={() => setIsAsking(true)}
            >
              {propose.erase}
            </Button>
          </>
        )}
      </div>
    </li>
  );
}

/** 下書き: what the reader put aside, on whatever device, to go on with or to erase. */
export function DraftSection({ drafts, onOpen, onChanged }: DraftSectionProps) {
  const styles = useStyles();
  const { words } = useProposeSurroundings();
  if (drafts.length === 0) return null;
  return (
    <section aria-labelledby={titlePlace}>
      <h2 id={titlePlace} tabIndex={-1} className={styles.title}>
        {words.propose.drafts(drafts.length)}
      </h2>
      <p className={styles.rule}>{words.propose.draftsRule}</p>
      <ul className={styles.list}>
        {drafts.map((draft) => (
          <DraftRow key={draft.id} draft={draft} onOpen={onOpen} onChanged={onChanged} />
        ))}
      </ul>
    </section>
  );
}
