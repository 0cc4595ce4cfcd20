import {
  type MasterKind,
  type MasterOf,
  type MasterRows,
  masterKeys,
  masterKinds,
} from '../domain/master/master-kinds.js';
import type { MasterEntry, Masters } from '../domain/masters.js';
import type { Held } from './held.js';
import type { Shelf } from './shelf.js';
import { createView } from './view.js';

/** The shelves of the masters. */
export type MasterShelves = { readonly [K in MasterKind]: Shelf<MasterOf[K]> };

/** Opens them empty. */
export function openMasterShelves(
  shelf: <T>(keyOf: (value: T) => string) => Shelf<T>,
): MasterShelves {
  return {
    departments: shelf(masterKeys.departments),
    sections: shelf(masterKeys.sections),
    jobGrades: shelf(masterKeys.jobGrades),
    categories: shelf(masterKeys.categories),
    holidays: shelf(masterKeys.holidays),
    thesaurus: shelf(masterKeys.thesaurus),
    members: shelf(masterKeys.members),
    channels: shelf(masterKeys.channels),
  };
}

function inOrder<T extends MasterEntry>(entries: readonly T[]): readonly T[] {
  return entries.toSorted((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
}

/** The rows of every master, of every day. */
function masterRowsOf(shelves: MasterShelves): MasterRows {
  return {
    departments: inOrder(shelves.departments.values()),
    sections: inOrder(shelves.sections.values()),
    jobGrades: inOrder(shelves.jobGrades.values()),
    categories: inOrder(shelves.categories.values()),
    holidays: shelves.holidays.values(),
    thesaurus: shelves.thesaurus.values(),
    members: shelves.members.values(),
    channels: shelves.channels.values(),
  };
}

/** What is read of the masters, worked out again only after one of them changed. */
export function masterViews(shelves: MasterShelves) {
  const { departments, sections, categories, jobGrades } = shelves;
  const masterRows = createView(
    masterKinds.map((kind) => shelves[kind]),
    () => masterRowsOf(shelves),
  );
  const masters = createView(
    [departments, sections, categories, jobGrades],
    (): Masters => ({
      departments: inOrder(departments.values()),
      sections: inOrder(sections.values()),
      categories: inOrder(categories.values()),
      jobGrades: inOrder(jobGrades.values()),
    }),
  );
  return {
    masters,
    masterRows,
    masterRow: <K extends MasterKind>(kind: K, key: string): Held<MasterOf[K]> | undefined =>
      shelves[kind].byKey(key),
    channelMap: () => shelves.channels.values(),
    tookMaster: <K extends MasterKind>(kind: K, stored: Held<MasterOf[K]>): void =>
      shelves[kind].took(stored),
  };
}

/** Takes what the change feeds learn of the masters. */
export function masterChanges(shelves: MasterShelves) {
  return {
    departments: shelves.departments.apply,
    sections: shelves.sections.apply,
    jobGrades: shelves.jobGrades.apply,
    categories: shelves.categories.apply,
    holidays: shelves.holidays.apply,
    thesaurus: shelves.thesaurus.apply,
    members: shelves.members.apply,
    channels: shelves.channels.apply,
  };
}
