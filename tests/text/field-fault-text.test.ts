import type { FieldFault } from '../../src/domain/field-fault.js';
import { fieldFaultText } from '../../src/text/field-fault-text.js';

const outOfRange = (fault: Pick<FieldFault, 'field'> & { least: number; limit: number }) => {
  const whole: FieldFault = { ...fault, rule: 'out-of-range' };
  return [fieldFaultText(whole, 'ja'), fieldFaultText(whole, 'en')];
};

test('a number out of its bounds is answered with both of them', () => {
  expect(outOfRange({ field: 'graceMinutes', least: 0, limit: 1_440 })).toEqual([
    '締切後の猶予（分）は0以上1,440以下の整数で入力してください。',
    'Grace after the deadline (minutes): please enter a whole number from 0 to 1,440.',
  ]);
});

test('a fiscal year is written as a year', () => {
  expect(outOfRange({ field: 'reexamineFiscalYear', least: 2027, limit: 2036 })).toEqual([
    '再検討する年度は2027以上2036以下の整数で入力してください。',
    'Fiscal year of re-examination: please enter a whole number from 2027 to 2036.',
  ]);
});

test('what is chosen is answered with the choices that fit, be it a single one', () => {
  expect(outOfRange({ field: 'targetFiscalYear', least: 2027, limit: 2029 })).toEqual([
    '目標年度を選び直してください（2027～2029）。',
    'Target fiscal year: please choose again (2027 to 2029).',
  ]);
  expect(outOfRange({ field: 'targetFiscalYear', least: 2027, limit: 2027 })).toEqual([
    '目標年度を選び直してください（2027）。',
    'Target fiscal year: please choose again (2027).',
  ]);
});
