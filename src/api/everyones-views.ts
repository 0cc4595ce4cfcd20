import { type EveryonesAnswer, everyonesQuery } from '../contract/proposal-answers.js';
import { isContributor } from '../domain/capacity.js';
import type { Proposal } from '../domain/proposal.js';
import { type SearchTerm, termSpans } from '../domain/search/search-terms.js';
import { findProposals } from '../usecases/find-proposals.js';
import { actOf } from './act-of.js';
import { json } from './answer.js';
import type { Read, StaffCall } from './call.js';
import { publishedRow, supportAnswer } from './proposal-views.js';
import { apiRefusalAnswer } from './refusal-answer.js';

function rowOf(
  { deps: { register }, person: { personId } }: StaffCall,
  proposal: Proposal,
  terms: readonly SearchTerm[],
): EveryonesAnswer['rows'][number] {
  const support = supportAnswer(proposal, register.support(proposal.id, personId)?.value);
  return {
    ...publishedRow(proposal),
    mine: isContributor(proposal, personId),
    supporters: register.endorsementCount(proposal.id),
    ...(support && { support }),
    marks: terms.length === 0 ? [] : [...termSpans(proposal.content.title, terms)],
  };
}

/** GET /api/proposals?q=…&status=…&category=…&cost=…&order=…&from=…&limit=…: みんなの提案, without names. */
export const answerEveryones: Read = (call) => {
  const query = everyonesQuery.safeParse(Object.fromEntries(call.query));
  if (!query.success) return apiRefusalAnswer('broken-request', call.locale);
  const { q: words, status, category, cost, ...rest } = query.data;
  const wanted = { words, statuses: status, categoryIds: category, costs: cost, ...rest };
  const { all, found, isComplete, facets, page, terms } = findProposals(
    call.deps.register,
    actOf(call),
    wanted,
  );
  const answer: EveryonesAnswer = {
    asOf: call.asOf,
    all,
    found,
    isComplete,
    facets: {
      status: Object.fromEntries(facets.statuses),
      category: Object.fromEntries(facets.categoryIds),
      cost: Object.fromEntries(facets.costs),
    },
    from: wanted.from,
    rows: page.map((proposal) => rowOf(call, proposal, terms)),
  };
  return json(answer);
};
