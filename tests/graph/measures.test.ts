import { openDrive, wasDriven } from '../../src/domain/measures/drive.js';
import type { MeasureActName } from '../../src/domain/measures/measure-acts.js';
import type { Proposal } from '../../src/domain/proposal.js';
import type { ConnectedGraph } from '../../src/graph/connect-graph.js';
import type { createRegister } from '../../src/register/register.js';
import { actOnMeasure } from '../../src/usecases/act-on-measure.js';
import { actOnProposal } from '../../src/usecases/act-on-proposal.js';
import { answerAdoption } from '../../src/usecases/answer-adoption.js';
import { answerEffect } from '../../src/usecases/answer-effect.js';
import { carryOutDrives } from '../../src/usecases/carry-out-drives.js';
import { makeMeasure } from '../../src/usecases/make-measure.js';
import { releaseDueMeasures } from '../../src/usecases/release-due-measures.js';
import { openMeasureArchive, openProposalArchive } from '../../src/usecases/trail-archive.js';
import {
  MeasureWorld,
  rightMeasure,
  rightRule,
  worldNow,
  worldPeople,
} from '../support/measure-world.js';
import { sampleMasters } from '../support/sample-masters.js';
import {
  sourceMasters,
  sourceMeasures,
  sourceRuleForm,
  sourceRules,
} from '../support/source-measures.js';
import { type GraphOffice, openGraphOffice } from './graph-office.js';

let office: GraphOffice;
beforeAll(async () => {
  office = await openGraphOffice();
});
afterEach(() => office.clear());
afterAll(() => office.close());

let now = worldNow;
beforeEach(() => {
  now = worldNow;
});
const clock = { now: () => now };

type Register = ReturnType<typeof createRegister>;
type Stores = ConnectedGraph['stores'];

/** Masters and roles as an administrator keeps them; they are not what is tried here. */
function fillMasters(register: Register): void {
  const put = <T>(
    take: (change: {
      kind: 'stored';
      stored: { value: T; itemId: string; revision: string };
      version: number;
    }) => void,
    values: readonly T[],
  ): void => {
    values.forEach((value, index) => {
      take({
        kind: 'stored',
        stored: { value, itemId: `master-${index}`, revision: '"m,1"' },
        version: 1,
      });
    });
  };
  put(register.changes.departments, sampleMasters.departments);
  put(register.changes.sections, sampleMasters.sections);
  put(register.changes.categories, sourceMasters.categories);
  put(
    register.changes.members,
    Object.values(worldPeople).flatMap(({ by, roles }) =>
      roles.map((role) => ({ ...role, personId: by.id, name: by.name })),
    ),
  );
}

/** A process on the lists; `wrap` stands between it and them. */
async function openProcess(wrap: (stores: Stores) => Stores = (stores) => stores) {
  const { graph, register } = await office.connect();
  for (const feed of graph.feeds) await feed.pollNow();
  fillMasters(register);
  const stores = wrap(graph.stores);
  const ports = {
    clock,
    register,
    writer: register,
    store: stores.proposals,
    archive: openProposalArchive(graph.stores.trailArchive),
    measureStores: stores,
    measureArchive: openMeasureArchive(graph.stores.measureArchive),
    effectAnswers: stores.effectAnswers,
    adoptions: stores.adoptions,
    isHoliday: () => false,
  };
  const faults: unknown[] = [];
  return {
    graph,
    register,
    ports,
    faults,
    act: (id: string, who: keyof typeof worldPeople, name: MeasureActName, form = {}) =>
      actOnMeasure(ports, worldPeople[who].by, { id }, name, form),
    release: () => releaseDueMeasures(ports, (_what, fault) => faults.push(fault)),
    sweep: () => carryOutDrives(ports, (_what, fault) => faults.push(fault)),
  };
}

const token = (n: number): string =>
  `30000000-0000-4000-8000-0000000000${String(n).padStart(2, '0')}`;
const { by: secretary } = worldPeople.secretary;

test('the measures and rules of the source are entered, and another process reads them back', async () => {
  const one = await openProcess();
  const forms = [...sourceMeasures, ...sourceRules.map(sourceRuleForm)];
  for (const [index, form] of forms.entries()) {
    const made = await makeMeasure(one.ports, secretary, token(index), form);
    expect(made.kind).toBe('changed');
  }
  const two = await openProcess();
  const contents = two.register.measures().map(({ content }) => content);
  expect(contents).toHaveLength(5 + 11);
  expect(
    contents.map(({ kind, title, content = '', categoryId }) => [
      kind === 'rule',
      categoryId,
      title,
      content,
    ]),
  ).toEqual(
    forms.map(({ measureKind, category, title, measureContent }) => [
      measureKind === 'rule',
      category,
      title,
      measureContent,
    ]),
  );
  expect(two.register.itemFaults()).toEqual([]);
  expect(contents.at(-1)).not.toHaveProperty('content');
  expect(contents[0]?.relistings).toEqual([{ categoryId: 'work', title: 'Teamsの全庁活用の推進' }]);
});

