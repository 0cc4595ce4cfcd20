import type { CellFault } from '../domain/health/cell-fault.js';
import type { ItemProblem } from '../domain/health/item-fault.js';

/** A value of a list with the id and etag of its item, as the ports of the use cases know it. */
export interface Held<T> {
  readonly value: T;
  readonly itemId: string;
  readonly revision: string;
}

/** A change of a list as the change feed tells it. */
export type HeldChange<T> =
  | {
      readonly kind: 'stored';
      readonly stored: Held<T>;
      readonly version: number | undefined;
      /** What is wrong with the item, which could be read all the same. */
      readonly problem?: ItemProblem;
    }
  | { readonly kind: 'gone'; readonly itemId: string }
  | { readonly kind: 'unreadable'; readonly itemId: string; readonly fault: CellFault }
  /** What is held, of one item or of all, may be of another history, as after a restore: what is read now is believed. */
  | { readonly kind: 'unproven'; readonly itemId?: string };
