import { owningDepartment } from './capacity.js';
import type { CivilDate } from './instant.js';
import type { Proposal } from './proposal.js';

/** A delegation that waits for the reply of its department. */
export interface OpenDelegation {
  readonly departmentId: string;
  readonly dueOn: CivilDate;
}

/**
 * The delegation 依頼 that waits for a reply (T17): told to its department and not answered. Before it is published
 * nobody has been asked; a changed one counts from its own publication.
 */
export function openDelegation(proposal: Proposal): OpenDelegation | undefined {
  const { status, decision, published, reply, mergedInto } = proposal;
  const departmentId = owningDepartment(proposal);
  const asked = published.decision;
  if (departmentId === undefined || asked?.track !== 'delegated') return undefined;
  if (decision?.track !== 'delegated' || status !== 'decided') return undefined;
  return reply || mergedInto !== undefined ? undefined : { departmentId, dueOn: asked.replyDue };
}
