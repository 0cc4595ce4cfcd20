import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { SubmittedAnswer } from '../../contract/propose-answers.js';
import { alikeTexts } from '../../text/alike-texts.js';
import { personalDataTexts } from '../../text/personal-data-texts.js';
import { useProposeSurroundings } from './use-propose-surroundings.js';

const useStyles = makeStyles({
  panel: {
    display: 'flex',
    flexDirection: 'column',
    gap: '10px',
    padding: '14px 16px',
    borderRadius: '8px',
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    outlineStyle: 'none',
  },
  title: { margin: 0, fontSize: '16px', lineHeight: '22px' },
  text: { margin: 0, wordBreak: 'auto-phrase' },
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  row: {
    padding: '10px 12px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  line: { margin: 0, fontSize: '12px', lineHeight: '18px', color: tokens.colorNeutralForeground3 },
  name: { margin: 0, fontWeight: tokens.fontWeightSemibold },
});

const mostWords = 3;

/** Where the focus goes when a question comes. */
export const questionPlace = 'propose-question';

type Question = Extract<SubmittedAnswer, { readonly kind: 'warned' | 'alike' }>;

interface QuestionPanelProps {
  readonly question: Question;
  readonly isBusy: boolean;
  readonly endorsed: readonly string[];
  readonly onSendAnyway: () => void;
  readonly onEndorse: (number: string) => void;
}

function Warned({ question, isBusy, onSendAnyway }: QuestionPanelProps) {
  const styles = useStyles();
  const { locale, terms } = useProposeSurroundings();
  const texts = personalDataTexts[locale];
  if (question.kind !== 'warned') return null;
  return (
    <>
      <h2 className={styles.title}>{texts.summary}</h2>
      <ul className={styles.list}>
        {question.found.map(({ kind, field, text }) => (
          <li key={`${field} ${text}`} className={styles.row}>
            <p className={styles.line}>{texts.place(terms.field[field], texts.kind[kind])}</p>
            <p className={styles.name}>{text}</p>
          </li>
        ))}
      </ul>
      <p className={styles.text}>{texts.advice}</p>
      <div>
        <Button disabledFocusable={isBusy} onClick={onSendAnyway}>
          {texts.sendAnyway}
        </Button>
      </div>
    </>
  );
}

type Hint = Extract<Question, { readonly kind: 'alike' }>['hints'][number];

interface AlikeRowProps extends Pick<QuestionPanelProps, 'isBusy' | 'endorsed' | 'onEndorse'> {
  readonly hint: Hint;
}

function EndorseOnly({ hint, isBusy, endorsed, onEndorse }: AlikeRowProps) {
  const { locale } = useProposeSurroundings();
  const texts = alikeTexts[locale];
  if (hint.kind !== 'proposal') return null;
  const isEndorsed = endorsed.includes(hint.number);
  return (
    <Button
      size="small"
      disabledFocusable={isBusy || isEndorsed}
      aria-label={`${isEndorsed ? texts.endorsed : texts.endorse} ${hint.number}`}
      onClick={() => onEndorse(hint.number)}
    >
      {isEndorsed ? texts.endorsed : texts.endorse}
    </Button>
  );
}

function AlikeRow(props: AlikeRowProps) {
  const { hint } = props;
  const styles = useStyles();
  const { words, locale, terms } = useProposeSurroundings();
  const texts = alikeTexts[locale];
  const met = hint.words
    .slice(0, mostWords)
    .map(({ here, there }) => (here === there ? here : texts.pair(here, there)));
  const what =
    hint.kind === 'proposal'
      ? `${hint.number}　${terms.status[hint.status]}`
      : words.propose.realised;
  return (
    <li className={styles.row}>
      <p className={styles.line}>{what}</p>
      <p className={styles.name}>{hint.title}</p>
      {met.length > 0 && <p className={styles.line}>{texts.shared(met)}</p>}
      {hint.opposed.length > 0 && (
        <p className={styles.line}>{texts.opposed(hint.opposed.slice(0, mostWords))}</p>
      )}
      <EndorseOnly {...props} />
    </li>
  );
}

function Alike({ question, ...rest }: QuestionPanelProps) {
  const styles = useStyles();
  const { locale } = useProposeSurroundings();
  const texts = alikeTexts[locale];
  if (question.kind !== 'alike') return null;
  return (
    <>
      <h2 className={styles.title}>{texts.headline(question.hints.length)}</h2>
      <p className={styles.text}>{texts.text}</p>
      <ul className={styles.list}>
        {question.hints.map((hint) => (
          <AlikeRow key={hint.kind === 'proposal' ? hint.number : hint.id} hint={hint} {...rest} />
        ))}
      </ul>
    </>
  );
}

/** What is asked before a proposal is stored: about what looks like personal data, then about what is like it. */
export function QuestionPanel(props: QuestionPanelProps) {
  const styles = useStyles();
  return (
    <section id={questionPlace} tabIndex={-1} className={styles.panel} role="alert">
      {props.question.kind === 'warned' ? <Warned {...props} /> : <Alike {...props} />}
    </section>
  );
}
