import { type Support, supportKey, supportStates } from '../../domain/support.js';
import { choice, dateTime, number, text } from './column.js';
import { createFieldReader } from './field-reader.js';
import { cutToLine, dateTimeOf } from './field-values.js';
import { type Fields, type WritableListDefinition, writesSame } from './list-definition.js';

const list = 'MebukiEndorsements';

function toFields(support: Support): Fields {
  return {
    Title: cutToLine(support.name),
    SupportKey: supportKey(support),
    ProposalId: support.proposalId,
    PersonId: support.personId,
    State: support.state,
    SupportedAt: dateTimeOf(support.at),
    TrailSeq: support.seq,
  };
}

/** Endorsements 賛同 and following: one item per proposal and person; Title holds the name. */
export const supports: WritableListDefinition<Support> = {
  name: list,
  displayName: '芽吹き 賛同',
  description:
    'だれがどの提案に賛同し、または経過を受け取るかの記録です。項目は芽吹きが書き込みます。',
  columns: [
    text('SupportKey', '賛同ID', 'unique'),
    text('ProposalId', '提案ID', 'indexed'),
    text('PersonId', '職員ID', 'indexed'),
    choice('State', '賛同の状態', supportStates),
    dateTime('SupportedAt', '日時（UTC）'),
    number('TrailSeq', 'そのときの経過の番号'),
  ],
  key: 'SupportKey',
  toFields,
  fromFields(fields, itemId) {
    const read = createFieldReader(fields, { list, itemId });
    return {
      proposalId: read.text('ProposalId'),
      personId: read.text('PersonId'),
      name: read.text('Title'),
      state: read.choice('State', supportStates),
      at: read.instant('SupportedAt'),
      seq: read.number('TrailSeq'),
    };
  },
  holds: (present, next) => writesSame(toFields(present), toFields(next)),
};