test('one form is one measure, however often and by whomever it is sent', async () => {
  const [one, two] = await Promise.all([openProcess(), openProcess()]);
  const made = await Promise.all([
    makeMeasure(one.ports, secretary, token(1), rightMeasure),
    makeMeasure(two.ports, secretary, token(1), rightMeasure),
  ]);
  expect(made.map(({ kind }) => kind)).toEqual(['changed', 'changed']);
  const again = await makeMeasure(one.ports, secretary, token(1), rightMeasure);
  expect(again.kind).toBe('changed');
  const stranger = await makeMeasure(one.ports, worldPeople.owner.by, token(1), rightMeasure);
  expect(stranger).toEqual({ kind: 'refused', refusal: { code: 'not-permitted' } });
  const three = await openProcess();
  expect(three.register.measures()).toHaveLength(1);
});

test('a create whose answer is lost is found again', async () => {
  const one = await openProcess();
  office.faults({
    match: { family: 'graph', method: 'POST', path: '/items', times: 1 },
    action: { kind: 'after-commit-status', status: 503 },
  });
  const made = await makeMeasure(one.ports, secretary, token(1), rightMeasure);
  expect(made.kind).toBe('changed');
  expect(one.register.measure(token(1))?.value.trail).toHaveLength(1);
});

test('a person answers about an effect once, and a second process replaces the answer', async () => {
  const one = await openProcess();
  await makeMeasure(one.ports, secretary, token(1), rightMeasure);
  const early = await answerEffect(one.ports, 'p', token(1), { effectFelt: '3' });
  expect(early).toEqual({ kind: 'refused', refusal: { code: 'no-such-measure' } });
  await one.act(token(1), 'secretary', 'publish');
  now += 10_000;
  expect(await one.release()).toBe(1);
  await answerEffect(one.ports, 'p', token(1), { effectFelt: '3' });
  const two = await openProcess();
  const answered = await answerEffect(two.ports, 'p', token(1), {
    effectFelt: '5',
    effectHours: '2',
  });
  expect(answered).toMatchObject({ kind: 'answered', answer: { felt: 5, hours: 2 } });
  // The first process holds the old row still; what it writes meets the newer one and wins as the last word.
  await answerEffect(one.ports, 'p', token(1), { effectFelt: '4' });
  const three = await openProcess();
  expect(three.register.effectAnswersOf(token(1))).toMatchObject([{ felt: 4 }]);
});

test('an answer about a rule is one item per department, whichever process writes it', async () => {
  const one = await openProcess();
  await makeMeasure(one.ports, secretary, token(7), rightRule);
  await one.act(token(7), 'secretary', 'publish');
  now += 10_000;
  expect(await one.release()).toBe(1);
  const { by: owner } = worldPeople.owner;
  const answerBy = (ports: typeof one.ports, adopted: string) =>
    answerAdoption(ports, owner, token(7), { department: 'soumu', adopted });
  await answerBy(one.ports, 'no');
  const two = await openProcess();
  now += 1_000;
  expect(await answerBy(two.ports, 'yes')).toMatchObject({ kind: 'answered' });
  now += 1_000;
  // The first process holds the old row still; what it writes meets the newer one and wins as the last word.
  expect(await answerBy(one.ports, 'no')).toMatchObject({ kind: 'answered' });
  const three = await openProcess();
  expect(three.register.adoptionsOf(token(7))).toMatchObject([{ adopted: false, at: now }]);
});

test('an answer about a rule that another process wrote for somebody else is not overwritten unread', async () => {
  const [one, two] = [await openProcess(), await openProcess()];
  await makeMeasure(one.ports, secretary, token(7), rightRule);
  await one.act(token(7), 'secretary', 'publish');
  now += 10_000;
  expect(await one.release()).toBe(1);
  const three = await openProcess();
  const { owner, head } = worldPeople;
  const form = (adopted: string) => ({ department: 'soumu', adopted });
  await answerAdoption(three.ports, owner.by, token(7), form('no'));
  now += 1_000;
  // The process of the other one has not heard of that yet: only the list itself can tell.
  const late = await answerAdoption(one.ports, head.by, token(7), form('yes'));
  expect(late).toMatchObject({
    kind: 'refused',
    refusal: { code: 'changed-meanwhile' },
    present: { adopted: false, by: owner.by },
  });
  const seenAt = late.kind === 'refused' ? late.present?.at : undefined;
  const again = await answerAdoption(one.ports, head.by, token(7), form('yes'), seenAt);
  expect(again).toMatchObject({ kind: 'answered', answer: { adopted: true } });
  expect(two.register.adoptionsOf(token(7))).toStrictEqual([]);
});

