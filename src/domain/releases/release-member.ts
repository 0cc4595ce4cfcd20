import type { ProposalNumber } from '../proposal-number.js';

/** What a set can hold. A rule of the casebook is a measure. */
export const memberKinds = ['proposal', 'measure'] as const;

/** One of the kinds. */
export type MemberKind = (typeof memberKinds)[number];

/** One item of a set, as it was when it was chosen: `seq` is its last trail entry then. */
export type ReleaseMember =
  | {
      readonly kind: 'proposal';
      readonly id: string;
      readonly number: ProposalNumber;
      readonly seq: number;
    }
  | { readonly kind: 'measure'; readonly id: string; readonly seq: number };

/** An item of a set, without what was chosen of it. */
export interface MemberRef {
  readonly kind: MemberKind;
  readonly id: string;
}

/** Most items in one set; each is a conditional write of its own. More are split. */
export const mostMembers = 60;

/** Whether two name the same item. */
export function isSameMember(left: MemberRef, right: MemberRef): boolean {
  return left.kind === right.kind && left.id === right.id;
}
