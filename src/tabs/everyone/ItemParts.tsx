import { makeStyles, tokens } from '@fluentui/react-components';
import type { MastersAnswer } from '../../contract/common-answers.js';
import type { ProposalAnswer } from '../../contract/proposal-answers.js';
import type { SupportState } from '../../domain/support.js';
import { traceOf } from '../../domain/trace.js';
import { outcomeWords } from '../../text/outcome-words.js';
import { PublishedTrail } from '../mine/PublishedTrail.js';
import { TraceLine } from '../mine/TraceLine.js';
import { nextStepWords } from '../mine/trace-words.js';
import { masterLabel, ownerLabel } from '../shell/decision-facts.js';
import { FactList } from '../shell/FactList.js';
import { StatusBadge } from '../shell/StatusBadge.js';
import { WrittenTexts } from '../shell/WrittenTexts.js';
import { places } from './places.js';
import { EndorseButton, FollowButton } from './SupportButtons.js';
import { useEveryoneSurroundings } from './use-everyone-surroundings.js';
import type { Supportable } from './use-support.js';

const useStyles = makeStyles({
  caption: {
    margin: 0,
    fontSize: '12px',
    lineHeight: '18px',
    color: tokens.colorNeutralForeground2,
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
  trace: { margin: '12px 0 0' },
  buttons: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px',
    marginTop: '12px',
  },
  facts: {
    margin: '12px 0 16px',
    padding: '10px 14px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  section: { margin: '16px 0 10px', fontSize: '14px', lineHeight: '20px' },
});

interface ItemPartsProps {
  readonly item: ProposalAnswer;
  /** The item with what was said of it just now. */
  readonly of: Supportable;
  readonly masters: MastersAnswer | undefined;
  readonly onGive: (after: SupportState) => void;
}

/** Kind, next step, office, who proposed it where they agreed, and what came of it. */
function Facts({ item, of, masters }: Omit<ItemPartsProps, 'onGive'>) {
  const { words, terms, locale } = useEveryoneSurroundings();
  const { content } = item;
  const outcome = outcomeWords(item, locale);
  const office = item.decision ? ownerLabel(item.decision.owner, masters, locale) : undefined;
  // The other sentences speak to those who proposed it.
  const isPromised = item.as !== undefined || (item.status === 'decided' && item.decision);
  const next = isPromised ? [{ label: words.mine.next, value: nextStepWords(item, locale) }] : [];
  const name = item.proposerName;
  return (
    <FactList
      facts={[
        ...next,
        { label: words.mine.office, value: office ?? words.mine.secretariat },
        { label: words.everyone.supporters, value: words.everyone.supportersOf(of.supporters) },
        ...(name === undefined ? [] : [{ label: words.everyone.proposer, value: name }]),
        {
          label: words.everyone.facet.category,
          value: masterLabel(masters, 'categories', content.categoryId, locale),
        },
        {
          label: words.everyone.facet.cost,
          value: content.cost.needed ? terms.costNeeded : terms.costNotNeeded,
        },
        ...outcome.facts,
        ...outcome.texts,
      ]}
    />
  );
}

/** A proposal as everyone may see it: how far it is, what one can say, the trail, and what was written. */
export function ItemParts({ item, of, masters, onGive }: ItemPartsProps) {
  const styles = useStyles();
  const { words } = useEveryoneSurroundings();
  const isOwn = item.as !== undefined;
  return (
    <>
      <div className={styles.head}>
        <h2 className={styles.title} tabIndex={-1} id={places.itemTitle}>
          {item.title}
        </h2>
        <StatusBadge status={item.status} />
      </div>
      <div className={styles.trace}>
        <TraceLine steps={traceOf(item)} />
      </div>
      <div className={styles.buttons}>
        {isOwn ? (
          <p className={styles.caption}>{words.everyone.yours}</p>
        ) : (
          <>
            <EndorseButton of={of} onGive={onGive} isFramed />
            <FollowButton of={of} onGive={onGive} isFramed />
          </>
        )}
      </div>
      <div className={styles.facts}>
        <Facts item={item} of={of} masters={masters} />
      </div>
      <h3 className={styles.section}>{words.mine.trail}</h3>
      <PublishedTrail trail={item.trail} masters={masters} />
      <h3 className={styles.section}>{words.mine.contents}</h3>
      <WrittenTexts content={item.content} headingLevel={4} />
    </>
  );
}
