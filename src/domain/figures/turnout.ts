import { type Campaign, isAddressedTo } from '../campaign.js';
import type { CivilDate } from '../instant.js';
import { type Masters, validOn } from '../masters.js';
import { groupsOn, heldBackGroups } from './breakdown.js';
import { type Counted, isReceived, lineOf } from './counted.js';
import { type Cell, isTelling } from './hold-back.js';

/** How many proposals came from a department. */
export type DepartmentTurnout = { readonly departmentId: string } & Cell;

/** 応募状況: how many proposals came from which department, and from which none (domain 8). */
export interface Turnout {
  readonly received: number;
  readonly withdrawn: number;
  /** Departments with proposals, then those that are addressed and have none, each in the order of the masters. */
  readonly departments: readonly DepartmentTurnout[];
}

/** Nothing is shown of any department, in the order of the masters; what no master knows comes last. */
function allHeldBack(ids: readonly string[], masters: Masters): readonly DepartmentTurnout[] {
  const order = masters.departments.toSorted((a, b) => a.order - b.order).map(({ id }) => id);
  const known = order.filter((id) => ids.includes(id));
  const unknown = ids.filter((id) => !order.includes(id));
  return [...known, ...unknown].map((departmentId) => ({ departmentId, kind: 'held-back' }));
}

/** How many came from each department from which any came; undefined where none of them can be shown. */
function departmentsWithSome(
  counted: readonly Counted[],
  masters: Masters,
): readonly DepartmentTurnout[] | undefined {
  const groups = groupsOn('department', counted, masters);
  const held = heldBackGroups(groups);
  const isAlone = groups.size === 1;
  const lines = [...groups].map(([departmentId, own], index): DepartmentTurnout => {
    const isHeld = held.has(index) || (isAlone && isTelling(lineOf(own)));
    return isHeld
      ? { departmentId, kind: 'held-back' }
      : { departmentId, kind: 'count', count: own.length };
  });
  return lines.length === 0 || lines.some(({ kind }) => kind === 'count') ? lines : undefined;
}

/**
 * Counts a campaign by department: those it is addressed to on a day stand in it with none too, so that a head sees
 * who has not been reached. Lines are held back as in every published chart. Where no department with proposals can
 * be shown, those without one would tell of it by their zeros, so that all are held back.
 */
export function turnoutOf(
  campaign: Campaign,
  counted: readonly Counted[],
  masters: Masters,
  today: CivilDate,
): Turnout {
  const present = [...groupsOn('department', counted, masters).keys()];
  const empty = validOn(masters.departments, today)
    .map(({ id }) => id)
    .filter((id) => !present.includes(id) && isAddressedTo(campaign, id));
  const none = empty.map((departmentId) => ({ departmentId, kind: 'count' as const, count: 0 }));
  const some = departmentsWithSome(counted, masters);
  const received = counted.filter(isReceived).length;
  return {
    received,
    withdrawn: counted.length - received,
    departments: some ? [...some, ...none] : allHeldBack([...present, ...empty], masters),
  };
}
