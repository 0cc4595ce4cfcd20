import type { CellFault } from '../domain/health/cell-fault.js';
import type { ItemProblem } from '../domain/health/item-fault.js';
import type { Stored } from '../usecases/ports.js';

/**
 * One change of a list. `version` orders the states of an item and is absent where only a fresh read could tell; an
 * unreadable item says what is wrong with it.
 */
export type ListChange<T> =
  | {
      readonly kind: 'stored';
      readonly stored: Stored<T>;
      readonly version: number | undefined;
      /** What is wrong with the item, which could be read all the same. */
      readonly problem?: ItemProblem;
    }
  | { readonly kind: 'gone'; readonly itemId: string }
  | { readonly kind: 'unreadable'; readonly itemId: string; readonly fault: CellFault }
  /** What is held, of one item or of all, may be of another history, as after a restore: what is read now is believed. */
  | { readonly kind: 'unproven'; readonly itemId?: string };

/** Takes the changes of a list, in the order in which they were learnt. */
export type TakeChange<T> = (change: ListChange<T>) => void;
