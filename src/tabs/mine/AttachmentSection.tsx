import { Button, makeStyles, tokens, useAnnounce } from '@fluentui/react-components';
import { AttachRegular, DeleteRegular, DocumentArrowUpRegular } from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import type { ProposalAnswer } from '../../contract/proposal-answers.js';
import type { Failure } from '../exchange.js';
import { AttachedFile } from '../shell/AttachedFile.js';
import { FailureBar } from '../shell/FailureBar.js';
import { useSurroundings } from '../shell/surroundings.js';
import { AttachForm } from './AttachForm.js';

const useStyles = makeStyles({
  section: { margin: '0 0 16px', display: 'flex', flexDirection: 'column', gap: '8px' },
  title: { margin: 0, fontSize: '14px', lineHeight: '20px', outlineStyle: 'none' },
  text: { margin: 0 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  ask: {
    padding: '10px 14px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
  },
});

type Step = 'rest' | 'attach' | 'take-back';

interface AttachmentSectionProps {
  readonly item: ProposalAnswer;
  /** Reads the proposal again. */
  readonly onChanged: () => void;
}

interface TakeBackProps {
  readonly number: string;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** Asks once before the file goes. */
function TakeBack({ number, onDone, onCancel }: TakeBackProps) {
  const styles = useStyles();
  const { client, words } = useSurroundings();
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);

  async function takeBack(): Promise<void> {
    setBusy(true);
    const answer = await client.takeBackAttachment(number);
    setBusy(false);
    if (answer.ok) onDone();
    else setFailure(answer.failure);
  }

  return (
    <div className={styles.ask}>
      <p className={styles.text}>{words.attachment.takeBackAsk}</p>
      <FailureBar failure={failure} />
      <div className={styles.buttons}>
        <Button appearance="primary" disabledFocusable={busy} onClick={() => void takeBack()}>
          {words.attachment.takeBackDo}
        </Button>
        <Button autoFocus onClick={onCancel}>
          {words.attachment.cancel}
        </Button>
      </div>
    </div>
  );
}

/** The one file of an own proposal: what it is, and until the review begins, attaching, replacing and taking it back. */
export function AttachmentSection({ item, onChanged }: AttachmentSectionProps) {
  const styles = useStyles();
  const { words } = useSurroundings();
  const { announce } = useAnnounce();
  const [step, setStep] = useState<Step>('rest');
  const heading = useRef<HTMLHeadingElement>(null);
  const { number, attachment, mayAttach = false } = item;
  if (!attachment && !mayAttach) return null;

  function rest(said?: string): void {
    setStep('rest');
    heading.current?.focus();
    if (said === undefined) return;
    announce(said, { polite: true });
    onChanged();
  }

  return (
    <section className={styles.section} aria-labelledby="attachment-title">
      <h3 ref={heading} className={styles.title} id="attachment-title" tabIndex={-1}>
        {words.attachment.title}
      </h3>
      {attachment && <AttachedFile number={number} file={attachment} />}
      {!attachment && step === 'rest' && <p className={styles.text}>{words.attachment.none}</p>}
      {mayAttach && step === 'rest' && (
        <div className={styles.buttons}>
          <Button
            icon={attachment ? <DocumentArrowUpRegular /> : <AttachRegular />}
            onClick={() => setStep('attach')}
          >
            {attachment ? words.attachment.replace : words.attachment.attach}
          </Button>
          {attachment && (
            <Button icon={<DeleteRegular />} onClick={() => setStep('take-back')}>
              {words.attachment.takeBack}
            </Button>
          )}
        </div>
      )}
      {mayAttach && step === 'attach' && (
        <AttachForm
          number={number}
          replaces={attachment !== undefined}
          onDone={() => rest(words.attachment.attached)}
          onCancel={() => rest()}
        />
      )}
      {mayAttach && step === 'take-back' && (
        <TakeBack
          number={number}
          onDone={() => rest(words.attachment.takenBack)}
          onCancel={() => rest()}
        />
      )}
    </section>
  );
}
