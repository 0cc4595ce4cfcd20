import { Button, MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { MastersAnswer } from '../../contract/common-answers.js';
import type { ProposalFormAnswer } from '../../contract/propose-answers.js';
import type { Instant } from '../../domain/instant.js';
import {
  kindsFound,
  type PersonalDataKind,
} from '../../domain/personal-data/find-personal-details.js';
import { personalDataTexts } from '../../text/personal-data-texts.js';
import { focusWhenDrawn } from '../shell/focus-when-drawn.js';
import { DraftTrouble } from './DraftTrouble.js';
import { FaultSummary, summaryPlace } from './FaultSummary.js';
import { ProposeFields } from './ProposeFields.js';
import { QuestionPanel, questionPlace } from './QuestionPanel.js';
import type { Taken } from './ReceiptPanel.js';
import { SavedMark } from './SavedMark.js';
import type { OpenForm, StoredDraft, TypedField, TypedForm } from './typed-form.js';
import { useDraftSaving } from './use-draft-saving.js';
import { useProposeSurroundings } from './use-propose-surroundings.js';
import { useSubmit } from './use-submit.js';

const useStyles = makeStyles({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    alignItems: 'end',
    gap: '8px',
  },
  title: { margin: 0, fontSize: '24px', lineHeight: '32px', outlineStyle: 'none' },
  lead: { margin: 0, color: tokens.colorNeutralForeground2, wordBreak: 'auto-phrase' },
  card: {
    padding: '16px 20px',
    borderRadius: '8px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    '@media (max-width: 639px)': { padding: '12px' },
  },
  bar: {
    position: 'sticky',
    bottom: 0,
    zIndex: 1,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '8px 16px',
    padding: '10px 20px',
    borderRadius: '8px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    '@media (max-width: 639px)': { padding: '8px 12px' },
  },
  note: {
    '@media (max-width: 639px)': { display: 'none' },
    fontSize: '12px',
    lineHeight: '18px',
    color: tokens.colorNeutralForeground3,
    wordBreak: 'auto-phrase',
  },
  send: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 12px' },
});

interface ProposeFormProps {
  readonly campaign: NonNullable<ProposalFormAnswer['campaign']>;
  readonly openedAt: Instant;
  readonly masters: MastersAnswer;
  readonly personId: string;
  readonly opened: OpenForm;
  /** What there is to say about the form as it was opened. */
  readonly note: string | undefined;
  readonly onTaken: (taken: Taken) => void;
  readonly onClose: () => void;
}

/** A field after a change of another: sections belong to a department, an estimate to a cost. */
function changed(form: TypedForm, field: TypedField, value: string): TypedForm {
  return { ...form, ...(field === 'department' && { section: '' }), [field]: value };
}

/** 新しく提案: the wide form, saved as one types, sent to the desk where the form of the chat goes. */
export function ProposeForm(props: ProposeFormProps) {
  const { campaign, openedAt, masters, personId, opened, note, onTaken, onClose } = props;
  const styles = useStyles();
  const { words, locale } = useProposeSurroundings();
  const { propose } = words;
  const [form, setForm] = useState(opened.form);
  const [said, setSaid] = useState(note);
  const { saving, writer } = useDraftSaving(personId, opened);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const submitting = useSubmit({
    token: opened.token,
    campaignId: opened.campaignId,
    openedAt,
    quietly: writer.quietly,
    onTaken: (taken) => {
      writer.end();
      onTaken(taken);
    },
  });
  const { isBusy, failure, question, endorsed } = submitting;
  const faults = failure?.kind === 'refused' ? failure.fields : {};
  const sendLabel =
    question?.kind === 'warned' ? personalDataTexts[locale].sendMended : propose.send;

  useEffect(() => {
    if (failure) focusWhenDrawn(summaryPlace);
    else if (question) focusWhenDrawn(questionPlace);
  }, [failure, question]);

  function change(field: TypedField, value: string): void {
    const next = changed(form, field, value);
    setForm(next);
    writer.typed(next);
  }

  function take(present: StoredDraft): void {
    writer.take(present);
    setForm(present.form);
  }

  function send(confirmed: readonly PersonalDataKind[] = []): void {
    setSaid(undefined);
    void submitting.send(form, confirmed);
  }

  async function endorse(number: string): Promise<void> {
    if (await submitting.endorse(number)) setSaid(propose.endorsed(number));
  }

  async function close(): Promise<void> {
    if (await writer.save()) onClose();
  }

  return (
    <>
      <div className={styles.head}>
        <div>
          <h1 ref={title} tabIndex={-1} className={styles.title}>
            {propose.title}
          </h1>
          <p className={styles.lead}>{`${campaign.title}　${propose.lead}`}</p>
        </div>
        <SavedMark saving={saving} />
      </div>
      {saving.kind === 'failed' && (
        <DraftTrouble failure={saving.failure} writer={writer} onTake={take} />
      )}
      {said !== undefined && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{said}</MessageBarBody>
        </MessageBar>
      )}
      <FaultSummary failure={failure} />
      {question && (
        <QuestionPanel
          question={question}
          isBusy={isBusy}
          endorsed={endorsed}
          onSendAnyway={() => send(question.kind === 'warned' ? kindsFound(question.found) : [])}
          onEndorse={(number) => void endorse(number)}
        />
      )}
      <div className={styles.card}>
        <ProposeFields
          masters={masters}
          campaign={campaign}
          form={form}
          faults={faults}
          onChange={change}
        />
      </div>
      <div className={styles.bar}>
        <Button appearance="subtle" disabledFocusable={isBusy} onClick={() => void close()}>
          {propose.close}
        </Button>
        <div className={styles.send}>
          <span className={styles.note}>{propose.sendNote}</span>
          <Button appearance="primary" disabledFocusable={isBusy} onClick={() => send()}>
            {isBusy ? propose.sending : sendLabel}
          </Button>
        </div>
      </div>
    </>
  );
}
