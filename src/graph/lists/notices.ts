import { z } from 'zod';
import {
  type LedgerRecipient,
  type LedgerRow,
  ledgerStates,
  noticeOutcomes,
} from '../../domain/notice-ledger.js';
import { choice, dateTime, note, number, text } from './column.js';
import { createFieldReader, type FieldReader } from './field-reader.js';
import { cutToLine, dateTimeOf, present } from './field-values.js';
import { type Fields, type WritableListDefinition, writesSame } from './list-definition.js';
import { openSharedValues, sharedText } from './shared-values.js';

const list = 'MebukiNotices';

// Tuples, so that 500 recipients with outcomes fit the column.
const recipientsShape = z.array(
  z.tuple([
    z.string(),
    z.number().int().nonnegative(),
    z.enum(noticeOutcomes).nullable(),
    z.string().nullable(),
  ]),
);

type StoredRecipient = z.infer<typeof recipientsShape>[number];

const storedRecipient = ({ id, attempts, outcome, why }: LedgerRecipient): StoredRecipient => [
  id,
  attempts,
  outcome ?? null,
  why ?? null,
];

const readRecipient = ([id, attempts, outcome, why]: StoredRecipient): LedgerRecipient => ({
  id,
  attempts,
  ...present({ outcome: outcome ?? undefined, why: why ?? undefined }),
});

/** Most rows tell one person, who is told often. */
const shared = openSharedValues<readonly LedgerRecipient[]>();
const longestShared = 200;

function readRecipients(read: FieldReader): readonly LedgerRecipient[] {
  const recipients = read.json('RecipientsJson', recipientsShape).map(readRecipient);
  const text = read.text('RecipientsJson');
  return text.length > longestShared ? recipients : shared.of(text, recipients);
}

function toFields(row: LedgerRow): Fields {
  return {
    Title: cutToLine(row.key),
    Key: row.key,
    ProposalId: row.proposalId,
    TrailSeq: row.seq,
    State: row.state,
    ClaimedBy: row.by || null,
    Epoch: row.epoch,
    // Rounded up: a claim must not end before its holder thinks it does.
    ClaimedUntil: dateTimeOf(Math.ceil(row.until / 1000) * 1000),
    RecipientsJson: JSON.stringify(row.recipients.map(storedRecipient)),
  };
}

/** The notice ledger: one event at one place each. `until` is kept in whole seconds, rounded up. */
export const notices: WritableListDefinition<LedgerRow> = {
  name: list,
  displayName: '芽吹き 通知の記録',
  description: 'だれに何を知らせたかの記録です。項目は芽吹きが書き込みます。',
  columns: [
    text('Key', '通知ID', 'unique'),
    text('ProposalId', '提案ID', 'indexed'),
    number('TrailSeq', '経過の番号'),
    choice('State', '通知の状態', ledgerStates, 'indexed'),
    text('ClaimedBy', '送信中の処理'),
    number('Epoch', '処理の世代'),
    dateTime('ClaimedUntil', '送信中の期限（UTC）'),
    note('RecipientsJson', '宛先と結果'),
  ],
  key: 'Key',
  toFields,
  fromFields(fields, itemId) {
    const read = createFieldReader(fields, { list, itemId });
    return {
      key: read.text('Key'),
      proposalId: read.text('ProposalId'),
      seq: read.number('TrailSeq'),
      state: read.choice('State', ledgerStates),
      by: sharedText(read.optionalText('ClaimedBy') ?? ''),
      epoch: read.number('Epoch'),
      until: read.instant('ClaimedUntil'),
      recipients: readRecipients(read),
    };
  },
  holds: (present, next) => writesSame(toFields(present), toFields(next)),
};
