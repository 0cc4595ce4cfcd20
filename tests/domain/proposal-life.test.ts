import fc from 'fast-check';
import type { Proposal } from '../../src/domain/proposal.js';
import { checkAnswersTellNothing } from '../support/domain-answers.js';
import {
  type Change,
  checkCoherence,
  checkDuty,
  checkMeasures,
  checkMove,
  checkNames,
  checkNotices,
  checkPublishedStays,
  checkSilence,
  checkStandstill,
  checkTrail,
  checkTwoPeople,
  demand,
  isSilent,
  newEntry,
} from '../support/domain-invariants.js';
import { propertyTimeoutMs, runs } from '../support/domain-runs.js';
import { type Asked, anyStep, happen, type Step } from '../support/domain-steps.js';
import { type DomainWorld, openWorld } from '../support/domain-world.js';

/** What is expected of a proposal before each step: how long its trail is. */
interface Model {
  readonly lengths: number[];
}

function checkChange(world: DomainWorld, change: Change, pick: number): void {
  const context = world.contextFor(change.after);
  checkTrail(change);
  checkCoherence(change);
  checkMeasures(change, context.measureState);
  checkPublishedStays(change);
  checkSilence(change);
  checkNames(change);
  checkTwoPeople(change);
  checkNotices(change);
  checkMove(change);
  checkStandstill(change);
  checkDuty(change);
  if (isSilent(change)) checkAnswersTellNothing(change, world.now, context, pick);
}

/** A refusal and a result say what became of the item, and a refusal leaves all items as they are. */
function checkOutcome(asked: Asked | undefined, written: readonly Change[]): void {
  if (!asked) return;
  const { outcome } = asked;
  const answered = outcome.kind === 'changed' ? [outcome.stored.value] : [];
  const stored = written.map(({ after }) => after);
  demand(
    answered.length === stored.length && answered[0] === stored[0],
    'what is answered is what became of it',
    asked,
  );
}

async function runStep(step: Step, model: Model, world: DomainWorld): Promise<void> {
  const all = (): readonly Proposal[] => world.ids.map((_, index) => world.at(index));
  let before = all();
  await happen(world, step, (asked) => {
    const after = all();
    const changes = after.map((each, index) => ({ before: before[index] ?? each, after: each }));
    const written = changes.filter((change) => newEntry(change));
    checkOutcome(asked, written);
    for (const [index, change] of changes.entries()) {
      demand(change.before.trail.length === model.lengths[index], 'nothing happens by itself');
      if (written.includes(change)) checkChange(world, change, step.dice[0] ?? 0);
      model.lengths[index] = change.after.trail.length;
    }
    before = after;
  });
}

const commandOf = (step: Step): fc.AsyncCommand<Model, DomainWorld> => ({
  check: () => true,
  run: (model, world) => runStep(step, model, world),
  toString: () => JSON.stringify(step),
});

const lives = fc.commands([anyStep.map(commandOf)], { maxCommands: 50, size: 'max' });

test(
  'whatever people do in whatever order, two processes and the clock included, the rules of the domain hold',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.boolean(), lives, (ownersPublish, commands) =>
        fc.asyncModelRun(async () => {
          const real = await openWorld(ownersPublish);
          return { model: { lengths: [1, 1, 1] }, real };
        }, commands),
      ),
      runs('life of proposals', 500),
    );
  },
  propertyTimeoutMs,
);
