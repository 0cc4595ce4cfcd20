import type { FieldFault } from '../../src/domain/field-fault.js';
import {
  type DayBounds,
  readAmount,
  readDay,
  readLine,
  readOptionalText,
  readText,
} from '../../src/domain/form-fields.js';

/** What was read, and the faults beside it as `field rule limit`. */
function reading<T>(read: (faults: FieldFault[]) => T): readonly [T, ...string[]] {
  const faults: FieldFault[] = [];
  const value = read(faults);
  return [
    value,
    ...faults.map((each) => [each.field, each.rule, each.limit ?? ''].join(' ').trim()),
  ];
}

const day = (heldOn: string | undefined, bounds: DayBounds = {}) =>
  reading((faults) => readDay(heldOn === undefined ? {} : { heldOn }, 'heldOn', bounds, faults));
const text = (note: string, bounds: { least?: number; most: number; optional?: boolean }) =>
  reading((faults) => readText({ note }, 'note', bounds, faults));
const amount = (wave: string) =>
  reading((faults) => readAmount({ wave }, 'wave', { least: 1, most: 99 }, faults));

test('a day is asked for, and has to be one', () => {
  expect(day(undefined)).toEqual(['', 'heldOn required']);
  expect(day(' 　')).toEqual(['', 'heldOn required']);
  expect(day('2026-02-30')).toEqual(['', 'heldOn not-a-day']);
  expect(day(' ２０２６-１０-０５ ')).toEqual(['2026-10-05']);
});

test('a day lies between its bounds, both included, where it has some', () => {
  const bounds = { least: '2026-10-05', most: '2026-10-07' };
  expect(day('2026-10-04', bounds)).toEqual(['', 'heldOn too-early']);
  expect(day('2026-10-05', bounds)).toEqual(['2026-10-05']);
  expect(day('2026-10-07', bounds)).toEqual(['2026-10-07']);
  expect(day('2026-10-08', bounds)).toEqual(['', 'heldOn too-late']);
});

test('a text is as long as its bounds say, both included', () => {
  const bounds = { least: 2, most: 3 };
  expect(text('一', bounds)).toEqual(['一', 'note too-short 2']);
  expect(text('一二', bounds)).toEqual(['一二']);
  expect(text('一二三', bounds)).toEqual(['一二三']);
  expect(text('一二三四', bounds)).toEqual(['一二三四', 'note too-long 3']);
});

test('a text that is not demanded may be left blank', () => {
  expect(text(' ', { most: 3 })).toEqual(['', 'note required 3']);
  expect(text(' ', { most: 3, optional: true })).toEqual(['']);
  expect(reading((faults) => readOptionalText({}, 'note', 3, faults))).toEqual([undefined]);
  expect(reading((faults) => readOptionalText({ note: 'あ' }, 'note', 3, faults))).toEqual(['あ']);
});

test('one person’s character may be long in the machine’s, but not without end', () => {
  const family = '👨‍👩‍👧‍👦';
  expect(text(family.repeat(3), { most: 3 })).toEqual([family.repeat(3)]);
  expect(text(`あ${'\u0301'.repeat(48)}`, { most: 3 })).toEqual([
    `あ${'\u0301'.repeat(48)}`,
    'note too-long 3',
  ]);
  const sixteen = `あ${'\u0301'.repeat(15)}`;
  expect(text(sixteen, { most: 1 })).toEqual([sixteen]);
  // Too much is not even tidied, however little of it can be seen.
  expect(text(' '.repeat(49), { most: 3 })).toEqual([' '.repeat(49), 'note too-long 3']);
  expect(text(' '.repeat(48), { most: 3 })).toEqual(['', 'note required 3']);
});

test('signs that nobody can write are named, and nothing of the text is kept', () => {
  expect(text('前\u0007後', { most: 10 })).toEqual(['', 'note unusable-characters']);
  expect(text('一行目\r\n二行目\r三', { most: 20 })).toEqual(['一行目\n二行目\n三']);
  expect(text('\r\u0007', { most: 10 })).toEqual(['', 'note unusable-characters']);
});

test('a title is one line', () => {
  const line = (title: string) => reading((faults) => readLine({ title }, 'title', 5, faults));
  expect(line('一\n二')).toEqual(['一\n二', 'title line-break']);
  expect(line(' 一 ')).toEqual(['一']);
  expect(reading((faults) => readLine({}, 'title', 5, faults))).toEqual(['', 'title required 5']);
});

test('an amount is a whole number between its bounds', () => {
  expect(amount('')).toEqual([undefined]);
  expect(amount(' 第1 ')).toEqual([undefined, 'wave not-a-number']);
  expect(amount('1x')).toEqual([undefined, 'wave not-a-number']);
  expect(amount('1.5')).toEqual([undefined, 'wave not-a-number']);
  expect(amount('0')).toEqual([undefined, 'wave out-of-range 99']);
  expect(amount('1')).toEqual([1]);
  expect(amount('９ 9円')).toEqual([99]);
  expect(amount('100')).toEqual([undefined, 'wave out-of-range 99']);
  expect(amount('1'.repeat(15))).toEqual([undefined, 'wave out-of-range 99']);
  expect(amount('1'.repeat(16))).toEqual([undefined, 'wave not-a-number']);
});
