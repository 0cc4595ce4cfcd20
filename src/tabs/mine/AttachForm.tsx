import { Button, Checkbox, makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import { DocumentRegular } from '@fluentui/react-icons';
import { useId, useRef, useState } from 'react';
import { kindOfEnding, mostAttachmentBytes } from '../../domain/attachments/attachment.js';
import type { Locale } from '../../domain/conversation.js';
import type { Refusal } from '../../domain/refusal.js';
import { formatBytes } from '../../text/format.js';
import { refusalText } from '../../text/refusal-texts.js';
import type { Failure } from '../exchange.js';
import { FailureBar } from '../shell/FailureBar.js';
import { useSurroundings } from '../shell/surroundings.js';

const useStyles = makeStyles({
  form: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    padding: '12px 14px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  choose: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 12px' },
  chosen: { minWidth: 0, overflowWrap: 'anywhere', fontWeight: '600' },
  hints: {
    margin: 0,
    paddingLeft: '20px',
    fontSize: '12px',
    lineHeight: '18px',
    color: tokens.colorNeutralForeground3,
  },
  caption: { margin: '4px 0 0', fontSize: '14px', lineHeight: '20px' },
  text: { margin: 0, fontSize: '12px', lineHeight: '18px', color: tokens.colorNeutralForeground3 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

interface AttachFormProps {
  readonly number: string;
  /** Whether it takes the place of a file that is there. */
  readonly replaces: boolean;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** What can be said of a file before it is sent; the server looks at its content. */
function refuseFile({ name, size }: File): Refusal | undefined {
  const ending = name.slice(name.lastIndexOf('.') + 1);
  if (size === 0) return { code: 'attachment-empty' };
  if (size > mostAttachmentBytes)
    return { code: 'attachment-too-large', limit: mostAttachmentBytes };
  return kindOfEnding(ending) ? undefined : { code: 'attachment-kind-unknown' };
}

function failureBefore(file: File, locale: Locale): Failure | undefined {
  const refusal = refuseFile(file);
  if (!refusal) return undefined;
  const message = refusalText(refusal, locale);
  return { kind: 'refused', code: refusal.code, message, fields: {}, present: undefined };
}

interface ChooseFileProps {
  readonly file: File | undefined;
  readonly busy: boolean;
  readonly onChoose: (file: File) => void;
}

function ChooseFile({ file, busy, onChoose }: ChooseFileProps) {
  const styles = useStyles();
  const { words, locale } = useSurroundings();
  const input = useRef<HTMLInputElement>(null);
  const { attachment } = words;
  return (
    <div className={styles.choose}>
      <input
        ref={input}
        type="file"
        hidden
        accept=".pdf,.docx,.xlsx,.pptx,.png,.jpg,.jpeg"
        onChange={({ target }) => {
          const [chosen] = target.files ?? [];
          // The same file can be chosen again after it was changed.
          target.value = '';
          if (chosen) onChoose(chosen);
        }}
      />
      <Button
        autoFocus
        icon={<DocumentRegular />}
        disabledFocusable={busy}
        onClick={() => input.current?.click()}
      >
        {file ? attachment.chooseOther : attachment.choose}
      </Button>
      {file && (
        <span className={styles.chosen}>
          {/* The name cannot turn the direction of what stands beside it. */}
          {attachment.chosen(`\u2068${file.name}\u2069`, formatBytes(file.size, locale))}
        </span>
      )}
    </div>
  );
}

/** Chooses a file, confirms who may read it, and sends it. */
export function AttachForm({ number, replaces, onDone, onCancel }: AttachFormProps) {
  const styles = useStyles();
  const { client, words, locale } = useSurroundings();
  const [file, setFile] = useState<File>();
  const [agreed, setAgreed] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const whyId = useId();
  const { attachment } = words;
  const isReady = file !== undefined && agreed && !busy;

  function choose(chosen: File): void {
    const refused = failureBefore(chosen, locale);
    setFailure(refused);
    setFile(refused ? undefined : chosen);
  }

  async function send(): Promise<void> {
    if (!file || !isReady) return;
    setBusy(true);
    setFailure(undefined);
    const answer = await client.attach(number, file, { agreed, replaces });
    setBusy(false);
    if (answer.ok) onDone();
    else setFailure(answer.failure);
  }

  return (
    <div className={styles.form} aria-busy={busy}>
      <ChooseFile file={file} busy={busy} onChoose={choose} />
      <ul className={styles.hints}>
        <li>{attachment.kinds}</li>
        <li>{attachment.combine}</li>
        <li>{attachment.cleaned}</li>
      </ul>
      <h4 className={styles.caption}>{attachment.consentTitle}</h4>
      <Checkbox
        checked={agreed}
        disabled={busy}
        label={attachment.consent}
        onChange={(_, { checked }) => setAgreed(checked === true)}
      />
      <FailureBar failure={failure} />
      {busy && <ProgressBar aria-label={attachment.sending} />}
      <p className={styles.text} id={whyId} role="status">
        {busy && attachment.sending}
        {!busy && file && !agreed && attachment.consentNeeded}
      </p>
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          disabledFocusable={!isReady}
          aria-describedby={whyId}
          onClick={() => void send()}
        >
          {attachment.send}
        </Button>
        <Button disabledFocusable={busy} onClick={onCancel}>
          {attachment.cancel}
        </Button>
      </div>
    </div>
  );
}
