import type { Act } from '../../src/domain/act.js';
import type { ActName } from '../../src/domain/acts.js';
import type { ActForm } from '../../src/domain/commands/command.js';
import type { Proposal } from '../../src/domain/proposal.js';
import { people } from './domain-people.js';
import { actsAs, done, inStatus, later, lifeContext, rightForms } from './proposal-in-status.js';
import { did, receivedProposal } from './sample-proposals.js';

/** What an act does: with which form, by whom, what its entry says and what the proposal is afterwards. */
export interface Effect {
  readonly on?: () => Proposal;
  readonly form?: ActForm;
  readonly by?: Act;
  /** What the trail says of it; undefined where it must not say something. */
  readonly entry: object;
  /** What the proposal is afterwards; undefined where something is gone. */
  readonly state?: object;
}

/** Acts with what they do, by a sentence that says it. */
export type Effects = Readonly<Record<string, readonly [ActName, Effect]>>;

/** A reason that is long enough. */
export const reason = '理由は十文字以上で書くことになっています。';

/** A context with a channel of the secretariat, one of the owner, somebody to hand over to and another proposal. */
export const effectContext = {
  ...lifeContext,
  members: [
    { personId: people.secretary.id, name: people.secretary.name, role: 'secretariat' },
    { personId: people.friend.id, name: people.friend.name, role: 'secretariat' },
  ],
  channelMap: [
    { id: 'd', purpose: 'secretariat', teamId: 't', channelId: 'desk', label: '事務局' },
    {
      id: 's',
      purpose: 'department',
      departmentId: 'soumu',
      teamId: 't',
      channelId: 'soumu',
      label: '総務部',
    },
  ],
  proposalByNumber: (number: string) =>
    number === 'R8-0002' ? receivedProposal({ id: 'other', number }) : undefined,
} as const;

/** Audiences of the acts. */
export const toOffice = {
  people: [],
  channels: [{ channelId: 'soumu', as: 'owner' }],
  asOf: later,
};
export const toDesk = {
  people: [],
  channels: [{ channelId: 'desk', as: 'secretariat' }],
  asOf: later,
};
export const toContributors = {
  people: [
    { personId: actsAs.proposer.by.id, as: 'proposer' },
    { personId: people.friend.id, as: 'co-proposer' },
  ],
  channels: [],
  asOf: later,
};

/** Proposals that the acts are tried on. */
export const reviewing = () => inStatus('reviewing');
export const decided = () => inStatus('decided');
export const requested = () =>
  done(reviewing(), 'request-opinion', { requestDepartment: 'soumu', requestText: '可能ですか。' });
/** Its id, known without asking: cases are listed before anything is tried. */
export const requestId = () => '5';
export const asked = (name: ActName, on: () => Proposal) =>
  done(on(), name, rightForms[name], actsAs.owner);

/** Paths of what must not be there. */
function gone(expected: object, path: readonly string[] = []): readonly (readonly string[])[] {
  return Object.entries(expected).flatMap(([key, value]) => {
    if (value === undefined) return [[...path, key]];
    return typeof value === 'object' && value !== null ? gone(value, [...path, key]) : [];
  });
}

function withoutGone(expected: object): object {
  const kept = Object.entries(expected).filter(([, value]) => value !== undefined);
  const inner = kept.map(([key, value]): readonly [string, unknown] => [
    key,
    typeof value === 'object' && value !== null ? withoutGone(value) : value,
  ]);
  return Array.isArray(expected) ? inner.map(([, value]) => value) : Object.fromEntries(inner);
}

function expectLike(actual: unknown, expected: object): void {
  expect(actual).toMatchObject(withoutGone(expected));
  for (const path of gone(expected)) expect(actual).not.toHaveProperty([...path]);
}

/** Tries an act and expects of it what is said. */
export function expectEffect(name: ActName, effect: Effect): void {
  const { on = reviewing, form = {}, by = actsAs.secretariat, entry, state = {} } = effect;
  const before = on();
  const result = did(before, name, form, by, effectContext);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  const written = result.value.trail.at(-1);
  const { by: who, at } = by;
  expectLike(written, { seq: before.trail.length + 1, occurredAt: at, by: who, ...entry });
  expectLike(result.value, state);
}
