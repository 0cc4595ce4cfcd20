import {
  Button,
  Field,
  makeStyles,
  Textarea,
  tokens,
  useAnnounce,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { Failure } from '../exchange.js';
import { FailureBar } from '../shell/FailureBar.js';
import { fieldFailure } from '../shell/field-failure.js';
import { useSurroundings } from '../shell/surroundings.js';

const useStyles = makeStyles({
  section: { margin: '0 0 16px' },
  ask: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    padding: '12px 14px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  title: { margin: 0, fontSize: '14px', lineHeight: '20px' },
  text: { margin: 0, wordBreak: 'auto-phrase' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

const beginId = 'begin-withdrawal';

interface WithdrawFormProps {
  readonly number: string;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** Asks once, and for a reason where one wants to give it. */
function WithdrawForm({ number, onDone, onCancel }: WithdrawFormProps) {
  const styles = useStyles();
  const { client, words } = useSurroundings();
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const texts = words.withdrawal;

  async function withdraw(): Promise<void> {
    if (busy) return;
    setBusy(true);
    setFailure(undefined);
    const answer = await client.withdraw(number, reason);
    setBusy(false);
    if (answer.ok) onDone();
    else setFailure(answer.failure);
  }

  const fault = fieldFailure(failure, 'reason');
  return (
    <div className={styles.ask}>
      <h3 className={styles.title}>{texts.title(number)}</h3>
      <p className={styles.text}>{texts.ask}</p>
      <Field label={texts.reason} {...(fault && { validationMessage: fault })}>
        <Textarea value={reason} rows={2} onChange={(_, { value }) => setReason(value)} />
      </Field>
      <FailureBar failure={fault === undefined ? failure : undefined} />
      <div className={styles.buttons}>
        <Button appearance="primary" disabledFocusable={busy} onClick={() => void withdraw()}>
          {texts.confirm}
        </Button>
        <Button autoFocus disabledFocusable={busy} onClick={onCancel}>
          {texts.cancel}
        </Button>
      </div>
    </div>
  );
}

interface WithdrawSectionProps {
  readonly number: string;
  readonly mayWithdraw: boolean;
  /** Reads the proposal again. */
  readonly onChanged: () => void;
}

/**
 * 取下げ of an own proposal, until its review begins. A question that stands open stays, with the reason that is being
 * written: whoever is too late is told so when it is sent.
 */
export function WithdrawSection({ number, mayWithdraw, onChanged }: WithdrawSectionProps) {
  const styles = useStyles();
  const { words } = useSurroundings();
  const { announce } = useAnnounce();
  const [isAsking, setIsAsking] = useState(false);

  function done(): void {
    setIsAsking(false);
    announce(words.withdrawal.done(number), { polite: true });
    document.getElementById('detail-title')?.focus();
    onChanged();
  }

  function cancel(): void {
    setIsAsking(false);
    requestAnimationFrame(() => document.getElementById(beginId)?.focus());
  }

  if (!mayWithdraw && !isAsking) return null;
  return (
    <div className={styles.section}>
      {isAsking ? (
        <WithdrawForm number={number} onDone={done} onCancel={cancel} />
      ) : (
        <Button id={beginId} onClick={() => setIsAsking(true)}>
          {words.withdrawal.begin}
        </Button>
      )}
    </div>
  );
}
