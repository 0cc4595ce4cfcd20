import type { CivilDate } from '../instant.js';
import { type OpinionRequest, openRequests } from '../opinion.js';
import type { Proposal } from '../proposal.js';

/** A request for an opinion that an office has not answered. */
export interface OpenRequest {
  readonly proposal: Proposal;
  readonly request: OpinionRequest;
}

/** The opinion requests 意見照会 whose day is past and that can still be answered, the oldest day first. */
export function overdueRequests(
  proposals: readonly Proposal[],
  today: CivilDate,
): readonly OpenRequest[] {
  return proposals
    .filter(({ mergedInto }) => mergedInto === undefined)
    .flatMap((proposal) =>
      openRequests(proposal)
        .filter(({ dueOn }) => dueOn < today)
        .map((request) => ({ proposal, request })),
    )
    .toSorted((a, b) => (a.request.dueOn < b.request.dueOn ? -1 : 1));
}
