import { canonicalText } from '../../src/domain/canonical-text.js';
import { compareProposalNumbers, parseProposalNumber } from '../../src/domain/proposal-number.js';
import { sameValue } from '../../src/domain/same-value.js';
import { countWorkingDays, workingDaysLeft } from '../../src/domain/working-days.js';

test('plain data has one text, whatever the order of its keys, at any depth', () => {
  const left = { b: 1, a: { d: null, c: [{ f: 2, e: '三' }, 4] }, c: true };
  const right = { c: true, a: { c: [{ e: '三', f: 2 }, 4], d: null }, b: 1 };
  expect(canonicalText(left)).toBe(canonicalText(right));
  expect(canonicalText(left)).toBe('{"a":{"c":[{"e":"三","f":2},4],"d":null},"b":1,"c":true}');
});

test('the order of a list is part of what it says', () => {
  expect(canonicalText([2, 1])).toBe('[2,1]');
  expect(sameValue([1, 2], [2, 1])).toBe(false);
});

test('nothing is not the same as something empty, and a list not as an object', () => {
  expect(sameValue(null, {})).toBe(false);
  expect(sameValue({}, null)).toBe(false);
  expect(sameValue(['x'], { 0: 'x' })).toBe(false);
  expect(sameValue({ a: undefined }, { b: undefined })).toBe(false);
});

test('a number is one whole word of letter, year and order', () => {
  expect(parseProposalNumber('R8-0001')).toEqual({ fiscalYear: 2026, sequence: 1 });
  expect(parseProposalNumber(' ｒ10ー0012 ')).toEqual({ fiscalYear: 2028, sequence: 12 });
  for (const typed of ['XR8-0001', 'R8-0001X', 'R8-001', 'R8-0000', 'R123-0001']) {
    expect(parseProposalNumber(typed)).toBeUndefined();
  }
});

test('numbers are ordered by year and then by their order, anything else by its letters', () => {
  const order = ['R8-9999', 'R8-10000', 'R9-0001', 'R10-0001'];
  expect(order.toReversed().toSorted(compareProposalNumbers)).toEqual(order);
  expect(['b', 'a', 'R8-0001'].toSorted(compareProposalNumbers)).toEqual(['R8-0001', 'a', 'b']);
  expect(compareProposalNumbers('a', 'R8-0001')).toBe(1);
  expect(compareProposalNumbers('R8-0001', 'a')).toBe(-1);
  expect(compareProposalNumbers('a', 'a')).toBe(0);
});

const never = () => false;

test('working days left are none on the day itself, and negative after it', () => {
  const left = (today: string) => workingDaysLeft(today, '2026-10-09', never);
  expect(['2026-10-07', '2026-10-08', '2026-10-09', '2026-10-10', '2026-10-12'].map(left)).toEqual([
    2, 1, 0, -0, -1,
  ]);
});

test('days further away than a thousand are not counted', () => {
  expect(countWorkingDays('2000-01-01', '2026-10-09', never)).toBe(1_000);
  expect(countWorkingDays('2026-10-09', '2026-10-09', never)).toBe(0);
});
