import type { Act } from './act.js';
import { isOutsideTeams, theSystem } from './person.js';
import type { Proposal } from './proposal.js';

/** As what somebody acts on a proposal. */
export const capacities = [
  'proposer',
  'co-proposer',
  'secretariat',
  'owner',
  'head',
  'administrator',
  'system',
] as const;

/** One of the capacities. */
export type Capacity = (typeof capacities)[number];

/** Whether a role held for a department is held for this one. */
function holdsFor(act: Act, role: 'owner' | 'head', departmentId: string | undefined): boolean {
  return (
    departmentId !== undefined &&
    (act.roles ?? []).some((held) => held.role === role && held.departmentId === departmentId)
  );
}

/** As what a person stands behind a proposal. */
export const standings = ['proposer', 'co-proposer', 'invited'] as const;

/** One of them. */
export type Standing = (typeof standings)[number];

/** As what a person proposes it; undefined for everyone else, and for who declined. */
export function standingOf(
  { proposer, coProposers }: Proposal,
  personId: string,
): Standing | undefined {
  if (proposer.personId === personId) return 'proposer';
  const joined = coProposers.find((each) => each.personId === personId);
  if (!joined || joined.answer === 'declined') return undefined;
  return joined.answer === 'accepted' ? 'co-proposer' : 'invited';
}

/** Whether a person proposed it, alone or together with others. */
export function isContributor(proposal: Proposal, personId: string): boolean {
  return standingOf(proposal, personId) !== undefined;
}

/** Whether it is an idea of the person acting, under its own number or merged with it. */
export function isOwnIdea(proposal: Proposal, act: Act): boolean {
  return isContributor(proposal, act.by.id) || act.isOwnIdea?.(proposal.id) === true;
}

function contributorAs({ proposer }: Proposal, personId: string): Capacity {
  return proposer.personId === personId ? 'proposer' : 'co-proposer';
}

/**
 * The department that owns a proposal: the one that was published as its owner. A decision not yet published gives
 * nobody anything to do, and takes nothing from who was told to have it (domain 1).
 */
export function owningDepartment({ published }: Proposal): string | undefined {
  return published.decision?.owner.departmentId;
}

/**
 * As what a person may act on a proposal now. Who proposed it is a proposer and nothing else, whatever roles the
 * Members list gives, and who proposed what it is merged with is nothing on it: nobody decides or confirms an idea of
 * his own (domain specification 1.7, 9). Owner and head
 * count for the department that owns it. For a proposer outside Teams the secretariat does what only a proposer may
 * (answer, edit, withdraw), as it received the proposal on behalf of that person.
 */
export function capacitiesOn(proposal: Proposal, act: Act): readonly Capacity[] {
  if (act.by.id === theSystem.id) return ['system'];
  if (isContributor(proposal, act.by.id)) return [contributorAs(proposal, act.by.id)];
  const held = new Set((act.roles ?? []).map(({ role }) => role));
  if (held.size === 0 || isOwnIdea(proposal, act)) return [];
  const department = owningDepartment(proposal);
  const isForOutside = isOutsideTeams(proposal.proposer.personId) && held.has('secretariat');
  return capacities.filter((capacity) => {
    if (capacity === 'proposer') return isForOutside;
    if (capacity === 'owner' || capacity === 'head') return holdsFor(act, capacity, department);
    return (capacity === 'secretariat' || capacity === 'administrator') && held.has(capacity);
  });
}

/** Whether somebody acts for a department: staff of the owner or its head. */
export function actsFor(act: Act, departmentId: string): boolean {
  return holdsFor(act, 'owner', departmentId) || holdsFor(act, 'head', departmentId);
}
