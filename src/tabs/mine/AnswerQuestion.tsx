import {
  Button,
  Field,
  makeStyles,
  Textarea,
  tokens,
  useAnnounce,
} from '@fluentui/react-components';
import { SendRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { ProposalAnswer } from '../../contract/proposal-answers.js';
import { formatLongDate } from '../../text/format.js';
import type { Failure } from '../exchange.js';
import { FailureBar } from '../shell/FailureBar.js';
import { fieldFailure } from '../shell/field-failure.js';
import { useSurroundings } from '../shell/surroundings.js';

const useStyles = makeStyles({
  section: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    margin: '12px 0 16px',
    padding: '12px 14px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorBrandStroke1}`,
  },
  title: { margin: 0, fontSize: '14px', lineHeight: '20px' },
  question: { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  note: { margin: 0, fontSize: '12px', lineHeight: '18px', color: tokens.colorNeutralForeground3 },
});

interface AnswerQuestionProps {
  readonly item: ProposalAnswer;
  /** Reads the proposal again. */
  readonly onChanged: () => void;
}

interface AnswerFormProps {
  readonly number: string;
  readonly onSent: () => void;
}

function AnswerForm({ number, onSent }: AnswerFormProps) {
  const { client, words } = useSurroundings();
  const [written, setWritten] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const isReady = written.trim() !== '' && !busy;
  const texts = words.question;

  async function send(): Promise<void> {
    if (!isReady) return;
    setBusy(true);
    setFailure(undefined);
    const answer = await client.answerQuestion(number, written);
    setBusy(false);
    if (answer.ok) onSent();
    else setFailure(answer.failure);
  }

  const fault = fieldFailure(failure, 'answer');
  return (
    <>
      <Field label={texts.label} required {...(fault && { validationMessage: fault })}>
        <Textarea
          value={written}
          rows={4}
          resize="vertical"
          onChange={(_, { value }) => setWritten(value)}
        />
      </Field>
      <FailureBar failure={fault === undefined ? failure : undefined} />
      <div>
        <Button
          appearance="primary"
          icon={<SendRegular />}
          disabledFocusable={!isReady}
          onClick={() => void send()}
        >
          {busy ? texts.sending : texts.send}
        </Button>
      </div>
    </>
  );
}

/** What the secretariat asks of those who proposed it, and where whoever proposed it answers. */
export function AnswerQuestion({ item, onChanged }: AnswerQuestionProps) {
  const styles = useStyles();
  const { words, locale } = useSurroundings();
  const { announce } = useAnnounce();
  const { number, question } = item;
  if (!question) return null;

  function sent(): void {
    announce(words.question.sent, { polite: true });
    onChanged();
  }

  return (
    <section className={styles.section} aria-labelledby="question-title">
      <h3 className={styles.title} id="question-title">
        {words.question.title}
      </h3>
      <p className={styles.question}>{question.text}</p>
      <p className={styles.note}>{words.question.due(formatLongDate(question.dueOn, locale))}</p>
      {item.as === 'proposer' ? (
        <AnswerForm key={question.text} number={number} onSent={sent} />
      ) : (
        <p className={styles.note}>{words.question.byProposer}</p>
      )}
    </section>
  );
}
