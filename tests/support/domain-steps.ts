import fc from 'fast-check';
import { type ActName, actNames } from '../../src/domain/acts.js';
import { civilDateOf } from '../../src/domain/instant.js';
import type { Proposal } from '../../src/domain/proposal.js';
import { canPublish } from '../../src/domain/publication.js';
import type { Status } from '../../src/domain/status.js';
import { lastSeq } from '../../src/domain/trail-entry.js';
import { actOnProposal } from '../../src/usecases/act-on-proposal.js';
import type { ChangeOutcome } from '../../src/usecases/change-proposal.js';
import { releaseDuePublications } from '../../src/usecases/release-due-publications.js';
import { type Dice, diceOf, rightForm, spoilt } from './domain-forms.js';
import type { Sent } from './domain-office-invariants.js';
import { type PersonName, people, personNames } from './domain-people.js';
import { type Mishap, tokenOf, tokens } from './domain-submits.js';
import { type DomainWorld, worldMeasures } from './domain-world.js';

/** One thing that happens in a world. The dice choose among what is there when it happens. */
export interface Step {
  readonly kind: 'act' | 'submit' | 'sweep' | 'publish-measure';
  readonly process: 0 | 1;
  readonly on: number;
  /** Something that is usual now, by somebody who usually does it; otherwise anything by anybody. */
  readonly isUsual: boolean;
  readonly dice: readonly number[];
  readonly isSpoilt: boolean;
  /** By how much the clock goes on before; it may jump back. */
  readonly jumpMs: number;
  readonly seen: 'unsaid' | 'fresh' | 'stale';
  /** The same again, as a resend does. */
  readonly isAgain: boolean;
  /** The process has not read what the other one wrote. */
  readonly isBehind: boolean;
}

const second = 1000;
/** So many lost writes leave it open whether a form was stored. */
const mostLost = 5;
const manyMishaps: readonly (readonly Mishap[])[] = [
  [],
  [],
  ['lost-before'],
  ['lost-after'],
  ['lost-before', 'lost-after'],
  ['lost-before', 'lost-before', 'lost-before', 'lost-before', 'lost-before', 'lost-before'],
];
const day = 86_400 * second;
const jumps = [
  ...[0, 0, 0, second, 10 * second, 10 * second, 60 * second, day, day],
  ...[16 * day, 40 * day, 200 * day, -3600 * second, -day],
];

const weighted = <T>(...choices: readonly (readonly [number, T])[]): fc.Arbitrary<T> =>
  fc.oneof(...choices.map(([weight, value]) => ({ weight, arbitrary: fc.constant(value) })));

/** Any step. */
export const anyStep: fc.Arbitrary<Step> = fc.record({
  kind: weighted<Step['kind']>([20, 'act'], [4, 'sweep'], [2, 'submit'], [1, 'publish-measure']),
  process: fc.constantFrom(0 as const, 1 as const),
  on: weighted([4, 0], [1, 1], [1, 2]),
  isUsual: weighted([9, true], [1, false]),
  dice: fc.array(fc.nat(5039), { minLength: 12, maxLength: 12 }),
  isSpoilt: weighted([14, false], [1, true]),
  jumpMs: fc.constantFrom(...jumps),
  seen: weighted<Step['seen']>([12, 'unsaid'], [6, 'fresh'], [1, 'stale']),
  isAgain: weighted([6, false], [1, true]),
  isBehind: weighted([4, false], [1, true]),
});

const acts = (...names: readonly ActName[]): readonly ActName[] => names;
const office = acts('add-note', 'mark-costs', 'reclassify', 'group', 'hand-over', 'hide');
const withOwner = acts(
  ...acts('link-measure', 'link-measure', 'link-measure', 'propose-realised', 'propose-realised'),
  ...acts('decide-track', 'report-progress', 'unlink-measure', 'set-priority', 'merge'),
  ...acts('propose-difficult', 'invite-to-present', 'answer-presentation'),
);
const opinions = acts('request-opinion', 'give-opinion', 'give-opinion', 'return-request');
const decide = acts('decide-track', 'decide-track', 'decide-track', 'decide-track', 'decide-track');

