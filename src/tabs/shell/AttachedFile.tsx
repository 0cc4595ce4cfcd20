import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular, AttachRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { AttachmentAnswer } from '../../contract/state-shapes.js';
import { civilDateOf } from '../../domain/instant.js';
import { formatBytes, formatMonthDay } from '../../text/format.js';
import type { Failure } from '../exchange.js';
import { FailureBar } from './FailureBar.js';
import { saveFile } from './save-file.js';
import { useSurroundings } from './surroundings.js';

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 12px' },
  file: { display: 'flex', alignItems: 'center', gap: '6px', minWidth: 0 },
  name: { fontWeight: '600', overflowWrap: 'anywhere' },
  about: { fontSize: '12px', lineHeight: '18px', color: tokens.colorNeutralForeground3 },
});

interface AttachedFileProps {
  readonly number: string;
  readonly file: AttachmentAnswer;
}

/** The file of a proposal, with a button that saves it. It is never shown in the page. */
export function AttachedFile({ number, file }: AttachedFileProps) {
  const styles = useStyles();
  const { client, words, locale } = useSurroundings();
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);

  async function save(): Promise<void> {
    setBusy(true);
    const fetched = await client.attachment(number);
    setBusy(false);
    setFailure(fetched.ok ? undefined : fetched.failure);
    if (fetched.ok) saveFile(file.name, fetched.value);
  }

  const day = formatMonthDay(civilDateOf(file.at), locale);
  return (
    <>
      <div className={styles.line}>
        <span className={styles.file}>
          <AttachRegular aria-hidden="true" />
          <bdi className={styles.name}>{file.name}</bdi>
        </span>
        <span className={styles.about}>
          {words.attachment.about(formatBytes(file.size, locale), day)}
        </span>
        <Button
          size="small"
          icon={busy ? <Spinner size="tiny" /> : <ArrowDownloadRegular />}
          disabledFocusable={busy}
          onClick={() => void save()}
        >
          {busy ? words.attachment.saving : words.attachment.save}
        </Button>
      </div>
      <FailureBar failure={failure} />
    </>
  );
}