const numbers = ['R8-0001', 'R8-0002', 'R8-0003', 'R8-0004', 'R8-0005'];

/** A published measure with proposals that wait for it, in the lists. */
async function haveLinked(): Promise<void> {
  const world = new MeasureWorld();
  world.published(token(1));
  for (const number of numbers) {
    world.decided(number);
    world.link(number, token(1), number === 'R8-0005' ? 'part' : 'whole');
  }
  now = world.now;
  await office.graph.stores.measures.create(world.measure(token(1)));
  for (const proposal of world.proposals.values()) {
    await office.graph.stores.proposals.create(proposal);
  }
}

const today = { realisedOn: '2026-10-05' };

/** Writes go through until `left` are done; then the process is dead and writes nothing any more. */
function dyingAfter(left: number) {
  let writes = left;
  const dying = <S extends { replace(...given: never[]): Promise<unknown> }>(store: S): S => ({
    ...store,
    replace: (...given: Parameters<S['replace']>) => {
      writes -= 1;
      return writes < 0 ? Promise.reject(new Error('killed')) : store.replace(...given);
    },
  });
  return (stores: Stores): Stores => ({
    ...stores,
    proposals: dying(stores.proposals),
    measures: dying(stores.measures),
  });
}

async function readAll(): Promise<readonly Proposal[]> {
  const { register } = await openProcess();
  return register.proposals().map(({ value }) => value);
}

test.each([0, 1, 2, 3, 4, 5])(
  'a process killed after %i writes of a drive leaves the rest to the next, and nothing is done twice',
  async (writes) => {
    await haveLinked();
    const first = await openProcess();
    expect((await first.act(token(1), 'secretary', 'ask-realisation', today)).kind).toBe('changed');
    const dying = await openProcess(dyingAfter(writes));
    await dying.sweep();
    expect(dying.faults.length).toBeGreaterThan(0);
    const next = await openProcess();
    const open = next.register.measure(token(1))?.value;
    expect(open && openDrive(open)).toBeDefined();
    await next.sweep();
    const proposals = await readAll();
    const cause = `${token(1)}:4`;
    expect(proposals.map((each) => wasDriven(each, cause))).toEqual(numbers.map(() => true));
    expect(
      proposals.map(({ trail }) => trail.filter((entry) => entry.cause === cause).length),
    ).toEqual([1, 1, 1, 1, 2]);
    expect(next.register.measure(token(1))?.value.drives).toMatchObject([
      { end: { done: 5, exceptions: [] } },
    ]);
  },
);

test('two processes that sweep at once bring each proposal forward once', async () => {
  await haveLinked();
  const one = await openProcess();
  await one.act(token(1), 'secretary', 'ask-realisation', today);
  const two = await openProcess();
  await Promise.all([one.sweep(), two.sweep()]);
  await one.sweep();
  const proposals = await readAll();
  expect(
    proposals.map(({ trail }) => trail.filter(({ cause }) => cause !== undefined).length),
  ).toEqual([1, 1, 1, 1, 2]);
  const three = await openProcess();
  expect(three.register.measure(token(1))?.value.trail.map(({ kind }) => kind)).toEqual([
    'created',
    'publication-scheduled',
    'published',
    'drive-begun',
    'drive-ended',
  ]);
});

test('a proposal that is just being published is waited for; one that is gone is listed', async () => {
  await haveLinked();
  const one = await openProcess();
  const held = one.register.proposalByNumber('R8-0002');
  const seq = one.register.proposalByNumber('R8-0001')?.value.trail.at(-1)?.seq;
  await actOnProposal(one.ports, secretary, { number: 'R8-0001', seq }, 'publish', {});
  await one.act(token(1), 'secretary', 'ask-realisation', today);
  if (held) one.register.changes.proposals({ kind: 'gone', itemId: held.itemId });
  await one.sweep();
  const [drive] = one.register.measure(token(1))?.value.drives ?? [];
  expect(drive?.end).toBeUndefined();
  await actOnProposal(one.ports, secretary, { number: 'R8-0001' }, 'undo-publication', {});
  await one.sweep();
  expect(one.register.measure(token(1))?.value.drives[0]?.end).toMatchObject({
    done: 4,
    exceptions: [{ number: 'R8-0002', code: 'not-found' }],
  });
});
