import type { Sentence } from '../domain/provisioning/planned-change.js';
import type { Fields, ListDefinition, ReadFields } from './lists/list-definition.js';

/**
 * A change of the items of one list. It looks at each item and answers what is to be written, or undefined where the
 * item is as it should be; so it can be broken off anywhere and begun again, and leaves alone what was written in the
 * new shape already.
 */
export interface ItemStep {
  readonly list: ListDefinition<unknown>;
  /** The columns that `change` looks at. */
  readonly columns: readonly string[];
  readonly change: (fields: ReadFields) => Fields | undefined;
}

/**
 * What leads from the version before `to` to it, and back. Lists and columns are no part of it: they come from the
 * column tables, are only ever added, and stay where a release is rolled back. After `forward` a release that knows
 * only the version before must still be able to work (decision 0081).
 */
export interface Migration {
  readonly to: number;
  readonly what: Sentence;
  readonly forward: readonly ItemStep[];
  readonly backward: readonly ItemStep[];
}

/** Every migration, in order, without a gap. A release that is out is never changed here; the next one is added. */
export const migrations: readonly Migration[] = [
  {
    to: 1,
    what: {
      ja: 'いまのリストを最初の版として記録します',
      en: 'records the lists as they are as the first version',
    },
    forward: [],
    backward: [],
  },
];

/** The version that a table of migrations leads to. */
export const versionOfTable = (table: readonly Migration[]): number => table.at(-1)?.to ?? 0;

/** The version of the schema that this release is written for. */
export const knownSchemaVersion = versionOfTable(migrations);
