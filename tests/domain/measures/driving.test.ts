import { openDrive, progressOf } from '../../../src/domain/measures/drive.js';
import { MeasureWorld, rightMeasure } from '../../support/measure-world.js';

let world: MeasureWorld;
const numbers = ['R8-0001', 'R8-0002', 'R8-0003'] as const;
const [first, second, third] = numbers;
const today = { realisedOn: '2026-10-05' };

beforeEach(() => {
  world = new MeasureWorld();
  world.published('m');
  world.decided(first);
  world.decided(second, 'proposer');
  world.decided(third);
  world.link(first, 'm', 'whole');
  world.link(second, 'm', 'whole');
  world.link(third, 'm', 'part');
});

const statuses = () => numbers.map((number) => world.proposal(number).status);
const causes = (number: string) => world.proposal(number).trail.flatMap(({ cause }) => cause ?? []);
const progress = () => {
  const measure = world.measure('m');
  const drive = measure.drives.at(-1);
  if (!drive) throw new Error('nothing was driven');
  return progressOf('m', drive, (number) => world.proposals.get(number));
};

test('what a measure covers wholly waits for a second person, what it covers in part is partly realised', () => {
  expect(world.act('m', 'owner', 'ask-realisation', today)).toBe('allowed');
  expect(progress()).toEqual({ total: 3, done: 0, exceptions: [], isEnded: false });
  world.drive();
  expect(statuses()).toEqual(['decided', 'decided', 'partially-realised']);
  expect(world.proposal(first).pending).toMatchObject({
    what: 'realised',
    by: world.actOf('owner').by,
    realisation: today,
  });
  expect(world.proposal(third).start).toEqual({
    startedOn: '2026-10-05',
    firstAction: rightMeasure.title,
  });
  expect(progress()).toEqual({ total: 3, done: 3, exceptions: [], isEnded: true });
});

test('the second person is another one, and never the proposer', () => {
  world.act('m', 'secretary', 'ask-realisation', today);
  world.drive();
  expect(world.act('m', 'secretary', 'confirm-realisation')).toBe('same-person');
  expect(world.act('m', 'proposer', 'confirm-realisation')).toBe('allowed');
  world.drive();
  expect(statuses()).toEqual(['realised', 'decided', 'partially-realised']);
  expect(progress()).toEqual({
    total: 2,
    done: 1,
    exceptions: [{ number: second, code: 'conflict-of-interest' }],
    isEnded: true,
  });
  expect(world.act('m', 'head', 'confirm-realisation')).toBe('allowed');
  world.drive();
  expect(statuses()).toEqual(['realised', 'realised', 'partially-realised']);
});

test('whoever asked for one cannot confirm it under cover of a second asker', () => {
  world.act('m', 'secretary', 'ask-realisation', today);
  world.drive();
  world.act('m', 'head', 'decline-realisation', { reason: '実施日を確かめてください。' });
  world.drive();
  expect(world.proposal(first).pending).toBeUndefined();
  world.act('m', 'owner', 'ask-realisation', today);
  world.drive();
  expect(world.act('m', 'owner', 'confirm-realisation')).toBe('allowed');
  world.drive();
  expect(progress().exceptions.map(({ code }) => code)).toEqual(['not-permitted', 'not-permitted']);
  expect(world.act('m', 'secretary', 'confirm-realisation')).toBe('allowed');
  world.drive();
  expect(world.proposal(first).status).toBe('realised');
});

test.each([0, 1, 2, 3])('killed after %i writes, it goes on and does nothing twice', (most) => {
  world.act('m', 'secretary', 'ask-realisation', today);
  world.drive(most);
  expect(progress().done).toBe(Math.min(most, 3));
  expect(openDrive(world.measure('m'))).toBeDefined();
  world.drive();
  world.drive();
  expect(progress()).toMatchObject({ total: 3, done: 3, isEnded: true });
  expect(causes(first)).toEqual(['m:4']);
  expect(causes(third)).toEqual(['m:4', 'm:4']);
  expect(world.measure('m').drives).toHaveLength(1);
});

test('while one is under way no second one begins', () => {
  world.act('m', 'secretary', 'ask-realisation', today);
  expect(world.act('m', 'secondSecretary', 'ask-realisation', today)).toBe('drive-open');
  world.drive();
  expect(world.act('m', 'secondSecretary', 'ask-realisation', today)).toBe('nothing-to-drive');
});

test('publishing can propose the proposals as realised, in the name of who asked for both', () => {
  world.create('n', 'owner', { ...rightMeasure, title: '電子決裁の徹底' });
  world.decided('R8-0004');
  world.link('R8-0004', 'n', 'whole');
  world.act('n', 'secretary', 'publish', today);
  world.now += 10_000;
  world.release();
  world.drive();
  expect(world.proposal('R8-0004').pending).toMatchObject({ by: world.actOf('secretary').by });
  expect(world.act('n', 'secondSecretary', 'confirm-realisation')).toBe('allowed');
  world.drive();
  expect(world.act('n', 'owner', 'publish-realised')).toBe('not-permitted');
  expect(world.act('n', 'secretary', 'publish-realised')).toBe('allowed');
  world.drive();
  expect(world.proposal('R8-0004').published.status).toBe('decided');
  world.now += 10_000;
  world.release();
  expect(world.proposal('R8-0004').published).toMatchObject({
    status: 'realised',
    links: [{ measureId: 'n', coverage: 'whole' }],
  });
});

