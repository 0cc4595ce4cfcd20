import type { Proposal } from '../proposal.js';
import type { Entry } from '../trail-entry.js';

/** One function per kind of event: the proposal before and the entry make the proposal after. */
export type Appliers<E extends { readonly kind: string }> = {
  readonly [K in E['kind']]: (
    proposal: Proposal,
    entry: Entry<Extract<E, { readonly kind: K }>>,
  ) => Proposal;
};
