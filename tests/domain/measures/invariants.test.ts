import fc from 'fast-check';
import { wasDriven } from '../../../src/domain/measures/drive.js';
import {
  type Measure,
  type MeasureVersion,
  standingOf,
} from '../../../src/domain/measures/measure.js';
import { shownVersions } from '../../../src/domain/measures/published-measure.js';
import { replayMeasure } from '../../../src/domain/measures/replay-measure.js';
import type { Proposal } from '../../../src/domain/proposal.js';
import type { ProposalState } from '../../../src/domain/proposal-state.js';
import { replay } from '../../../src/domain/replay.js';
import { sameValue } from '../../../src/domain/same-value.js';
import {
  MeasureWorld,
  rightMeasure,
  rightRule,
  type WorldPerson,
  worldPeople,
} from '../../support/measure-world.js';

const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 500);

const numbers = ['R8-0001', 'R8-0002', 'R8-0003'];
const ids = ['m', 'r', 'late'];
const reason = { reason: '公表した内容に誤りがありました。' };
const today = { realisedOn: '2026-10-05' };
const people: readonly WorldPerson[] = [
  'secretary',
  'secondSecretary',
  'owner',
  'head',
  'otherOwner',
  'proposer',
];

interface Step {
  readonly what: string;
  readonly who: WorldPerson;
  readonly number: string;
  readonly id: string;
  readonly word: string;
  readonly flag: boolean;
}

const formOf = ({ id, word }: Step) => ({
  ...(id === 'r' ? rightRule : rightMeasure),
  title: `取組${word}`,
});

/** Everything that can be done, by name; what the rules refuse changes nothing. */
const steps: Readonly<Record<string, (world: MeasureWorld, step: Step) => unknown>> = {
  link: (world, { number, id, flag }) => world.link(number, id, flag ? 'whole' : 'part'),
  unlink: (world, { number, id, who }) =>
    world.propose(number, who, 'unlink-measure', { measure: id, ...reason }),
  start: (world, { number, who }) =>
    world.propose(number, who, 'start-work', { startedOn: '2026-10-05', firstAction: '試す。' }),
  part: (world, { number, who }) => world.propose(number, who, 'partly-realise'),
  propose: (world, { number, who }) => world.propose(number, who, 'propose-realised', today),
  confirm: (world, { number, who }) => world.propose(number, who, 'confirm'),
  decline: (world, { number, who }) => world.propose(number, who, 'decline-confirmation', reason),
  correctProposal: (world, { number, who }) =>
    world.propose(number, who, 'correct-publication', reason),
  publishProposal: (world, { number, who }) => world.propose(number, who, 'publish'),
  undoProposal: (world, { number, who }) => world.propose(number, who, 'undo-publication'),
  edit: (world, step) => world.act(step.id, step.who, 'edit', formOf(step)),
  correct: (world, step) => world.act(step.id, step.who, 'correct', { ...formOf(step), ...reason }),
  publish: (world, { id, who, flag }) => world.act(id, who, 'publish', flag ? today : {}),
  undo: (world, { id, who }) => world.act(id, who, 'undo-publication'),
  withdraw: (world, { id, who }) => world.act(id, who, 'withdraw', reason),
  reinstate: (world, { id, who }) => world.act(id, who, 'reinstate', reason),
  ask: (world, { id, who }) => world.act(id, who, 'ask-realisation', today),
  confirmAll: (world, { id, who }) => world.act(id, who, 'confirm-realisation'),
  declineAll: (world, { id, who }) => world.act(id, who, 'decline-realisation', reason),
  publishAll: (world, { id, who }) => world.act(id, who, 'publish-realised'),
  adopt: (world, { id, who, flag }) =>
    world.act(id, who, 'answer-adoption', { department: 'soumu', adopted: flag ? 'yes' : 'no' }),
  sweep: (world, { flag }) => world.drive(flag ? 1 : undefined),
  wait: (world) => {
    world.now += 10_000;
    world.release();
  },
};

const anyStep: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom(...Object.keys(steps)),
  who: fc.constantFrom(...people),
  number: fc.constantFrom(...numbers),
  id: fc.constantFrom(...ids),
  word: fc.constantFrom('一', '二', '三'),
  flag: fc.boolean(),
});

/** What brings proposals to their end, by those who may; it comes more often, so that ends are reached. */
const likelyStep = fc
  .record({
    what: fc.constantFrom('link', 'wait', 'sweep', 'ask', 'confirmAll', 'publishAll', 'publish'),
    who: fc.constantFrom('secretary', 'secondSecretary'),
    id: fc.constantFrom('m', 'r'),
    flag: fc.boolean(),
  })
  .chain((some) => anyStep.map((step): Step => ({ ...step, ...some })));

const step = fc.oneof({ arbitrary: anyStep, weight: 1 }, { arbitrary: likelyStep, weight: 3 });

function startingWorld(): MeasureWorld {
  const world = new MeasureWorld();
  world.published('m');
  world.published('r', rightRule);
  world.create('late', 'owner');
  world.decided('R8-0001');
  world.decided('R8-0002', 'proposer');
  world.decided('R8-0003');
  return world;
}

/** Adds a sentence where something does not hold; `expect` at each step would make thousands of runs slow. */
type Broken = (holds: boolean, what: string) => void;

