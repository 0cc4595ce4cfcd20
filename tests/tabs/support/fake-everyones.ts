import type { EveryonesAnswer } from '../../../src/contract/proposal-answers.js';
import { everyonesQuery } from '../../../src/contract/proposal-answers.js';
import type { Proposal } from '../../../src/domain/proposal.js';
import { holdsAllTerms, searchTerms, termSpans } from '../../../src/domain/search/search-terms.js';
import type { SupportState } from '../../../src/domain/support.js';
import type { FakeOffice } from './fake-office.js';

type Query = ReturnType<typeof everyonesQuery.parse>;
type Facet = 'status' | 'category' | 'cost';

const valueIn: Readonly<Record<Facet, (proposal: Proposal) => string>> = {
  status: ({ published }) => published.status,
  category: ({ content }) => content.categoryId,
  cost: ({ content }) => (content.cost.needed ? 'needed' : 'none'),
};
const facets = ['status', 'category', 'cost'] as const;

function passes(proposal: Proposal, query: Query, but?: Facet): boolean {
  return facets.every((facet) => {
    const chosen: readonly string[] = query[facet];
    return facet === but || chosen.length === 0 || chosen.includes(valueIn[facet](proposal));
  });
}

function countsOf(proposals: readonly Proposal[], query: Query, facet: Facet) {
  const counts: Record<string, number> = {};
  for (const proposal of proposals.filter((each) => passes(each, query, facet))) {
    const value = valueIn[facet](proposal);
    counts[value] = (counts[value] ?? 0) + 1;
  }
  return counts;
}

/** How many endorse a proposal: so many others, and the reader. */
export function supportersOf(office: FakeOffice, number: string): number {
  return (Number(number.slice(-2)) % 30) + Number(office.supports.get(number) === 'endorsed');
}

/** What the reader said of a proposal, as it travels. */
export function supportOf({ supports, now }: FakeOffice, number: string) {
  const state = supports.get(number);
  return state && state !== 'none' ? { state, since: now, editedSince: false } : undefined;
}

/** What the server answers to a search, by the search of the product itself. */
export function everyonesOf(office: FakeOffice, search: string): EveryonesAnswer {
  const query = everyonesQuery.parse(Object.fromEntries(new URLSearchParams(search)));
  const terms = searchTerms(query.q);
  const all = [...office.proposals.values()].reverse();
  const worded = all.filter(({ number, content }) =>
    holdsAllTerms([number, content.title, content.currentProblem], terms),
  );
  const found = worded.filter((each) => passes(each, query));
  if (query.order === 'endorsed') {
    found.sort((a, b) => supportersOf(office, b.number) - supportersOf(office, a.number));
  }
  const rows = found.slice(query.from, query.from + query.limit).map((proposal) => ({
    number: proposal.number,
    title: proposal.content.title,
    status: proposal.published.status,
    statusAt: proposal.published.at,
    receivedAt: proposal.receivedAt,
    mine: office.own.has(proposal.number),
    supporters: supportersOf(office, proposal.number),
    support: supportOf(office, proposal.number),
    marks: [...termSpans(proposal.content.title, terms)],
  }));
  return JSON.parse(
    JSON.stringify({
      asOf: office.asOf ?? office.now,
      all: all.length,
      found: found.length,
      isComplete: true,
      facets: {
        status: countsOf(worded, query, 'status'),
        category: countsOf(worded, query, 'category'),
        cost: countsOf(worded, query, 'cost'),
      },
      from: query.from,
      rows,
    }),
  );
}

/** The words of support by the last part of their paths. */
export const supportStatesByPath: Readonly<Record<string, SupportState>> = {
  endorse: 'endorsed',
  follow: 'following',
  'take-back-support': 'none',
};
