import type { FieldFault } from '../../../src/domain/field-fault.js';
import {
  parseStartDate,
  readStartDate,
  writeStartDate,
} from '../../../src/domain/measures/start-date.js';

test.each([
  ['2023-11-24', { precision: 'day', day: '2023-11-24' }],
  ['2023-11', { precision: 'month', month: '2023-11' }],
  ['2024-02/2024-03', { precision: 'months', from: '2024-02', to: '2024-03' }],
  ['as-appropriate', { precision: 'as-appropriate' }],
] as const)('%s is read as exactly as it is written', (typed, start) => {
  expect(parseStartDate(typed)).toEqual(start);
  expect(writeStartDate(start)).toBe(typed);
});

test.each(['2024-02～2024-03', '2024-02〜2024-03', '2024-02~2024-03', ' 2024-02 / 2024-03 '])(
  '%s is the same two months',
  (typed) => {
    const faults: FieldFault[] = [];
    const start = readStartDate({ startDate: typed }, true, faults);
    expect(start).toEqual({ precision: 'months', from: '2024-02', to: '2024-03' });
    expect(faults).toEqual([]);
  },
);

test.each(['2024-02-30', '2024-13', '2024-03/2024-02', '2024-02/2024-02', '2024', 'soon', '1/2/3'])(
  '%s is no start',
  (typed) => {
    const faults: FieldFault[] = [];
    expect(readStartDate({ startDate: typed }, true, faults)).toBeUndefined();
    expect(faults).toEqual([{ field: 'startDate', rule: 'not-a-day' }]);
  },
);

test('a start is missing only where it is required', () => {
  const faults: FieldFault[] = [];
  expect(readStartDate({}, false, faults)).toBeUndefined();
  expect(faults).toEqual([]);
  expect(readStartDate({}, true, faults)).toBeUndefined();
  expect(faults).toEqual([{ field: 'startDate', rule: 'required' }]);
});
