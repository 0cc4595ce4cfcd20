import fc from 'fast-check';
import {
  caughtUpTrail,
  type Recorded,
  recordRow,
  replayValues,
  valuesBeforeImport,
  valuesOf,
} from '../../src/domain/recorded.js';
import { actAs } from '../support/sample-office.js';

interface Row extends Recorded {
  readonly id: string;
  readonly label: string;
  readonly validTo?: string;
  readonly terms?: readonly string[];
}

const act = actAs('secretariat');
const row: Row = { id: 'a', label: '総務部' };

test('a row typed by hand gets its state as the first entry of its trail', () => {
  const next = recordRow(row, { ...row, validTo: '2027-03-31' }, act);
  expect(next?.trail?.map(({ seq, kind, after, by }) => ({ seq, kind, after, by: by.id }))).toEqual(
    [
      { seq: 1, kind: 'found', after: { id: 'a', label: '総務部' }, by: 'system' },
      { seq: 2, kind: 'changed', after: { validTo: '2027-03-31' }, by: act.by.id },
    ],
  );
});

test('what changes nothing is not recorded', () => {
  expect(recordRow(row, { label: '総務部', id: 'a' }, act)).toBeUndefined();
});

test('a value taken away stands as null in the trail and not in the state', () => {
  const ended = recordRow<Row>(undefined, { ...row, validTo: '2027-03-31' }, act);
  const open = ended && recordRow<Row>(ended, row, act, { reason: '延長' });
  expect(open?.trail?.at(-1)).toMatchObject({ after: { validTo: null }, reason: '延長' });
  expect(replayValues(open?.trail ?? [])).toEqual(row);
});

test('the state before an import is found again by its token', () => {
  const imported = recordRow<Row>(row, { ...row, label: '総合企画部' }, act, { token: 't1' });
  const later = imported && recordRow<Row>(imported, { ...imported, label: '他' }, act);
  expect(later && valuesBeforeImport(later, 't1')).toEqual({
    before: { id: 'a', label: '総務部' },
    after: { id: 'a', label: '総合企画部' },
  });
  expect(later && valuesBeforeImport(later, 't2')).toBeUndefined();
});

const someRow = fc.record(
  {
    id: fc.constant('a'),
    label: fc.constantFrom('一', '二', '三'),
    validTo: fc.constantFrom('2027-03-31', '2028-03-31'),
    terms: fc.array(fc.constantFrom('紙', '印'), { maxLength: 2 }),
  },
  { requiredKeys: ['id', 'label'] },
);

test('whoever writes, product or hand, replaying the trail gives the row, without gaps', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(someRow, fc.boolean()), { maxLength: 12 }), (writes) => {
      let present: Row | undefined;
      for (const [values, byHand] of writes) {
        if (byHand && present?.trail) present = { ...values, trail: present.trail };
        else present = recordRow<Row>(present, values, act) ?? present;
      }
      if (!present) return;
      const trail = caughtUpTrail(present, act);
      expect(replayValues(trail)).toEqual(valuesOf(present));
      expect(trail.map(({ seq }) => seq)).toEqual(trail.map((_, index) => index + 1));
    }),
  );
});
