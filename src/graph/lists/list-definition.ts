import type { CellFault, CellProblem } from '../../domain/health/cell-fault.js';
import type { TrailedPart } from '../../domain/health/item-fault.js';
import type { Column } from './column.js';

/** Values of columns as they are written; null clears a column. */
export type Fields = Readonly<Record<string, string | number | boolean | null>>;

/** Values of columns as they are read; what is empty is absent. */
export type ReadFields = Readonly<Record<string, unknown>>;

/** A list or a library of SharePoint, as it is made. */
export interface ListSchema {
  /** ASCII name: the address of the list, which stays when someone renames it. */
  readonly name: string;
  /** The name people see. */
  readonly displayName: string;
  readonly description: string;
  /** Without Title, which every list has. */
  readonly columns: readonly Column[];
  /** Absent: a list. */
  readonly template?: 'documentLibrary';
}

/** A list of SharePoint and how its items become values. */
export interface ListDefinition<T> extends ListSchema {
  /** Throws `UnreadableItem` where a stored value is missing or unknown. */
  readonly fromFields: (fields: ReadFields, itemId: string) => T;
  /**
   * For items with a trail: what the trail alone says, whatever the columns beside it say. Throws `UnreadableItem` where
   * the trail is damaged, or not the whole one.
   */
  readonly fromTrail?: (fields: ReadFields, itemId: string) => T;
  /** The parts in which a value that was read does not say what its trail says; none where it has not the whole trail. */
  notInTrail?(value: T): readonly TrailedPart[];
}

/** A list the product writes to. */
export interface WritableListDefinition<T> extends ListDefinition<T> {
  /** Name of the unique column that holds the business key. */
  readonly key: string;
  readonly toFields: (value: T) => Fields;
  /**
   * Whether a value read back holds the write of `next`, possibly with later changes; tells the outcome of a write
   * that was not answered.
   */
  readonly holds: (present: T, next: T) => boolean;
}

/** A cell's fault for the log. */
function describeProblem(problem: CellProblem): string {
  switch (problem.code) {
    case 'wrong-kind':
      return `is no ${problem.wanted}`;
    case 'unknown-value':
      return `holds the unknown value "${problem.value}"`;
    case 'newer-form':
      return `holds at ${problem.where} what this version does not know`;
    case 'other-form':
      return `has another form at ${problem.where}`;
    case 'disagrees':
      return `does not say what ${problem.column} says`;
    case 'broken-trail':
      return `cannot be replayed: ${problem.said}`;
    case 'empty':
      return 'is empty';
    case 'other-list':
      return 'belongs to the other list';
  }
}

/** An item that cannot be read; the others of its list are not concerned. */
export class UnreadableItem extends Error {
  readonly fault: CellFault;

  constructor(list: string, itemId: string, fault: CellFault) {
    super(`${list}, item ${itemId}, column ${fault.column}: ${describeProblem(fault.problem)}`);
    this.name = 'UnreadableItem';
    this.fault = fault;
  }
}

/** Whether writing both values would write the same, for lists without a trail. */
export function writesSame(left: Fields, right: Fields): boolean {
  const names = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...names].every((name) => (left[name] ?? null) === (right[name] ?? null));
}
