import { z } from 'zod';
import { personParts } from '../../domain/audience.js';
import { type FrozenChunk, frozenKey } from '../../domain/frozen-audience.js';
import { note, number, text } from './column.js';
import { createFieldReader } from './field-reader.js';
import { type Fields, type WritableListDefinition, writesSame } from './list-definition.js';

const list = 'MebukiAudiences';

// Tuples, so that 500 people fit the column.
const peopleShape = z.array(z.tuple([z.string(), z.enum(personParts)]));

function toFields(frozen: FrozenChunk): Fields {
  const key = frozenKey(frozen);
  return {
    Title: key,
    AudienceKey: key,
    ProposalId: frozen.proposalId,
    ScheduleSeq: frozen.scheduleSeq,
    Chunk: frozen.chunk,
    PeopleJson: JSON.stringify(frozen.people.map(({ personId, as }) => [personId, as])),
  };
}

/** Whom a publication with many supporters tells: items that are created once and never changed. */
export const audiences: WritableListDefinition<FrozenChunk> = {
  name: list,
  displayName: '芽吹き 通知先',
  description:
    '賛同者の多い提案の公表をだれに知らせるかの記録です。項目は芽吹きが書き込みます。変更も削除もしないでください。',
  columns: [
    text('AudienceKey', '通知先ID', 'unique'),
    text('ProposalId', '提案ID', 'indexed'),
    number('ScheduleSeq', '公表予定の経過の番号'),
    number('Chunk', '何組目か'),
    note('PeopleJson', '通知先の職員'),
  ],
  key: 'AudienceKey',
  toFields,
  fromFields(fields, itemId) {
    const read = createFieldReader(fields, { list, itemId });
    return {
      proposalId: read.text('ProposalId'),
      scheduleSeq: read.number('ScheduleSeq'),
      chunk: read.number('Chunk'),
      people: read.json('PeopleJson', peopleShape).map(([personId, as]) => ({ personId, as })),
    };
  },
  holds: (present, next) => writesSame(toFields(present), toFields(next)),
};
