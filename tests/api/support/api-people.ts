import { someone } from './token-mint.js';

/** Invented people, by what they are to the proposals. */
export const people = {
  /** Proposed R8-0001. */
  proposer: someone,
  colleague: '00000000-0000-4000-8000-0000000000ac',
  secretary: '00000000-0000-4000-8000-0000000000bb',
  owner: '00000000-0000-4000-8000-0000000000cc',
  head: '00000000-0000-4000-8000-0000000000dd',
  executive: '00000000-0000-4000-8000-0000000000ee',
  administrator: '00000000-0000-4000-8000-0000000000ff',
  /** Was of the secretariat until the end of September. */
  former: '00000000-0000-4000-8000-0000000000f0',
} as const;

/** One of the invented people. */
export type PersonName = keyof typeof people;
