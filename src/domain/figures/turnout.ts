import { type Campaign, isAddressedTo } from '../campaign.js';
import type { CivilDate } from '../instant.js';
import { type Masters, validOn } from '../masters.js';
import { groupsOn } from './breakdown.js';
import { type Counted, isReceived, lineOf } from './counted.js';
import { type Cell, heldBackWithZeros } from './hold-back.js';

/** How many proposals came from a department. */
export type DepartmentTurnout = { readonly departmentId: string } & Cell;

/** 応募状況: how many proposals came from which department, and from which none (domain 8). */
export interface Turnout {
  readonly received: number;
  readonly withdrawn: number;
  /** Departments with proposals, then those that are addressed and have none, each in the order of the masters. */
  readonly departments: readonly DepartmentTurnout[];
}

/** Ids in the order of the masters; what no master knows comes last. */
function inOrder(ids: readonly string[], masters: Masters): readonly string[] {
  const order = masters.departments.toSorted((a, b) => a.order - b.order).map(({ id }) => id);
  const known = order.filter((id) => ids.includes(id));
  return [...known, ...ids.filter((id) => !order.includes(id))];
}

/**
 * Counts a campaign by department: those it is addressed to on a day stand in it with none too, so that a head sees
 * who has not been reached. Lines are held back as in every published chart; where all of them are, nor does their
 * order tell from which department anything came.
 */
export function turnoutOf(
  campaign: Campaign,
  counted: readonly Counted[],
  masters: Masters,
  today: CivilDate,
): Turnout {
  const groups = groupsOn('department', counted, masters);
  const empty = validOn(masters.departments, today)
    .map(({ id }) => id)
    .filter((id) => !groups.has(id) && isAddressedTo(campaign, id));
  const ids = [...groups.keys(), ...empty];
  const lines = ids.map((id) => lineOf(groups.get(id) ?? []));
  const held = heldBackWithZeros(lines);
  const departments = ids.map((departmentId, index): DepartmentTurnout => {
    const count = lines[index]?.count ?? 0;
    return held.has(index)
      ? { departmentId, kind: 'held-back' }
      : { departmentId, kind: 'count', count };
  });
  const allHeld = inOrder(ids, masters).map(
    (departmentId): DepartmentTurnout => ({ departmentId, kind: 'held-back' }),
  );
  const received = counted.filter(isReceived).length;
  return {
    received,
    withdrawn: counted.length - received,
    departments: held.size > 0 && held.size === ids.length ? allHeld : departments,
  };
}
