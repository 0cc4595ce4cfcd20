import type { AudiencePerson } from './audience.js';

/** Most people an event names in its own trail entry; supporters beyond are frozen in items of their own. */
export const mostInEntry = 100;

/** Most people in one frozen item, and in one row of the ledger. */
export const chunkSize = 500;

/** People whom one publication tells, frozen in an item that is never changed once it is made. */
export interface FrozenChunk {
  readonly proposalId: string;
  /** The trail entry that asked for the publication: each publication freezes anew. */
  readonly scheduleSeq: number;
  /** 0, 1, 2 … */
  readonly chunk: number;
  readonly people: readonly AudiencePerson[];
}

/** The key of a frozen chunk, unique in its list: whoever cannot create it takes the one that is there. */
export function frozenKey({
  proposalId,
  scheduleSeq,
  chunk,
}: Pick<FrozenChunk, 'proposalId' | 'scheduleSeq' | 'chunk'>): string {
  return `${proposalId}:${scheduleSeq}:${chunk}`;
}

/** The people that no chunk names yet, in their order. */
export function notYetFrozen(
  people: readonly AudiencePerson[],
  chunks: readonly FrozenChunk[],
): readonly AudiencePerson[] {
  const named = new Set(chunks.flatMap((each) => each.people.map(({ personId }) => personId)));
  return people.filter(({ personId }) => !named.has(personId));
}
