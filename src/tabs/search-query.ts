import type { ProposalSearch } from '../domain/search/proposal-search.js';

/** The query of a search as it travels: what narrows nothing is left out. */
export function searchQuery(search: ProposalSearch): URLSearchParams {
  const { words, statuses, categoryIds, costs, order, from, limit } = search;
  const lists = { status: statuses, category: categoryIds, cost: costs };
  const narrowing = Object.entries(lists)
    .map(([name, values]) => [name, values.join(',')])
    .filter(([, values]) => values !== '');
  return new URLSearchParams({
    ...(words !== '' && { q: words }),
    ...Object.fromEntries(narrowing),
    order,
    from: String(from),
    limit: String(limit),
  });
}
