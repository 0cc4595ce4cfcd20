import type { CivilDate } from './instant.js';

/** A choice that another office fills in, valid for a span of days. Matched by id, never by label. */
export interface MasterEntry {
  readonly id: string;
  readonly label: string;
  readonly labelEn: string;
  readonly order: number;
  readonly validFrom?: CivilDate;
  /** Last day of validity. */
  readonly validTo?: CivilDate;
}

/** A department 部局. */
export type Department = MasterEntry;

/** A section 課室 of a department. */
export interface Section extends MasterEntry {
  readonly departmentId: string;
}

/** A category カテゴリ. */
export type Category = MasterEntry;

/** A job grade band 職位. */
export type JobGrade = MasterEntry;

/** The masters a form or a decision is checked against. */
export interface Masters {
  readonly departments: readonly Department[];
  readonly sections: readonly Section[];
  readonly categories: readonly Category[];
  readonly jobGrades: readonly JobGrade[];
}

/** Whether an entry is valid on a day. */
export function isValidOn(
  entry: { readonly validFrom?: CivilDate; readonly validTo?: CivilDate },
  day: CivilDate,
): boolean {
  return (entry.validFrom ?? day) <= day && day <= (entry.validTo ?? day);
}

/** The entries valid on a day, in their order. */
export function validOn<T extends MasterEntry>(
  entries: readonly T[],
  day: CivilDate,
): readonly T[] {
  return entries.filter((entry) => isValidOn(entry, day)).toSorted((a, b) => a.order - b.order);
}
