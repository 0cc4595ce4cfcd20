import type { Duty, Office } from '../duties.js';
import type { CivilDate } from '../instant.js';
import { isValidOn, type Masters } from '../masters.js';
import { holdersOf, type Member } from '../member.js';
import { openRequests } from '../opinion.js';
import type { PersonId } from '../person.js';
import type { Proposal } from '../proposal.js';

/** Why nobody works on something. */
export type HolderGap = 'no-reviewer' | 'department-ended' | 'no-staff' | 'no-head';

/** Something that its office answers for and nobody there holds now. */
export interface Unheld {
  readonly proposal: Proposal;
  readonly why: HolderGap;
  readonly departmentId?: string;
}

/** Who holds what on a day. */
export interface Holders {
  readonly today: CivilDate;
  readonly members: readonly Member[];
  readonly masters: Masters;
}

/** Whether somebody is of the secretariat on a day. */
export function isSecretary({ members, today }: Holders, personId: PersonId): boolean {
  return members.some(
    (member) =>
      member.personId === personId && member.role === 'secretariat' && isValidOn(member, today),
  );
}

/** What a department lacks to do its part: it no longer is one, or nobody acts for it, or nobody confirms. */
function gapOf(
  departmentId: string,
  { members, masters, today }: Holders,
  needsHead: boolean,
): HolderGap | undefined {
  const department = masters.departments.find(({ id }) => id === departmentId);
  if (!department || !isValidOn(department, today)) return 'department-ended';
  if (holdersOf(members, { role: 'head', departmentId }, today).length > 0) return undefined;
  if (needsHead) return 'no-head';
  return holdersOf(members, { role: 'owner', departmentId }, today).length > 0
    ? undefined
    : 'no-staff';
}

function gapOfOffice(proposal: Proposal, office: Office, holders: Holders): readonly Unheld[] {
  if (office.kind === 'department') {
    const { departmentId } = office;
    const why = gapOf(departmentId, holders, proposal.pending?.what === 'difficult');
    return why ? [{ proposal, why, departmentId }] : [];
  }
  // Who has taken nothing over has left nothing behind: the queue of what nobody claimed is the secretariat's own.
  const { reviewer } = proposal;
  return reviewer && !isSecretary(holders, reviewer.id) ? [{ proposal, why: 'no-reviewer' }] : [];
}

function gapsOfRequests(proposal: Proposal, holders: Holders): readonly Unheld[] {
  return openRequests(proposal).flatMap(({ departmentId }) => {
    const why = gapOf(departmentId, holders, false);
    return why ? [{ proposal, why, departmentId }] : [];
  });
}

/** What no active person holds: its reviewer left the secretariat, or its department has nobody, or is no more. */
export function withoutHolder(
  proposals: readonly Proposal[],
  dutyOf: (proposal: Proposal) => Duty,
  holders: Holders,
): readonly Unheld[] {
  return proposals.flatMap((proposal) => {
    const duty = dutyOf(proposal);
    return duty.kind === 'closed'
      ? []
      : [...gapOfOffice(proposal, duty.office, holders), ...gapsOfRequests(proposal, holders)];
  });
}
