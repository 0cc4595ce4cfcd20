import { measureDeskAnswer } from '../../src/contract/measure-answers.js';
import { endDrive } from '../../src/domain/measures/begin-drive.js';
import { theSystem } from '../../src/domain/person.js';
import type { Proposal } from '../../src/domain/proposal.js';
import { MeasureWorld } from '../support/measure-world.js';
import { type PersonName, people } from './support/api-people.js';
import { type ApiUnderTest, openApi } from './support/api-under-test.js';

const [told, untold, own] = ['R8-0001', 'R8-0002', 'R8-0003'] as const;
const today = { realisedOn: '2026-10-05' };
const reason = { reason: '公表した内容に誤りがありました。' };

let api: ApiUnderTest;
let world: MeasureWorld;

beforeEach(async () => {
  api = await openApi();
  const members = [
    { personId: people.owner, role: 'owner' as const, departmentId: 'soumu' },
    { personId: people.executive, role: 'owner' as const, departmentId: 'doboku' },
  ];
  members.forEach((member, index) => {
    const stored = { value: { ...member, name: '役' }, itemId: `own-${index}`, revision: '1' };
    api.register.changes.members({ kind: 'stored', stored, version: 1 });
  });
  world = new MeasureWorld();
  world.published('m');
  for (const number of [told, untold, own]) {
    world.decided(number);
    world.link(number, 'm', 'whole');
  }
});
afterEach(() => api.close());

function change(number: string, changes: Partial<Proposal>): void {
  world.proposals.set(number, { ...world.proposal(number), ...changes });
}

/** A proposal whose owner is another department, so that the owner of the measure does not work on it. */
function ofAnotherOffice(number: string): void {
  const { decision, published } = world.proposal(number);
  if (!decision) throw new Error('it is decided');
  const elsewhere = { ...decision, owner: { departmentId: 'doboku' } };
  change(number, { decision: elsewhere, published: { ...published, decision: elsewhere } });
}

/** A secretary's own idea. */
function ownOf(person: PersonName, number: string): void {
  const { proposer } = world.proposal(number);
  change(number, { proposer: { ...proposer, personId: people[person] } });
}

async function deskOf(as: PersonName) {
  for (const proposal of world.proposals.values()) await api.have(proposal);
  const outcome = await api.measureLists.measures.store.create(world.measure('m'));
  if (outcome.kind === 'stored') api.register.tookMeasure(outcome.stored);
  const answer = await api.call('GET', '/api/measure-desk', { as });
  expect(answer.status).toBe(200);
  const [desk] = measureDeskAnswer.parse(answer.body).measures;
  if (!desk) throw new Error('the desk is empty');
  return desk;
}

function realise(number: string): void {
  world.propose(number, 'secretary', 'propose-realised', today);
  world.propose(number, 'head', 'confirm');
}

test('what another office works on is told by its published state alone', async () => {
  realise(told);
  world.propose(told, 'secretary', 'publish');
  world.now += 10_000;
  world.release();
  world.propose(told, 'secretary', 'correct-publication', reason);
  realise(untold);
  for (const number of [told, untold]) ofAnotherOffice(number);
  const { linked } = await deskOf('owner');
  expect(linked.map(({ number, status }) => [number, status])).toEqual([
    [told, 'realised'],
    [own, 'decided'],
  ]);
});

test('the secretariat reads the working state, but of own ideas what everyone reads', async () => {
  realise(untold);
  realise(own);
  ownOf('secretary', own);
  const { linked } = await deskOf('secretary');
  expect(linked.map(({ number, status }) => [number, status])).toEqual([
    [told, 'decided'],
    [untold, 'realised'],
  ]);
});

/** A drive that ended with each of its proposals as an exception. */
function driveWithExceptions(): void {
  world.act('m', 'secretary', 'ask-realisation', today);
  const { drives } = world.measure('m');
  const exceptions = [
    { number: told, code: 'conflict-of-interest' as const },
    { number: untold, code: 'whole-coverage' as const },
    { number: own, code: 'transition-not-allowed' as const },
  ];
  const end = { seq: drives[0]?.seq ?? 0, exceptions };
  world.onMeasure('m', (measure) => endDrive(measure, { by: theSystem, at: world.now }, end));
}

test('whose idea a proposal is, is told by no exception of a drive', async () => {
  driveWithExceptions();
  const { drives } = await deskOf('secretary');
  expect(drives[0]?.exceptions.map(({ number, code }) => [number, code])).toEqual([
    [told, 'not-permitted'],
    [untold, 'whole-coverage'],
    [own, 'transition-not-allowed'],
  ]);
  expect(JSON.stringify(drives)).not.toContain('conflict-of-interest');
});

test('a drive tells nobody of proposals that the reader does not work on', async () => {
  driveWithExceptions();
  ofAnotherOffice(untold);
  ownOf('owner', own);
  const { drives } = await deskOf('owner');
  expect(drives[0]).toMatchObject({ total: 1, done: 0 });
  expect(drives[0]?.exceptions.map(({ number }) => number)).toEqual([told]);
});
