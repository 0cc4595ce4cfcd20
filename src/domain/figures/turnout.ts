import { type Campaign, isAddressedTo } from '../campaign.js';
import type { CivilDate } from '../instant.js';
import { type Masters, validOn } from '../masters.js';
import { breakdownOf } from './breakdown.js';
import { type Counted, isReceived } from './counted.js';
import type { Cell } from './hold-back.js';

/** How many proposals came from a department. */
export type DepartmentTurnout = { readonly departmentId: string } & Cell;

/** 応募状況: how many proposals came from which department, and from which none (domain 8). */
export interface Turnout {
  readonly received: number;
  readonly withdrawn: number;
  /** Departments with proposals, then those that are addressed and have none, each in the order of the masters. */
  readonly departments: readonly DepartmentTurnout[];
}

/**
 * Counts a campaign by department: those it is addressed to on a day stand in it with none too, so that a head sees
 * who has not been reached. Lines are held back as in every published chart.
 */
export function turnoutOf(
  campaign: Campaign,
  counted: readonly Counted[],
  masters: Masters,
  today: CivilDate,
): Turnout {
  const { rows } = breakdownOf('department', counted, masters);
  const some = rows.map((row): DepartmentTurnout => {
    const { key: departmentId } = row;
    return row.kind === 'count'
      ? { departmentId, kind: row.kind, count: row.count }
      : { departmentId, kind: row.kind };
  });
  const present = new Set(rows.map(({ key }) => key));
  const none = validOn(masters.departments, today)
    .filter(({ id }) => !present.has(id) && isAddressedTo(campaign, id))
    .map(({ id }): DepartmentTurnout => ({ departmentId: id, kind: 'count', count: 0 }));
  const received = counted.filter(isReceived).length;
  return { received, withdrawn: counted.length - received, departments: [...some, ...none] };
}
