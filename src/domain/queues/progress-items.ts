import { owningDepartment } from '../capacity.js';
import { openWithOwner } from '../commands/report-progress.js';
import { civilDateOf } from '../instant.js';
import type { Inquiry } from '../progress-inquiry.js';
import type { Proposal } from '../proposal.js';

/** What a department is asked about in a 進捗照会. */
export interface DepartmentProgress {
  readonly departmentId: string;
  readonly items: readonly ProgressItem[];
}

/** One open item of a department. */
export interface ProgressItem {
  readonly proposal: Proposal;
  /** Whether it was reported on since the inquiry was opened. */
  readonly isAnswered: boolean;
}

function isAnswered({ progress }: Proposal, { opensOn }: Inquiry): boolean {
  return progress !== undefined && civilDateOf(progress.at) >= opensOn;
}

/** The open items of every department, for the inquiry under way; in the order of the proposals. */
export function progressItems(
  proposals: readonly Proposal[],
  inquiry: Inquiry,
): readonly DepartmentProgress[] {
  const byDepartment = new Map<string, ProgressItem[]>();
  for (const proposal of proposals) {
    const departmentId = owningDepartment(proposal);
    const isOpen = openWithOwner.has(proposal.status) && proposal.mergedInto === undefined;
    if (departmentId === undefined || !isOpen) continue;
    const items = byDepartment.get(departmentId) ?? [];
    items.push({ proposal, isAnswered: isAnswered(proposal, inquiry) });
    byDepartment.set(departmentId, items);
  }
  return [...byDepartment].map(([departmentId, items]) => ({ departmentId, items }));
}
