import {
  exceptionCodeOf,
  openDrive,
  progressOf,
  wasDriven,
} from '../../../src/domain/measures/drive.js';
import {
  askCauses,
  mostDriven,
  numbersToAsk,
  numbersToConfirm,
  numbersToPublish,
  waitsBecauseOf,
} from '../../../src/domain/measures/drive-targets.js';
import type { Proposal } from '../../../src/domain/proposal.js';
import type { Status } from '../../../src/domain/status.js';
import { MeasureWorld } from '../../support/measure-world.js';

const world = new MeasureWorld();
world.published('m');
world.decided('R8-0001');
world.link('R8-0001', 'm', 'whole');
const decided = world.proposal('R8-0001');
const asked = { seq: 1, by: world.actOf('owner').by, at: world.now };
const realised = { what: 'realised' as const, realisation: { realisedOn: '2026-10-05' }, ...asked };
const part = [{ measureId: 'm', coverage: 'part' as const }];

const linked = (...proposals: readonly Proposal[]) => ({ proposalsLinkedTo: () => proposals });
const asks = (changes: Partial<Proposal>) =>
  numbersToAsk('m', linked({ ...decided, ...changes })).length === 1;

test.each<[Status, boolean]>([
  ['received', true],
  ['clarifying', true],
  ['reviewing', true],
  ['decided', true],
  ['started', true],
  ['realised', false],
  ['difficult', false],
  ['out-of-scope', false],
  ['withdrawn', false],
])('a proposal that is %s is asked for: %s', (status, isAsked) => {
  expect(asks({ status })).toBe(isAsked);
});

test('what is partly realised is asked for once something covers the whole', () => {
  expect(asks({ status: 'partially-realised' })).toBe(true);
  expect(asks({ status: 'partially-realised', links: part })).toBe(false);
  const { links: _, ...without } = decided;
  expect(numbersToAsk('m', linked({ ...without, status: 'partially-realised' }))).toEqual([]);
});

test('what is merged, or waits for somebody already, is not asked for', () => {
  expect(asks({ mergedInto: 'other' })).toBe(false);
  expect(asks({ pending: realised })).toBe(false);
});

test('those that are ready come first, in the order of their numbers, and no more than there is room for', () => {
  const of = (number: string, status: Status) => ({ ...decided, number, status });
  const mixed = linked(
    of('1', 'reviewing'),
    of('2', 'decided'),
    of('3', 'received'),
    of('4', 'started'),
  );
  expect(numbersToAsk('m', mixed)).toEqual(['2', '4', '1', '3']);
  const many = Array.from({ length: mostDriven + 1 }, (_, index) => of(String(index), 'decided'));
  expect(numbersToAsk('m', linked(...many))).toHaveLength(mostDriven);
  const waiting = many.map((each) => ({
    ...each,
    pending: { ...realised, seq: each.trail.length + 1 },
    trail: each.trail.map((entry, index) =>
      index === each.trail.length - 1
        ? { ...entry, seq: each.trail.length + 1, cause: 'm:1' }
        : entry,
    ),
  }));
  const drives = [{ ...asked, step: 'ask' as const, roles: [], numbers: [] }];
  expect(numbersToConfirm('m', drives, linked(...waiting))).toHaveLength(mostDriven);
  const told = many.map((each) => ({ ...each, status: 'realised' as const }));
  expect(numbersToPublish('m', linked(...told))).toHaveLength(mostDriven);
});

test('a proposal waits because of the event that asked, and of no other', () => {
  const last = decided.trail.length;
  const trail = decided.trail.map((entry) =>
    entry.seq === last ? { ...entry, cause: 'm:4' } : entry,
  );
  const waiting = { ...decided, trail, pending: { ...realised, seq: last } };
  expect(waitsBecauseOf(waiting, ['m:4'])).toBe(true);
  expect(waitsBecauseOf(waiting, ['m:9', 'm:4'])).toBe(true);
  expect(waitsBecauseOf(waiting, ['m:9'])).toBe(false);
  expect(waitsBecauseOf({ ...waiting, pending: { ...realised, seq: 1 } }, ['m:4'])).toBe(false);
  expect(waitsBecauseOf({ ...waiting, pending: { ...realised, seq: 99 } }, ['m:4'])).toBe(false);
  expect(waitsBecauseOf(decided, ['m:4'])).toBe(false);
  const difficulty = { reason: '予算を待つため。', reexamineFiscalYear: 2027 };
  const other = { ...asked, seq: last, what: 'difficult' as const, difficulty };
  expect(waitsBecauseOf({ ...waiting, pending: other }, ['m:4'])).toBe(false);
});

test('only what was asked for is a cause to confirm', () => {
  const drive = (seq: number, step: 'ask' | 'confirm') => ({
    ...asked,
    seq,
    step,
    roles: [],
    numbers: [],
  });
  expect(askCauses('m', [drive(4, 'ask'), drive(6, 'confirm'), drive(8, 'ask')])).toEqual([
    'm:4',
    'm:8',
  ]);
});

test('what is told already, about to be told, or not realised is not published', () => {
  const publishes = (changes: Partial<Proposal>) =>
    numbersToPublish('m', linked({ ...decided, ...changes })).length === 1;
  expect(publishes({ status: 'realised' })).toBe(true);
  expect(publishes({ status: 'partially-realised' })).toBe(true);
  expect(publishes({ status: 'started' })).toBe(false);
  expect(publishes({ status: 'realised', publicationDue: { due: 1, seq: 1 } })).toBe(false);
  const told = { ...decided.published, status: 'realised' as const };
  const links = decided.links ?? [];
  expect(publishes({ status: 'realised', published: { ...told, links } })).toBe(false);
});

test('progress is counted in the proposals until the drive is ended, and as it ended afterwards', () => {
  const drive = { ...asked, seq: 4, step: 'ask' as const, roles: [], numbers: ['R8-0001', 'R8-9'] };
  const caused = { ...decided, trail: decided.trail.map((entry) => ({ ...entry, cause: 'm:4' })) };
  const find = (number: string) => (number === 'R8-0001' ? caused : undefined);
  expect(progressOf('m', drive, find)).toEqual({
    total: 2,
    done: 1,
    exceptions: [],
    isEnded: false,
  });
  const exceptions = [{ number: 'R8-9', code: 'not-found' as const }];
  const ended = { ...drive, end: { done: 1, exceptions, at: 5 } };
  expect(progressOf('m', ended, () => undefined)).toEqual({
    total: 2,
    done: 1,
    exceptions,
    isEnded: true,
  });
  expect(openDrive({ drives: [ended, drive] })).toBe(drive);
  expect(openDrive({ drives: [ended] })).toBeUndefined();
  expect(wasDriven(caused, 'm:5')).toBe(false);
});

test('a refusal that no drive knows is listed as a faulty entry', () => {
  expect(exceptionCodeOf('merged')).toBe('merged');
  expect(exceptionCodeOf('decided-alone')).toBe('decided-alone');
  expect(exceptionCodeOf('survivor-withdrawn')).toBe('survivor-withdrawn');
  expect(exceptionCodeOf('no-open-campaign')).toBe('invalid-fields');
});