const usual: Readonly<Record<Status, readonly ActName[]>> = {
  received: [
    ...acts('begin-review', 'begin-review', 'begin-review', 'begin-review', 'begin-review'),
    ...acts('ask-question', 'edit-content', 'invite-co-proposer', 'answer-invitation'),
    ...acts('withdraw', 'merge', 'link-measure', 'hand-over', 'mark-costs'),
  ],
  clarifying: [
    ...acts('answer-question', 'answer-question', 'drop-question', 'edit-content', 'withdraw'),
    ...opinions,
  ],
  reviewing: [
    ...decide,
    ...decide,
    ...acts('ask-question', 'propose-difficult', 'propose-exclusion', 'propose-exclusion', 'merge'),
    ...opinions,
    ...office,
  ],
  decided: [
    ...acts('start-work', 'start-work', 'start-work', 'start-work', 'return-delegation'),
    ...acts('reply-to-delegation', 'reply-to-delegation'),
    ...withOwner,
  ],
  started: ['partly-realise', 'partly-realise', 'partly-realise', ...withOwner],
  'partially-realised': withOwner,
  realised: ['correct-publication', 'link-measure', 'unlink-measure', 'invite-to-present'],
  difficult: ['re-examine', 'merge', 'add-note'],
  'out-of-scope': ['reopen', 'reopen', 'merge', 'link-measure'],
  withdrawn: ['link-measure', 'merge', 'publish', 'add-note'],
};

function usualActs(proposal: Proposal): readonly ActName[] {
  const { pending, publicationDue, mergedInto, status } = proposal;
  if (publicationDue) return ['undo-publication', 'add-note', 'reopen', 'withdraw', 'link-measure'];
  if (pending) return ['confirm', 'confirm', 'confirm', 'decline-confirmation', 'unlink-measure'];
  if (mergedInto !== undefined) return ['unmerge', 'publish', 'reopen', 'withdraw', 'begin-review'];
  return canPublish(proposal) ? [...publishing, ...usual[status]] : usual[status];
}

/** What others are merged into is more often tried to be withdrawn. */
function usualActsIn(world: DomainWorld, index: number): readonly ActName[] {
  const proposal = world.at(index);
  const others = world.ids.flatMap((_, each) => {
    const { mergedInto, published } = world.at(each);
    return [mergedInto, published.mergedInto];
  });
  const isEarly = proposal.status === 'received' || proposal.status === 'clarifying';
  const usualNow = usualActs(proposal);
  return isEarly && others.includes(proposal.id) ? [...withdrawing, ...usualNow] : usualNow;
}

const withdrawing = acts('withdraw', 'withdraw', 'withdraw', 'withdraw', 'withdraw', 'withdraw');
const publishing = acts('publish', 'publish', 'publish', 'publish', 'publish', 'publish');
const secretaries = ['secretary', 'secondSecretary', 'friendlySecretary', 'everything'] as const;
const officePeople: Readonly<Record<string, readonly PersonName[]>> = {
  soumu: ['owner', 'head', 'deputyHead', 'proposingHead'],
  doboku: ['otherOwner', 'otherHead', 'everything'],
};
const byOffice = acts(
  ...acts('start-work', 'propose-realised', 'propose-difficult', 'partly-realise', 'publish'),
  ...acts('report-progress', 'link-measure', 'confirm'),
);
const byOfficeAlone = acts('reply-to-delegation', 'return-delegation');
const byAsked = acts('give-opinion', 'return-request');
const byProposer = acts(
  ...acts('edit-content', 'withdraw', 'answer-question', 'invite-co-proposer'),
  'answer-presentation',
);

function usualDoers(act: ActName, proposal: Proposal, dice: Dice): readonly PersonName[] {
  const own = personNames.filter((name) => people[name].id === proposal.proposer.personId);
  if (byProposer.includes(act) || (act === 'reopen' && dice([true, false]))) return own;
  if (act === 'answer-invitation') return ['friend', 'friendlySecretary', 'owner'];
  const asked = proposal.opinions.at(-1)?.departmentId ?? 'soumu';
  const owner = officePeople[byAsked.includes(act) ? asked : ownerOf(proposal)] ?? secretaries;
  if (byAsked.includes(act) || byOfficeAlone.includes(act)) return owner;
  return byOffice.includes(act) ? [...owner, ...secretaries] : secretaries;
}