/** Invariant 3. A link that covers the whole may be added to 一部実現, as the way to 実現; it is never told so. */
function checkLinks(
  world: MeasureWorld,
  { status, links = [] }: ProposalState,
  isTold: boolean,
  broken: Broken,
): void {
  const hasPublished = links.some(({ measureId }) => world.measure(measureId).versions.length > 0);
  const isWhole = links.some(({ coverage }) => coverage === 'whole');
  if (status === 'realised') broken(hasPublished, 'realised without a published measure');
  if (status !== 'partially-realised') return;
  broken(hasPublished, 'partly realised without a published measure');
  broken(!isWhole || !isTold, 'told as partly realised by what covers the whole');
}

/** Nothing that is told to be realised rests on nothing but measures that everyone reads as withdrawn. */
function checkStanding(world: MeasureWorld, { published }: Proposal, broken: Broken): void {
  const { status, links = [] } = published;
  if (status !== 'realised') return;
  const standings = links.map(({ measureId }) => standingOf(world.measure(measureId)));
  broken(standings.includes('published'), 'realised by a withdrawn measure');
}

/** Two people for each realisation, the second of them no proposer (1.7, 9). */
function checkTwoPeople({ trail, proposer }: Proposal, broken: Broken): void {
  for (const entry of trail) {
    if (entry.kind !== 'realised') continue;
    const asked = trail.findLast(
      ({ seq, kind }) => seq < entry.seq && kind === 'confirmation-asked',
    );
    broken(asked !== undefined && asked.by.id !== entry.by.id, 'realised by one person');
    broken(proposer.personId !== entry.by.id, 'confirmed by its proposer');
  }
}

/** Invariant 7: every version ever shown is shown still, and corrections say so. */
function checkVersions(
  { id, versions }: Measure,
  seen: Map<string, readonly MeasureVersion[]>,
  broken: Broken,
): void {
  const before = seen.get(id) ?? [];
  broken(sameValue(versions.slice(0, before.length), before), 'a version changed');
  seen.set(id, versions);
  shownVersions({ versions }).forEach(({ version, isCorrected }, index) => {
    broken(version === index + 1, 'a version is missing');
    const next = versions[index + 1];
    broken(isCorrected === (next?.correction !== undefined), 'a correction is not marked');
  });
}

/** Every ended drive is whole: each proposal is done, once, or listed. */
function checkDrives(world: MeasureWorld, { id, drives }: Measure, broken: Broken): void {
  broken(drives.filter(({ end }) => end === undefined).length <= 1, 'two drives are open');
  for (const { seq, numbers: targets, end } of drives) {
    if (!end) continue;
    const done = targets.filter((number) => wasDriven(world.proposal(number), `${id}:${seq}`));
    broken(end.done + end.exceptions.length === targets.length, 'a drive forgot a proposal');
    broken(done.length === end.done, 'a drive counts wrongly');
  }
}

/** Invariant 5. */
function checkReplay(world: MeasureWorld, broken: Broken): void {
  for (const proposal of world.proposals.values()) {
    broken(sameValue(replay(proposal.trail), proposal), 'a proposal is not its trail');
  }
  for (const measure of world.measures.values()) {
    broken(sameValue(replayMeasure(measure.trail), measure), 'a measure is not its trail');
  }
}

/** Takes the steps one after the other; answers what was broken, and adds the published statuses that were reached. */
function brokenBy(taken: readonly Step[], reached: Set<string>): readonly string[] {
  const world = startingWorld();
  const seen = new Map<string, readonly MeasureVersion[]>();
  const found: string[] = [];
  for (const each of taken) {
    steps[each.what]?.(world, each);
    const broken: Broken = (holds, what) => {
      if (!holds) found.push(`${each.what}: ${what}`);
    };
    for (const proposal of world.proposals.values()) {
      checkLinks(world, proposal, false, broken);
      checkLinks(world, proposal.published, true, broken);
      checkStanding(world, proposal, broken);
      checkTwoPeople(proposal, broken);
      reached.add(proposal.published.status);
    }
    for (const measure of world.measures.values()) {
      checkVersions(measure, seen, broken);
      checkDrives(world, measure, broken);
    }
  }
  checkReplay(world, (holds, what) => {
    if (!holds) found.push(what);
  });
  return found;
}

test('whatever is done, by whomever and however often killed, invariants 3, 5, 7 and 9 hold', () => {
  const reached = new Set<string>();
  fc.assert(
    fc.property(fc.array(step, { minLength: 30, maxLength: 60, size: 'max' }), (taken) => {
      expect(brokenBy(taken, reached)).toEqual([]);
    }),
    { numRuns },
  );
  // The steps are worth something only if they lead to an end now and then.
  expect([...reached]).toEqual(
    expect.arrayContaining(['decided', 'started', 'partially-realised', 'realised']),
  );
});

test('whoever is no part of it changes nothing', () => {
  const world = startingWorld();
  const before = JSON.stringify([...world.measures]);
  for (const id of ids) {
    for (const name of ['edit', 'publish', 'withdraw', 'ask-realisation'] as const) {
      expect(world.act(id, 'staff', name, rightMeasure)).toBe('not-permitted');
    }
  }
  expect(JSON.stringify([...world.measures])).toBe(before);
  expect(worldPeople.staff.roles).toEqual([]);
});
