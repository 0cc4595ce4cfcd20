import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { OfficeItem } from '../../contract/office-answers.js';
import type { OfficeActName } from '../../domain/queues/office-act-names.js';
import type { Failure } from '../exchange.js';
import { FailureBar } from '../shell/FailureBar.js';
import { ActFields } from './ActFields.js';
import { DueMark } from './DueMark.js';
import { officeFields } from './office-fields.js';
import { keyOf, type OfficeRow } from './office-rows.js';
import type { Office } from './use-office.js';
import { useOfficeSurroundings } from './use-office-surroundings.js';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '12px' },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 8px' },
  title: { margin: 0, fontSize: '16px', lineHeight: '22px' },
  note: {
    margin: 0,
    fontSize: '12px',
    lineHeight: '18px',
    color: tokens.colorNeutralForeground2,
    wordBreak: 'auto-phrase',
  },
  main: { width: '100%' },
});

interface ActFormProps {
  readonly act: OfficeActName;
  readonly office: Office;
  readonly row: OfficeRow;
  readonly item: OfficeItem;
  readonly onDone: () => void;
}

/** The form of one act on one proposal. What is written stays until it is sent, whatever else is looked at. */
export function ActForm({ act, office, row, item, onDone }: ActFormProps) {
  const styles = useStyles();
  const { client, words } = useOfficeSurroundings();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const place = `${act} ${keyOf(row)}`;
  const form = office.draft(place);
  const texts = words.office.actOf[act];
  const faults = failure?.kind === 'refused' ? failure.fields : {};
  const isOfFields = Object.keys(faults).length > 0;

  async function send(): Promise<void> {
    if (busy) return;
    setBusy(true);
    setFailure(undefined);
    const { requestId } = row;
    const answer = await client.officeAct(item.number, act, {
      ...(item.seq !== undefined && { seq: item.seq }),
      form: { ...form, ...(requestId !== undefined && { requestId }) },
    });
    setBusy(false);
    if (!answer.ok) {
      setFailure(answer.failure);
      return;
    }
    office.keepDraft(place, undefined);
    onDone();
  }

  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <div className={styles.head}>
        <h2 className={styles.title}>{texts.title}</h2>
        <DueMark row={row} />
      </div>
      <ActFields
        fields={officeFields[act]}
        form={form}
        faults={faults}
        masters={office.masters}
        onChange={(field, value) => office.keepDraft(place, { ...form, [field]: value })}
      />
      <FailureBar failure={isOfFields ? undefined : failure} />
      <p className={styles.note}>{texts.note}</p>
      <Button type="submit" appearance="primary" className={styles.main} disabledFocusable={busy}>
        {busy ? words.office.sending : texts.submit}
      </Button>
    </form>
  );
}
