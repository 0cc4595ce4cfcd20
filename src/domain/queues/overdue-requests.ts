import type { CivilDate } from '../instant.js';
import { isOpenRequest, type OpinionRequest } from '../opinion.js';
import type { Proposal } from '../proposal.js';

/** A request for an opinion that an office has not answered. */
export interface OpenRequest {
  readonly proposal: Proposal;
  readonly request: OpinionRequest;
}

/** The opinion requests 意見照会 whose day is past and that nobody answered, the oldest day first. */
export function overdueRequests(
  proposals: readonly Proposal[],
  today: CivilDate,
): readonly OpenRequest[] {
  return proposals
    .filter(({ status, mergedInto }) => status !== 'withdrawn' && mergedInto === undefined)
    .flatMap((proposal) =>
      proposal.opinions
        .filter((request) => isOpenRequest(request) && request.dueOn < today)
        .map((request) => ({ proposal, request })),
    )
    .toSorted((a, b) => (a.request.dueOn < b.request.dueOn ? -1 : 1));
}
