import { Button, makeStyles, tokens } from '@fluentui/react-components';
import {
  ArrowLeftRegular,
  ChevronDownRegular,
  ChevronUpRegular,
  EyeOffRegular,
} from '@fluentui/react-icons';
import type { TriageItem } from '../../contract/triage-answers.js';
import { codeTexts } from '../../text/code-texts.js';
import type { Failure } from '../exchange.js';
import { AttachedFile } from '../shell/AttachedFile.js';
import { masterLabel } from '../shell/decision-facts.js';
import { FailurePanel } from '../shell/FailurePanel.js';
import { LoadingRows } from '../shell/LoadingRows.js';
import { StatusBadge } from '../shell/StatusBadge.js';
import { WrittenTexts } from '../shell/WrittenTexts.js';
import { places } from './places.js';
import { ToCheckMark } from './ToCheckMark.js';
import type { Desk } from './use-desk.js';
import { useTriageSurroundings } from './use-triage-surroundings.js';
import { WorkingTrail } from './WorkingTrail.js';

const useStyles = makeStyles({
  pane: {
    display: 'flex',
    flexDirection: 'column',
    minHeight: 0,
    minWidth: 0,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  head: {
    padding: '8px 16px 12px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 8px' },
  number: { fontVariantNumeric: 'tabular-nums', color: tokens.colorNeutralForeground3 },
  moves: { display: 'flex', alignItems: 'center', gap: '4px', marginLeft: 'auto' },
  place: { marginRight: '4px', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  title: {
    margin: '4px 0 8px',
    fontSize: '18px',
    lineHeight: '26px',
    wordBreak: 'auto-phrase',
    overflowWrap: 'anywhere',
    outlineStyle: 'none',
  },
  why: { margin: '0 0 8px', fontSize: '12px', lineHeight: '18px' },
  chips: { display: 'flex', flexWrap: 'wrap', gap: '6px', margin: 0, padding: 0 },
  chip: {
    padding: '1px 8px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    fontSize: '12px',
    lineHeight: '18px',
    listStyleType: 'none',
  },
  body: {
    flex: 1,
    minHeight: 0,
    overflowY: 'auto',
    padding: '12px 16px',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  blind: {
    display: 'flex',
    alignItems: 'center',
    gap: '6px',
    margin: '0 0 12px',
    fontSize: '12px',
    color: tokens.colorNeutralForeground3,
  },
  file: { margin: '0 0 12px' },
  section: {
    margin: '0 -16px',
    padding: '12px 16px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  caption: { margin: '0 0 8px', fontSize: '14px', lineHeight: '20px' },
  choose: { padding: '40px 20px', textAlign: 'center' },
  foot: { padding: '8px 16px', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
});

function PlaceAndMoves({ desk }: { desk: Desk }) {
  const styles = useStyles();
  const { words } = useTriageSurroundings();
  const index = desk.visible.findIndex((row) => row.number === desk.current);
  const all = desk.visible.length;
  return (
    <span className={styles.moves}>
      {index >= 0 && (
        <span className={styles.place}>
          <span aria-hidden="true">{words.triage.place(index + 1, all)}</span>
          <span hidden>{words.triage.placeLabel(index + 1, all)}</span>
        </span>
      )}
      <Button
        appearance="subtle"
        size="small"
        icon={<ChevronUpRegular />}
        aria-label={words.triage.previous}
        disabled={index <= 0}
        onClick={() => desk.move(-1)}
      />
      <Button
        appearance="subtle"
        size="small"
        icon={<ChevronDownRegular />}
        aria-label={words.triage.next}
        disabled={index >= all - 1}
        onClick={() => desk.move(1)}
      />
    </span>
  );
}

function BackToList({ desk }: { desk: Desk }) {
  const { words } = useTriageSurroundings();
  return (
    <Button
      appearance="subtle"
      icon={<ArrowLeftRegular />}
      aria-label={words.triage.toList}
      onClick={() => desk.setPage('list')}
    />
  );
}

function Head({ item, desk, leadsBack }: { item: TriageItem; desk: Desk; leadsBack: boolean }) {
  const styles = useStyles();
  const { words, terms, locale } = useTriageSurroundings();
  const { receivedFor } = item;
  const isToCheck = desk.toCheck.has(item.number);
  const chips = [
    masterLabel(desk.masters, 'categories', item.categoryId, locale),
    item.isDigital ? terms.digital : terms.nonDigital,
    words.mine.costs(item.costNeeded ? terms.costNeeded : terms.costNotNeeded),
    ...(item.content.scopeHint === 'unknown' ? [] : [terms.scopeHint[item.content.scopeHint]]),
    ...(receivedFor
      ? [words.triage.onBehalf(codeTexts[locale].receiptRoute[receivedFor.route])]
      : []),
    ...(receivedFor?.throughOffice ? [words.triage.throughOffice] : []),
  ];
  return (
    <header className={styles.head}>
      <div className={styles.line}>
        {leadsBack && <BackToList desk={desk} />}
        <span className={styles.number}>{item.number}</span>
        <StatusBadge status={item.status} />
        {isToCheck && <ToCheckMark />}
        <PlaceAndMoves desk={desk} />
      </div>
      <h2 className={styles.title}>{item.title}</h2>
      {isToCheck && <p className={styles.why}>{words.triage.toCheckWhy}</p>}
      <ul className={styles.chips}>
        {chips.map((chip) => (
          <li key={chip} className={styles.chip}>
            {chip}
          </li>
        ))}
      </ul>
    </header>
  );
}

interface ItemPaneProps {
  readonly desk: Desk;
  readonly failure: Failure | undefined;
  readonly onRetry: () => void;
  /** Where the list is not in sight, a button leads to it. */
  readonly leadsBack: boolean;
  /** Whether the decision stands behind a button. */
  readonly opensDecide: boolean;
}

function Texts({ item }: { item: TriageItem }) {
  const styles = useStyles();
  const { words } = useTriageSurroundings();
  return (
    <>
      <WrittenTexts content={item.content} headingLevel={3} />
      {item.attachment && (
        <section className={styles.file} aria-label={words.attachment.title}>
          <AttachedFile key={item.number} number={item.number} file={item.attachment} />
        </section>
      )}
      <p className={styles.blind}>
        <EyeOffRegular aria-hidden="true" />
        {words.triage.blind}
      </p>
      <div className={styles.section}>
        <h3 className={styles.caption}>{words.triage.trail}</h3>
        <WorkingTrail trail={item.trail} />
      </div>
    </>
  );
}

function Missing({ desk, failure, onRetry }: Pick<ItemPaneProps, 'desk' | 'failure' | 'onRetry'>) {
  const styles = useStyles();
  const { words } = useTriageSurroundings();
  if (desk.current === undefined) return <p className={styles.choose}>{words.triage.choose}</p>;
  if (failure) {
    return <FailurePanel failure={failure} title={words.failure.trail} onRetry={onRetry} />;
  }
  return <LoadingRows key={desk.current} count={6} height={24} />;
}

/** The idea itself, before any opinion on it. */
export function ItemPane({ desk, failure, onRetry, leadsBack, opensDecide }: ItemPaneProps) {
  const styles = useStyles();
  const { words } = useTriageSurroundings();
  const { item } = desk;
  return (
    <section className={styles.pane} aria-label={words.triage.detailLabel} data-keys="item">
      {item && <Head item={item} desk={desk} leadsBack={leadsBack} />}
      {!item && leadsBack && (
        <header className={styles.head}>
          <div className={styles.line}>
            <BackToList desk={desk} />
            <PlaceAndMoves desk={desk} />
          </div>
        </header>
      )}
      {/* Always there, so that the focus has a place while the next item is being loaded. */}
      <section
        id={places.item}
        className={styles.body}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label={item?.title ?? words.loading}
        aria-busy={!item}
      >
        {item ? <Texts item={item} /> : <Missing desk={desk} failure={failure} onRetry={onRetry} />}
      </section>
      {item && opensDecide && (
        <div className={styles.foot}>
          <Button appearance="primary" onClick={() => desk.setPage('decide')}>
            {words.triage.openDecide}
          </Button>
        </div>
      )}
    </section>
  );
}
