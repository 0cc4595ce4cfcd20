import { type EffectAnswer, effectKey, effectSteps } from '../../domain/measures/effect-answer.js';
import { dateTime, note, number, text } from './column.js';
import { createFieldReader } from './field-reader.js';
import { dateTimeOf, present } from './field-values.js';
import { type Fields, type WritableListDefinition, writesSame } from './list-definition.js';

const list = 'MebukiEffectAnswers';

function toFields(answer: EffectAnswer): Fields {
  return {
    Title: answer.measureId,
    AnswerKey: effectKey(answer),
    MeasureId: answer.measureId,
    PersonId: answer.personId,
    Felt: answer.felt,
    Hours: answer.hours ?? null,
    Yen: answer.yen ?? null,
    Remark: answer.text ?? null,
    AnsweredAt: dateTimeOf(answer.answeredAt),
  };
}

/** The list of answers about the effect of measures: one item per person and measure, replaced by the next answer. */
export const effectAnswers: WritableListDefinition<EffectAnswer> = {
  name: list,
  displayName: '芽吹き 効果の回答',
  description:
    '取組の効果についての回答です。項目は芽吹きが書き込みます。手で変更しないでください。',
  columns: [
    text('AnswerKey', '回答の鍵', 'unique'),
    text('MeasureId', '取組ID', 'indexed'),
    text('PersonId', '職員ID', 'indexed'),
    number('Felt', '効果を感じたか（1～5）'),
    number('Hours', '減った時間（年間・時間）'),
    number('Yen', '減った経費（年間・円）'),
    note('Remark', '気づいたこと'),
    dateTime('AnsweredAt', '回答日時（UTC）'),
  ],
  key: 'AnswerKey',
  toFields,
  fromFields(fields, itemId) {
    const read = createFieldReader(fields, { list, itemId });
    const felt = read.number('Felt');
    return {
      measureId: read.text('MeasureId'),
      personId: read.text('PersonId'),
      felt:
        effectSteps.find((step) => step === felt) ??
        read.fail('Felt', { code: 'wrong-kind', wanted: 'step' }),
      answeredAt: read.instant('AnsweredAt'),
      ...present({
        hours: read.optionalNumber('Hours'),
        yen: read.optionalNumber('Yen'),
        text: read.optionalText('Remark'),
      }),
    };
  },
  holds: (stored, next) => writesSame(toFields(stored), toFields(next)),
};
