import { type Adoption, adoptionKey } from '../../domain/casebook/adoption.js';
import { boolean, dateTime, note, text } from './column.js';
import { createFieldReader } from './field-reader.js';
import { dateTimeOf, present } from './field-values.js';
import { type Fields, type WritableListDefinition, writesSame } from './list-definition.js';

const list = 'MebukiAdoptions';

function toFields(answer: Adoption): Fields {
  return {
    Title: answer.departmentId,
    AnswerKey: adoptionKey(answer),
    MeasureId: answer.measureId,
    DepartmentId: answer.departmentId,
    Adopted: answer.adopted,
    Remark: answer.note ?? null,
    AnsweredById: answer.by.id,
    AnsweredByName: answer.by.name,
    AnsweredAt: dateTimeOf(answer.at),
  };
}

/** The list of 実践の有無: one item per rule of the casebook and department, replaced by the next answer. */
export const adoptions: WritableListDefinition<Adoption> = {
  name: list,
  displayName: '芽吹き 実践の有無',
  description:
    '共通ルールを実践しているかの部局ごとの回答です。項目は芽吹きが書き込みます。手で変更しないでください。',
  columns: [
    text('AnswerKey', '回答の鍵', 'unique'),
    text('MeasureId', '共通ルールID', 'indexed'),
    text('DepartmentId', '部局ID', 'indexed'),
    boolean('Adopted', '実践している'),
    note('Remark', 'メモ'),
    text('AnsweredById', '回答者の職員ID'),
    text('AnsweredByName', '回答者'),
    dateTime('AnsweredAt', '回答日時（UTC）'),
  ],
  key: 'AnswerKey',
  toFields,
  fromFields(fields, itemId) {
    const read = createFieldReader(fields, { list, itemId });
    return {
      measureId: read.text('MeasureId'),
      departmentId: read.text('DepartmentId'),
      adopted: read.boolean('Adopted'),
      by: { id: read.text('AnsweredById'), name: read.text('AnsweredByName') },
      at: read.instant('AnsweredAt'),
      ...present({ note: read.optionalText('Remark') }),
    };
  },
  holds: (stored, next) => writesSame(toFields(stored), toFields(next)),
};
