import type { Act } from '../act.js';
import { actsFor, capacitiesOn, isOwnIdea, owningDepartment } from '../capacity.js';
import { openWithOwner } from '../commands/report-progress.js';
import { openDelegation } from '../delegation.js';
import type { Duty } from '../duties.js';
import type { CivilDate, Instant } from '../instant.js';
import { isUnderReview } from '../opinion.js';
import type { Proposal } from '../proposal.js';

/** What an office has to do with a proposal 依頼された提案. */
export const officeItemKinds = ['opinion', 'delegation', 'confirmation', 'work'] as const;

/** One of them. */
export type OfficeItemKind = (typeof officeItemKinds)[number];

/** One thing that was asked of an office. */
export interface OfficeTask {
  readonly proposal: Proposal;
  readonly kind: OfficeItemKind;
  readonly departmentId: string;
  readonly dueOn?: CivilDate;
  /** Of an opinion request. */
  readonly requestId?: string;
  /** When an opinion request was answered or sent back. */
  readonly answeredAt?: Instant;
  /** The review ended before an opinion request was answered: nobody waits for it any more. */
  readonly isOver?: true;
}

/** The departments for which somebody acts, each once. */
export function officesOf({ roles = [] }: Act): readonly string[] {
  const own = roles.filter(({ role }) => role === 'owner' || role === 'head');
  return [...new Set(own.flatMap(({ departmentId }) => departmentId ?? []))];
}

function opinions(proposal: Proposal, act: Act): readonly OfficeTask[] {
  return proposal.opinions
    .filter(({ departmentId }) => actsFor(act, departmentId))
    .map(({ id: requestId, departmentId, dueOn, opinion, returned }) => {
      const answeredAt = opinion?.at ?? returned?.at;
      return {
        proposal,
        kind: 'opinion',
        departmentId,
        dueOn,
        requestId,
        ...(answeredAt !== undefined && { answeredAt }),
        ...(answeredAt === undefined && !isUnderReview(proposal) && { isOver: true as const }),
      };
    });
}

function owned(
  proposal: Proposal,
  act: Act,
  dutyOf: (proposal: Proposal) => Duty,
): readonly OfficeTask[] {
  const departmentId = owningDepartment(proposal);
  const capacities = capacitiesOn(proposal, act);
  const isOwn = capacities.includes('owner') || capacities.includes('head');
  if (departmentId === undefined || !isOwn || proposal.mergedInto !== undefined) return [];
  const duty = dutyOf(proposal);
  const due = duty.kind === 'open' ? { dueOn: duty.dueOn } : {};
  const { pending, status } = proposal;
  if (pending && pending.what !== 'out-of-scope' && capacities.includes('head')) {
    return [{ proposal, kind: 'confirmation', departmentId, ...due }];
  }
  const delegation = openDelegation(proposal);
  if (delegation) return [{ proposal, kind: 'delegation', ...delegation }];
  return openWithOwner.has(status) ? [{ proposal, kind: 'work', departmentId, ...due }] : [];
}

/** What was asked of the offices for which somebody acts; never about an own proposal. The earliest day first. */
export function officeTasks(
  proposals: readonly Proposal[],
  act: Act,
  dutyOf: (proposal: Proposal) => Duty,
): readonly OfficeTask[] {
  if (officesOf(act).length === 0) return [];
  return proposals
    .filter((proposal) => !isOwnIdea(proposal, act))
    .flatMap((proposal) => [...opinions(proposal, act), ...owned(proposal, act, dutyOf)])
    .toSorted((a, b) => ((a.dueOn ?? '9') < (b.dueOn ?? '9') ? -1 : 1));
}