test('undoing the publication takes back what it would have proposed', () => {
  world.create('n', 'secretary');
  world.link(first, 'n', 'whole');
  world.act('n', 'secretary', 'publish', today);
  expect(world.act('n', 'secretary', 'undo-publication')).toBe('allowed');
  world.now += 10_000;
  world.release();
  world.drive();
  expect(world.measure('n').versions).toEqual([]);
  expect(world.proposal(first).pending).toBeUndefined();
});

test('a measure by which a proposal is realised cannot be withdrawn', () => {
  world.act('m', 'secretary', 'ask-realisation', today);
  world.drive();
  expect(world.act('m', 'owner', 'withdraw', { reason: '運用をやめることにした。' })).toBe(
    'measure-in-use',
  );
});

test('a measure is held by what is told, also where the working state has left it already', () => {
  world.act('m', 'secretary', 'ask-realisation', today);
  world.drive();
  world.act('m', 'head', 'confirm-realisation');
  world.drive();
  world.act('m', 'secretary', 'publish-realised');
  world.drive();
  world.now += 10_000;
  world.release();
  const because = { reason: '公表した内容に誤りがありました。' };
  for (const number of [first, second]) {
    world.propose(number, 'secondSecretary', 'correct-publication', because);
    world.propose(number, 'secondSecretary', 'unlink-measure', { measure: 'm', ...because });
  }
  expect(world.proposal(first)).not.toHaveProperty('links');
  expect(world.proposal(first).published.status).toBe('realised');
  const partly = world.proposal(third);
  world.proposals.delete(third);
  expect(world.act('m', 'secretary', 'withdraw', because)).toBe('measure-in-use');
  for (const number of [first, second]) world.propose(number, 'secondSecretary', 'publish');
  world.now += 10_000;
  world.release();
  expect(world.act('m', 'secretary', 'withdraw', because)).toBe('allowed');
  expect(partly.status).toBe('partially-realised');
});

test('a withdrawal on which a proposal came to rest meanwhile is not carried out', () => {
  const other = { ...rightMeasure, title: '別の取組' };
  world.published('n', other);
  world.decided('R8-0004');
  world.link('R8-0004', 'n', 'part');
  world.act('n', 'secretary', 'withdraw', { reason: '運用をやめることにした。' });
  world.act('n', 'secretary', 'publish');
  // Another process confirmed on what it held before.
  const realised = { ...world.proposal('R8-0004'), status: 'partially-realised' as const };
  world.proposals.set('R8-0004', realised);
  world.now += 10_000;
  world.release();
  expect(world.measure('n').versions).toHaveLength(1);
  expect(world.measure('n').publicationDue).toBeUndefined();
});

test('what cannot be brought forward is listed with the reason, and the rest is done', () => {
  world.propose(third, 'secretary', 'link-measure', { measure: 'm', coverage: 'whole' });
  world.propose(third, 'secretary', 'propose-difficult', {
    reason: '来年度の予算を待つ必要があります。',
    reexamineFiscalYear: '2027',
  });
  world.act('m', 'secretary', 'ask-realisation', today);
  world.propose(second, 'secretary', 'unlink-measure', {
    measure: 'm',
    reason: '別の取組によるものでした。',
  });
  world.drive();
  expect(progress()).toEqual({
    total: 2,
    done: 1,
    exceptions: [{ number: second, code: 'no-published-measure' }],
    isEnded: true,
  });
});

test('a role that was taken away meanwhile counts no more', () => {
  world.act('m', 'owner', 'ask-realisation', today);
  const { by } = world.actOf('owner');
  world.members = world.members.filter(({ personId }) => personId !== by.id);
  world.drive();
  expect(progress().done).toBe(0);
  expect(new Set(progress().exceptions.map(({ code }) => code))).toEqual(
    new Set(['not-permitted']),
  );
});

test('what publishing is to propose waits behind a drive that began meanwhile', () => {
  world.act('m', 'secretary', 'correct', {
    ...rightMeasure,
    title: '別の題名',
    reason: '題名に誤りがありました。',
  });
  world.decided('R8-0004');
  world.act('m', 'secretary', 'publish', today);
  world.act('m', 'owner', 'ask-realisation', today);
  world.link('R8-0004', 'm', 'whole');
  world.now += 10_000;
  world.release();
  const drives = () => world.measure('m').drives.map(({ by, end }) => [by.name, end !== undefined]);
  const [owner, secretary] = (['owner', 'secretary'] as const).map(
    (who) => world.actOf(who).by.name,
  );
  expect(drives()).toEqual([
    [owner, false],
    [secretary, false],
  ]);
  world.drive();
  world.drive();
  expect(drives()).toEqual([
    [owner, true],
    [secretary, true],
  ]);
  expect(world.proposal('R8-0004').pending).toMatchObject({ by: world.actOf('secretary').by });
});
