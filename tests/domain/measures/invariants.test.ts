import fc from 'fast-check';
import { wasDriven } from '../../../src/domain/measures/drive.js';
import {
  type Measure,
  type MeasureVersion,
  standingOf,
} from '../../../src/domain/measures/measure.js';
import { countMeasures, measureRows } from '../../../src/domain/measures/measure-rows.js';
import { shownVersions } from '../../../src/domain/measures/published-measure.js';
import { replayMeasure } from '../../../src/domain/measures/replay-measure.js';
import type { Proposal } from '../../../src/domain/proposal.js';
import type { ProposalState } from '../../../src/domain/proposal-state.js';
import { replay } from '../../../src/domain/replay.js';
import { sameValue } from '../../../src/domain/same-value.js';
import { isThorough, propertyTimeoutMs, runs } from '../../support/domain-runs.js';
import { ids, lives, type Step, startingWorld, steps } from '../../support/measure-steps.js';
import {
  type MeasureWorld,
  rightMeasure,
  worldMasters,
  worldPeople,
} from '../../support/measure-world.js';

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

/** Invariant 4: a measure is counted once however often it is listed again, in the working state and as published. */
function checkRelisting({ measures }: MeasureWorld, reached: Set<string>, broken: Broken): void {
  const all = [...measures.values()];
  const told = all.flatMap(({ id, versions }) => {
    const last = versions.at(-1);
    return last ? [{ id, content: last.state.content }] : [];
  });
  for (const listed of [all, told]) {
    const rows = measureRows(listed, worldMasters.categories);
    const again = listed.flatMap(({ content }) => content.relistings).length;
    const own = rows.filter(({ isRelisted }) => !isRelisted);
    broken(countMeasures(rows) === listed.length, 'invariant 4: a measure is not counted once');
    broken(own.length === listed.length, 'invariant 4: a measure has not one row of its own');
    broken(rows.length === listed.length + again, 'invariant 4: a row of 再掲 is missing');
    if (again > 0) reached.add(listed === told ? 'relisted as published' : 'relisted');
  }
}

/** Every ended drive is whole: each proposal is done, once, or listed. */
function checkDrives(world: MeasureWorld, { id, drives }: Measure, broken: Broken): void {
  // One that is under way, and one that a publication asked for before that began.
  broken(drives.filter(({ end }) => end === undefined).length <= 2, 'too many drives are open');
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

/** Takes the steps one after the other; answers what was broken, and adds what was reached. */
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
    checkRelisting(world, reached, broken);
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

test(
  'whatever is done, by whomever and however often killed, invariants 3, 4, 5, 7 and 9 hold',
  () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(lives, (taken) => {
        expect(brokenBy(taken, reached)).toEqual([]);
      }),
      runs('life of measures', 500),
    );
    const wanted = ['partially-realised', 'realised', 'relisted', 'relisted as published'];
    // The steps are worth something only if they lead to an end now and then.
    if (isThorough) expect([...reached]).toEqual(expect.arrayContaining(wanted));
  },
  propertyTimeoutMs,
);

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
