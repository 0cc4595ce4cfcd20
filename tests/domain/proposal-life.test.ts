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
import {
  checkCountsOfReceived,
  checkNumbers,
  checkOverdueReplies,
  checkOwnIdeas,
  checkSurvivors,
  checkTokens,
  type Reached,
  type Sent,
} from '../support/domain-office-invariants.js';
import { isThorough, propertyTimeoutMs, runs } from '../support/domain-runs.js';
import { type Asked, anyStep, happen, type Step } from '../support/domain-steps.js';
import { type DomainWorld, openWorld } from '../support/domain-world.js';

const allOf = (world: DomainWorld): readonly Proposal[] =>
  world.ids.map((_, index) => world.at(index));

/** What is expected of a proposal before each step: how long its trail is. */
interface Model {
  readonly lengths: number[];
  /** The numbers that were told, by token. */
  readonly receipts: Map<string, string>;
}

const reached: Reached = new Set();

/** What holds of all proposals together: counts, numbers, overdue replies. */
function checkOffice(world: DomainWorld, model: Model, sent: Sent | undefined): void {
  const all = allOf(world);
  checkCountsOfReceived(all, reached);
  checkNumbers(all, reached);
  if (sent) checkTokens(all, model.receipts, sent, reached);
  checkOverdueReplies(all, world.now, reached);
}

function checkChange(world: DomainWorld, change: Change, { dice, isBehind }: Step): void {
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
  if (isSilent(change)) checkAnswersTellNothing(change, world.now, context, dice[0] ?? 0);
  if (isBehind) return;
  checkSurvivors(change, allOf(world));
  checkOwnIdeas(change, allOf(world), reached);
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

/** What is there for the first time was sent just now. */
function checkReceived(fresh: readonly Proposal[], { lengths }: Model, sent?: Sent): void {
  for (const { id, number, trail } of fresh) {
    const isSent = sent?.forms.some(({ token }) => token === id) ?? false;
    demand(isSent, 'nothing is received by itself', number);
    lengths.push(trail.length);
  }
}

async function runStep(step: Step, model: Model, world: DomainWorld): Promise<void> {
  let before = allOf(world);
  await happen(world, step, (asked, sent) => {
    const after = allOf(world);
    checkReceived(after.slice(model.lengths.length), model, sent);
    const changes = after.map((each, index) => ({ before: before[index] ?? each, after: each }));
    const written = changes.filter((change) => newEntry(change));
    checkOutcome(asked, written);
    for (const [index, change] of changes.entries()) {
      demand(change.before.trail.length === model.lengths[index], 'nothing happens by itself');
      model.lengths[index] = change.after.trail.length;
    }
    for (const change of written) checkChange(world, change, step);
    if (sent || written.length > 0) checkOffice(world, model, sent);
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
          return { model: { lengths: [1, 1, 1], receipts: new Map() }, real };
        }, commands),
      ),
      runs('life of proposals', 500),
    );
    // The invariants are worth something only if the situations they speak of come up.
    const wanted: Reached = new Set([
      ...([
        'withdrawn',
        'merged',
        'awaited',
        'resent',
        'another-year',
        'unsure',
        'answered',
        'one-idea',
      ] as const),
    ]);
    if (isThorough) expect([...reached].toSorted()).toEqual([...wanted].toSorted());
  },
  propertyTimeoutMs,
);
