import fc from 'fast-check';
import { type ActName, actNames } from '../../src/domain/acts.js';
import { civilDateOf } from '../../src/domain/instant.js';
import type { Proposal } from '../../src/domain/proposal.js';
import { isUnpublished } from '../../src/domain/publication.js';
import type { Status } from '../../src/domain/status.js';
import { lastSeq } from '../../src/domain/trail-entry.js';
import { actOnProposal } from '../../src/usecases/act-on-proposal.js';
import type { ChangeOutcome } from '../../src/usecases/change-proposal.js';
import { releaseDuePublications } from '../../src/usecases/release-due-publications.js';
import { type Dice, diceOf, rightForm, spoilt } from './domain-forms.js';
import { type PersonName, people, personNames } from './domain-people.js';
import { type DomainWorld, worldMeasures } from './domain-world.js';

/** One thing that happens in a world. The dice choose among what is there when it happens. */
export interface Step {
  readonly kind: 'act' | 'sweep' | 'catch-up' | 'publish-measure';
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
}

const second = 1000;
const day = 86_400 * second;
const jumps = [
  ...[0, 0, 0, second, 10 * second, 10 * second, 60 * second, day, day],
  ...[16 * day, 40 * day, 200 * day, -3600 * second, -day],
];

const weighted = <T>(...choices: readonly (readonly [number, T])[]): fc.Arbitrary<T> =>
  fc.oneof(...choices.map(([weight, value]) => ({ weight, arbitrary: fc.constant(value) })));

/** Any step. */
export const anyStep: fc.Arbitrary<Step> = fc.record({
  kind: weighted<Step['kind']>([16, 'act'], [4, 'sweep'], [2, 'catch-up'], [1, 'publish-measure']),
  process: fc.constantFrom(0 as const, 1 as const),
  on: weighted([3, 0], [2, 1], [2, 2]),
  isUsual: weighted([5, true], [1, false]),
  dice: fc.array(fc.nat(5039), { minLength: 12, maxLength: 12 }),
  isSpoilt: weighted([9, false], [1, true]),
  jumpMs: fc.constantFrom(...jumps),
  seen: weighted<Step['seen']>([3, 'unsaid'], [2, 'fresh'], [1, 'stale']),
  isAgain: weighted([6, false], [1, true]),
});

const office: readonly ActName[] = ['add-note', 'mark-costs', 'reclassify', 'group', 'hand-over'];
const withOwner: readonly ActName[] = [
  ...['decide-track', 'link-measure', 'link-measure', 'propose-realised', 'publish'],
  ...['report-progress', 'unlink-measure', 'set-priority', 'merge', 'propose-difficult'],
] as readonly ActName[];

const usual: Readonly<Record<Status, readonly ActName[]>> = {
  received: [
    ...(['begin-review', 'begin-review', 'begin-review', 'begin-review', 'ask-question'] as const),
    ...(['edit-content', 'invite-co-proposer', 'answer-invitation', 'withdraw', 'merge'] as const),
    ...(['link-measure', 'hand-over', 'mark-costs'] as const),
  ],
  clarifying: [
    ...(['answer-question', 'answer-question', 'drop-question', 'edit-content'] as const),
    ...(['request-opinion', 'withdraw'] as const),
  ],
  reviewing: [
    ...(['decide-track', 'decide-track', 'decide-track', 'decide-track', 'ask-question'] as const),
    ...(['request-opinion', 'give-opinion', 'return-request', 'propose-difficult'] as const),
    ...(['propose-exclusion', 'propose-exclusion', 'merge', 'hide', ...office] as const),
  ],
  decided: [
    ...(['start-work', 'start-work', 'reply-to-delegation', 'return-delegation'] as const),
    ...(['invite-to-present', 'answer-presentation'] as const),
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
  return isUnpublished(proposal) ? ['publish', 'publish', ...usual[status]] : usual[status];
}

const owners = ['owner', 'head', 'secretary', 'otherOwner', 'otherHead'] as const;
const doers: Readonly<Partial<Record<ActName, readonly PersonName[]>>> = {
  'answer-invitation': ['friend', 'friend', 'friendlySecretary', 'owner'],
  confirm: ['head', 'secondSecretary', 'otherHead', 'everything', 'friendlySecretary'],
  'start-work': owners,
  'propose-realised': owners,
  'propose-difficult': owners,
  'partly-realise': owners,
  'report-progress': owners,
  'link-measure': owners,
  publish: ['secretary', 'owner', 'secondSecretary'],
  'give-opinion': ['owner', 'head', 'otherOwner', 'proposingHead'],
  'return-request': ['owner', 'head', 'otherOwner', 'proposingHead'],
  'reply-to-delegation': ['owner', 'head', 'otherOwner', 'otherHead', 'proposingHead'],
  'return-delegation': ['head', 'otherHead', 'deputyHead'],
};
const secretaries = ['secretary', 'secondSecretary', 'friendlySecretary', 'everything'] as const;
const byProposer: readonly ActName[] = [
  ...(['edit-content', 'withdraw', 'answer-question', 'invite-co-proposer'] as const),
  'answer-presentation',
];

function usualDoer(act: ActName, proposal: Proposal, dice: Dice): PersonName {
  const own = personNames.find((name) => people[name].id === proposal.proposer.personId);
  if (own && (byProposer.includes(act) || (act === 'reopen' && dice([true, false])))) return own;
  return dice(doers[act] ?? secretaries);
}

/** What a step asks for when it happens. */
export interface Asked {
  readonly act: ActName;
  readonly by: PersonName;
  readonly outcome: ChangeOutcome;
}

async function runAct(world: DomainWorld, step: Step, ports: DomainWorld['processes'][0]) {
  const dice = diceOf(step.dice);
  const proposal = ports.register.proposal(world.ids[step.on] ?? '')?.value ?? world.at(step.on);
  const act = dice(step.isUsual ? usualActs(world.at(step.on)) : actNames);
  const by = step.isUsual ? usualDoer(act, proposal, dice) : dice(personNames);
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

function failSweep(what: string, fault: unknown): never {
  throw new Error(what, { cause: fault });
}

/**
 * Lets a step happen. `look` is called after each write or refusal, so that a resend is looked at on its own; it is
 * told who asked for what, or nothing for what the product does by itself.
 */
export async function happen(
  world: DomainWorld,
  step: Step,
  look: (asked?: Asked) => void,
): Promise<void> {
  world.now = Math.max(world.now + step.jumpMs, Date.parse('2026-04-01'));
  const ports = world.processes[step.process];
  if (step.kind === 'catch-up') world.catchUp(step.process);
  if (step.kind === 'publish-measure') world.publishMeasure(worldMeasures[step.on] ?? '');
  if (step.kind === 'sweep') await releaseDuePublications(ports, failSweep);
  if (step.kind !== 'act') return look();
  const { act, by, ask } = await runAct(world, step, ports);
  for (let time = 0; time < (step.isAgain ? 2 : 1); time += 1) {
    const outcome = await ask();
    look({ act, by, outcome });
  }
}
