import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { EyeOffRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { MastersAnswer } from '../../contract/common-answers.js';
import type { OfficeItem } from '../../contract/office-answers.js';
import { codeTexts } from '../../text/code-texts.js';
import { formatDateTime, formatLongDate } from '../../text/format.js';
import { AttachedFile } from '../shell/AttachedFile.js';
import { decisionFacts, masterLabel } from '../shell/decision-facts.js';
import { FactList } from '../shell/FactList.js';
import { StatusBadge } from '../shell/StatusBadge.js';
import { WrittenTexts } from '../shell/WrittenTexts.js';
import type { OfficeRow } from './office-rows.js';
import { PendingFacts } from './PendingFacts.js';
import { useOfficeSurroundings } from './use-office-surroundings.js';

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 8px' },
  number: { fontVariantNumeric: 'tabular-nums', color: tokens.colorNeutralForeground3 },
  title: {
    margin: '4px 0 8px',
    fontSize: '20px',
    lineHeight: '28px',
    wordBreak: 'auto-phrase',
    overflowWrap: 'anywhere',
  },
  chips: { display: 'flex', flexWrap: 'wrap', gap: '6px', margin: '0 0 12px', padding: 0 },
  chip: {
    padding: '1px 8px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    fontSize: '12px',
    lineHeight: '18px',
    listStyleType: 'none',
  },
  blind: {
    display: 'flex',
    gap: '10px',
    margin: '0 0 16px',
    padding: '10px 14px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorBrandBackground2,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    fontSize: '13px',
    lineHeight: '20px',
    wordBreak: 'auto-phrase',
  },
  icon: { flexShrink: 0, fontSize: '20px' },
  /** One size larger than elsewhere: an office reads few, and reads them whole. */
  texts: { fontSize: '15px', lineHeight: '25px' },
  section: {
    marginTop: '4px',
    padding: '12px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  caption: { margin: '0 0 4px', fontSize: '14px', lineHeight: '20px' },
  text: { margin: '0 0 4px', whiteSpace: 'pre-line', overflowWrap: 'anywhere' },
  reason: { marginTop: '8px' },
  quiet: { margin: 0, fontSize: '12px', lineHeight: '18px', color: tokens.colorNeutralForeground2 },
});

function Part({ title, children }: { title: string; children: ReactNode }) {
  const styles = useStyles();
  return (
    <section className={styles.section}>
      <h3 className={styles.caption}>{title}</h3>
      {children}
    </section>
  );
}

/** What was asked in the request of the row that is open, and what the office said to it. */
function Request({ item, row, masters }: OfficeItemTextsProps) {
  const styles = useStyles();
  const { words, locale } = useOfficeSurroundings();
  const request = item.requests.find(({ id }) => id === row.requestId);
  if (!request) return null;
  const { opinion, returned } = request;
  return (
    <>
      <Part title={words.office.asked}>
        <p className={styles.text}>{request.text}</p>
        <p className={styles.quiet}>{words.office.due(formatLongDate(request.dueOn, locale))}</p>
        {row.isOver && <p className={styles.text}>{words.office.overText}</p>}
      </Part>
      {opinion && (
        <Part title={words.office.ownOpinion}>
          <p className={styles.text}>
            <b>{codeTexts[locale].opinionVerdict[opinion.verdict]}</b>
          </p>
          <p className={styles.text}>{opinion.text}</p>
          <p className={styles.quiet}>
            {words.office.by(opinion.byName, formatDateTime(opinion.at, locale))}
          </p>
        </Part>
      )}
      {returned && (
        <Part title={words.office.ownReturn}>
          <p className={styles.text}>{returned.reason}</p>
          {returned.suggestedDepartmentId !== undefined && (
            <p className={styles.text}>
              {masterLabel(masters, 'departments', returned.suggestedDepartmentId, locale)}
            </p>
          )}
          <p className={styles.quiet}>
            {words.office.by(returned.byName, formatDateTime(returned.at, locale))}
          </p>
        </Part>
      )}
    </>
  );
}

/** What was decided and what the office last said, for the office that owns it. */
function OwnersParts({ item, masters }: Pick<OfficeItemTextsProps, 'item' | 'masters'>) {
  const styles = useStyles();
  const { words, locale } = useOfficeSurroundings();
  const { decision, reply, progress } = item;
  const { replyAnswer, progressAnswer } = codeTexts[locale];
  return (
    <>
      {decision && (
        <Part title={words.office.decision}>
          <FactList facts={decisionFacts(decision, masters, locale)} />
          <p className={mergeClasses(styles.text, styles.reason)}>{decision.reason}</p>
        </Part>
      )}
      {reply && (
        <Part title={words.office.lastReply}>
          <p className={styles.text}>
            <b>{replyAnswer[reply.answer]}</b>
            {words.between}
            {formatLongDate(reply.by, locale)}
          </p>
          <p className={styles.text}>{reply.text}</p>
          <p className={styles.quiet}>{formatDateTime(reply.repliedAt, locale)}</p>
        </Part>
      )}
      {progress && (
        <Part title={words.office.lastProgress}>
          <p className={styles.text}>
            <b>{progressAnswer[progress.answer]}</b>
          </p>
          {progress.note !== undefined && <p className={styles.text}>{progress.note}</p>}
          <p className={styles.quiet}>{formatDateTime(progress.at, locale)}</p>
        </Part>
      )}
    </>
  );
}

interface OfficeItemTextsProps {
  readonly item: OfficeItem;
  readonly row: OfficeRow;
  readonly masters: MastersAnswer;
}

/** A proposal as an office reads it: the idea, what is asked, what was decided; nobody's name. */
export function OfficeItemTexts({ item, row, masters }: OfficeItemTextsProps) {
  const styles = useStyles();
  const { words, terms, locale } = useOfficeSurroundings();
  const { content } = item;
  const isRedacted = item.requests.some(({ isRedacted: is }) => is === true);
  const chips = [
    masterLabel(masters, 'categories', content.categoryId, locale),
    content.isDigital ? terms.digital : terms.nonDigital,
    words.mine.costs(content.cost.needed ? terms.costNeeded : terms.costNotNeeded),
    ...(content.scopeHint === 'unknown' ? [] : [terms.scopeHint[content.scopeHint]]),
  ];
  return (
    <>
      <div className={styles.line}>
        <span className={styles.number}>{item.number}</span>
        <StatusBadge status={item.status} />
      </div>
      <h2 className={styles.title}>{content.title}</h2>
      <ul className={styles.chips}>
        {chips.map((chip) => (
          <li key={chip} className={styles.chip}>
            {chip}
          </li>
        ))}
      </ul>
      <div className={styles.blind}>
        <EyeOffRegular className={styles.icon} aria-hidden="true" />
        <div>
          <b>{words.office.blindTitle}</b>
          <br />
          {words.office.blindText}
          {row.kind === 'opinion' && ` ${words.office.blindAsk}`}
          {isRedacted && ` ${words.office.redacted}`}
        </div>
      </div>
      <div className={styles.texts}>
        <WrittenTexts content={content} headingLevel={3} />
      </div>
      {item.attachment && (
        <Part title={words.attachment.title}>
          <AttachedFile key={item.number} number={item.number} file={item.attachment} />
        </Part>
      )}
      {item.attachmentWithheld && <p className={styles.quiet}>{words.office.withheld}</p>}
      <Request item={item} row={row} masters={masters} />
      <PendingFacts item={item} />
      <OwnersParts item={item} masters={masters} />
    </>
  );
}