const ownerOf = ({ published }: Proposal): string =>
  published.decision?.owner.departmentId ?? 'none';

/** What a step asks for when it happens. */
export interface Asked {
  readonly act: ActName;
  readonly by: PersonName;
  readonly outcome: ChangeOutcome;
}

function runAct(world: DomainWorld, step: Step) {
  const ports = world.processes[step.process];
  const dice = diceOf(step.dice);
  const proposal = ports.register.proposal(world.ids[step.on] ?? '')?.value ?? world.at(step.on);
  const act = dice(step.isUsual ? usualActsIn(world, step.on) : actNames);
  const by = step.isUsual ? dice(usualDoers(act, proposal, dice)) : dice(personNames);
  const ground = {
    proposal,
    today: civilDateOf(world.now),
    numbers: world.ids.map((_, index) => world.at(index).number),
    measureIds: worldMeasures,
    dice,
  };
  const right = rightForm(act, ground);
  const form = step.isSpoilt ? spoilt(right, dice) : right;
  const seq = { unsaid: undefined, fresh: lastSeq(proposal.trail), stale: 1 }[step.seen];
  const ask = () => actOnProposal(ports, people[by], { number: proposal.number, seq }, act, form);
  return { act, by, ask };
}

const otherProcess = [1, 0] as const;

/**
 * Sends a form, under a token that may be known already; at the same time the same one or another may go to the other
 * process.
 */
async function runSubmit(world: DomainWorld, step: Step): Promise<Sent> {
  const dice = diceOf(step.dice);
  const anyToken = () => tokenOf(dice(Array.from({ length: tokens }, (_, index) => index)));
  const token = anyToken();
  const mishaps = dice(manyMishaps);
  world.mishaps.push(...mishaps);
  const other = step.isAgain ? [dice([token, anyToken()])] : [];
  const forms = await Promise.all(
    [token, ...other].map(async (each, index) => {
      const process = index === 0 ? step.process : otherProcess[step.process];
      return { token: each, answer: await world.submit(process, each) };
    }),
  );
  world.mishaps.length = 0;
  return { forms, isSure: mishaps.length < mostLost };
}

function failSweep(what: string, fault: unknown): never {
  throw new Error(what, { cause: fault });
}

/** What happens by itself before anybody acts: time goes on, a process reads, what is due is published. */
async function passTime(world: DomainWorld, step: Step): Promise<void> {
  world.now = Math.max(world.now + step.jumpMs, Date.parse('2026-04-01'));
  if (!step.isBehind) world.catchUp(step.process);
  if (step.kind === 'publish-measure') world.publishMeasure(worldMeasures[step.on] ?? '');
  const isWaitedFor = step.isUsual && (step.dice[0] ?? 0) % 3 > 0;
  const isDue = isWaitedFor && world.at(step.on).publicationDue !== undefined;
  if (isDue) world.now += 10 * second;
  if (isDue || step.kind === 'sweep') {
    await releaseDuePublications(world.processes[step.process], failSweep);
  }
}

/**
 * Lets a step happen. `look` is called after each write or refusal, so that a resend is looked at on its own; it is
 * told who asked for what or what was sent, or nothing for what the product does by itself.
 */
export async function happen(
  world: DomainWorld,
  step: Step,
  look: (asked?: Asked, sent?: Sent) => void,
): Promise<void> {
  await passTime(world, step);
  look();
  if (step.kind === 'submit') look(undefined, await runSubmit(world, step));
  if (step.kind !== 'act') return;
  const { act, by, ask } = runAct(world, step);
  for (let time = 0; time < (step.isAgain ? 2 : 1); time += 1) {
    const outcome = await ask();
    look({ act, by, outcome });
  }
}
