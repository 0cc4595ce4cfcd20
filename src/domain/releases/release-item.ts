import type { ProposalNumber } from '../proposal-number.js';

/** What a set can hold. A rule of the casebook is a measure. */
export const itemKinds = ['proposal', 'measure'] as const;

/** One of the kinds. */
export type ItemKind = (typeof itemKinds)[number];

/** One item of a set, as it was when it was chosen: `seq` is its last trail entry then. */
export type ReleaseItem =
  | {
      readonly kind: 'proposal';
      readonly id: string;
      readonly number: ProposalNumber;
      readonly seq: number;
    }
  | { readonly kind: 'measure'; readonly id: string; readonly seq: number };

/** An item of a set, without what was chosen of it. */
export interface ItemRef {
  readonly kind: ItemKind;
  readonly id: string;
}

/** Most items in one set; each is a conditional write of its own. More are split. */
export const mostItems = 60;

/** Whether two name the same item. */
export function isSameItem(left: ItemRef, right: ItemRef): boolean {
  return left.kind === right.kind && left.id === right.id;
}
