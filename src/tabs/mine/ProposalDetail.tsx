import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons';
import { useCallback, useEffect, useRef } from 'react';
import type { MastersAnswer } from '../../contract/common-answers.js';
import type { ProposalAnswer } from '../../contract/proposal-answers.js';
import { outcomeWords } from '../../text/outcome-words.js';
import type { TabTexts } from '../../text/tab-texts.js';
import { masterLabel, ownerLabel } from '../shell/decision-facts.js';
import { FactList } from '../shell/FactList.js';
import { FailurePanel } from '../shell/FailurePanel.js';
import { LoadingRows } from '../shell/LoadingRows.js';
import { StatusBadge } from '../shell/StatusBadge.js';
import { useSurroundings } from '../shell/surroundings.js';
import { usePolled } from '../shell/use-polled.js';
import { WrittenTexts } from '../shell/WrittenTexts.js';
import { AnswerQuestion } from './AnswerQuestion.js';
import { AttachmentSection } from './AttachmentSection.js';
import { PublishedTrail } from './PublishedTrail.js';
import { nextStepWords } from './trace-words.js';
import { WithdrawSection } from './WithdrawSection.js';

const detailEveryMs = 30_000;

const useStyles = makeStyles({
  card: {
    padding: '16px 20px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: '8px',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  caption: {
    margin: 0,
    fontSize: '12px',
    lineHeight: '18px',
    color: tokens.colorNeutralForeground3,
  },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 12px' },
  title: {
    flex: '1 1 200px',
    minWidth: 0,
    margin: 0,
    fontSize: '20px',
    lineHeight: '28px',
    wordBreak: 'auto-phrase',
    overflowWrap: 'anywhere',
    outlineStyle: 'none',
  },
  facts: {
    margin: '12px 0 16px',
    padding: '10px 14px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  section: { margin: '0 0 10px', fontSize: '14px', lineHeight: '20px' },
  back: { marginBottom: '8px', marginLeft: '-8px' },
});

interface ProposalDetailProps {
  readonly number: string;
  readonly masters: MastersAnswer | undefined;
  /** Present where the detail is a page of its own. */
  readonly onBack: (() => void) | undefined;
}

/** Who proposes it together, with what each answered; only those who propose it are told. */
function coProposerFact({ coProposers = [] }: ProposalAnswer, { mine, between }: TabTexts) {
  const named = coProposers.map(({ name, answer }) =>
    mine.coProposer(name, mine.invitation[answer]),
  );
  return named.length > 0 ? [{ label: mine.coProposers, value: named.join(between) }] : [];
}

interface OpenedProps {
  readonly item: ProposalAnswer;
  readonly masters: MastersAnswer | undefined;
  readonly onChanged: () => void;
}

function Opened({ item, masters, onChanged }: OpenedProps) {
  const styles = useStyles();
  const { words, terms, locale } = useSurroundings();
  const { content } = item;
  const office = item.decision ? ownerLabel(item.decision.owner, masters, locale) : undefined;
  const outcome = outcomeWords(item, locale);
  const kinds = [
    masterLabel(masters, 'categories', content.categoryId, locale),
    content.isDigital ? terms.digital : terms.nonDigital,
    words.mine.costs(content.cost.needed ? terms.costNeeded : terms.costNotNeeded),
  ];
  return (
    <>
      <p className={styles.caption}>
        {[item.number, kinds.filter(Boolean).join(words.between)].join('　')}
      </p>
      <div className={styles.head}>
        <h2 className={styles.title} tabIndex={-1} id="detail-title">
          {item.title}
        </h2>
        <StatusBadge status={item.status} />
      </div>
      {!item.mine && <p className={styles.caption}>{words.mine.notYours}</p>}
      <div className={styles.facts}>
        <FactList
          facts={[
            { label: words.mine.next, value: nextStepWords(item, locale) },
            { label: words.mine.office, value: office ?? words.mine.secretariat },
            ...outcome.facts,
            ...outcome.texts,
            ...coProposerFact(item, words),
          ]}
        />
      </div>
      <AnswerQuestion item={item} onChanged={onChanged} />
      <h3 className={styles.section}>{words.mine.trail}</h3>
      <PublishedTrail trail={item.trail} masters={masters} />
      <h3 className={styles.section}>{words.mine.contents}</h3>
      <WrittenTexts content={content} headingLevel={4} />
      <AttachmentSection item={item} onChanged={onChanged} />
      <WithdrawSection
        number={item.number}
        mayWithdraw={item.mayWithdraw === true}
        onChanged={onChanged}
      />
    </>
  );
}

/** One proposal: what comes next, who holds it, the trail, and what was written. Give it the number as key. */
export function ProposalDetail({ number, masters, onBack }: ProposalDetailProps) {
  const styles = useStyles();
  const { client, words } = useSurroundings();
  const load = useCallback(() => client.proposal(number), [client, number]);
  const item = usePolled(load, detailEveryMs);
  const focused = useRef(false);
  const isPage = onBack !== undefined;
  const loaded = item.value !== undefined;

  useEffect(() => {
    if (!loaded || !isPage || focused.current) return;
    focused.current = true;
    document.getElementById('detail-title')?.focus();
  }, [loaded, isPage]);

  return (
    <section className={styles.card} aria-label={words.mine.trail} aria-busy={!loaded}>
      {onBack && (
        <Button
          className={styles.back}
          appearance="subtle"
          icon={<ArrowLeftRegular />}
          onClick={onBack}
        >
          {words.back}
        </Button>
      )}
      {item.value && <Opened item={item.value} masters={masters} onChanged={item.refresh} />}
      {!item.value && item.failure && (
        <FailurePanel failure={item.failure} title={words.failure.trail} onRetry={item.refresh} />
      )}
      {!item.value && !item.failure && <LoadingRows count={4} height={28} />}
    </section>
  );
}
