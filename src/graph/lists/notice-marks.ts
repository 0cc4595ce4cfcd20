import { type NoticeMark, noticeMarkKey } from '../../domain/notice-mark.js';
import { dateTime, text } from './column.js';
import { createFieldReader } from './field-reader.js';
import { dateTimeOf, present } from './field-values.js';
import { type Fields, type WritableListDefinition, writesSame } from './list-definition.js';

const list = 'MebukiNoticeMarks';

function toFields({ derivedThrough, lostAt }: NoticeMark): Fields {
  return {
    Title: noticeMarkKey,
    Key: noticeMarkKey,
    DerivedThrough: dateTimeOf(derivedThrough),
    LostAt: lostAt === undefined ? null : dateTimeOf(lostAt),
  };
}

/** How far notices are derived: one item, apart from the ledger, so that a loss of the ledger is noticed. Whole seconds. */
export const noticeMarks: WritableListDefinition<NoticeMark> = {
  name: list,
  displayName: '芽吹き 通知の到達点',
  description:
    '通知の記録が失われたことに気づくための控えです。項目は芽吹きが書き込みます。消さないでください。',
  columns: [
    text('Key', '控えの種類', 'unique'),
    dateTime('DerivedThrough', 'ここまでの通知は記録済み（UTC）'),
    dateTime('LostAt', '記録の欠けに気づいた日時（UTC）'),
  ],
  key: 'Key',
  toFields,
  fromFields(fields, itemId) {
    const read = createFieldReader(fields, { list, itemId });
    return {
      derivedThrough: read.instant('DerivedThrough'),
      ...present({ lostAt: read.optionalInstant('LostAt') }),
    };
  },
  holds: (present, next) => writesSame(toFields(present), toFields(next)),
};
