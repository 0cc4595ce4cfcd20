import type { Act } from '../domain/act.js';
import { redactedFor } from '../domain/blind/redact.js';
import type { Campaign } from '../domain/campaign.js';
import type { Proposal } from '../domain/proposal.js';
import type { SearchFacets } from '../domain/search/facet-columns.js';
import type { ProposalSearch } from '../domain/search/proposal-search.js';
import { type SearchTerm, searchTerms } from '../domain/search/search-terms.js';
import { isForAllStaff } from '../domain/visibility.js';
import type { Register, SupportBook } from './ports.js';

/** Whoever looks for proposals in the catalogue. */
export interface CatalogueReader {
  /** Whether all staff find a proposal; the same function for as long as it says the same. */
  readonly isCommon: (proposal: Proposal) => boolean;
  readonly own: readonly Proposal[];
  readonly read: (proposal: Proposal) => Proposal;
  readonly endorsements: () => ReadonlyMap<string, number>;
}

/** What was found, as the reader may read it. `all`: how many there are for this reader. */
export interface CatalogueFound {
  readonly all: number;
  readonly found: number;
  readonly facets: SearchFacets;
  readonly page: readonly Proposal[];
}

/** The proposals as they can be looked for; see register/catalogue.ts. */
export interface Catalogue {
  find(
    search: ProposalSearch,
    terms: readonly SearchTerm[],
    reader: CatalogueReader,
  ): CatalogueFound;
}

/** The register as far as searching needs it. */
export type SearchRegister = Pick<Register, 'campaigns' | 'contributionsOf'> &
  Pick<SupportBook, 'endorsementCounts'> & { readonly catalogue: Catalogue };

/** What was found, and the words by which. */
export interface FoundProposals extends CatalogueFound {
  readonly terms: readonly SearchTerm[];
}

/** Whether all staff find a proposal: what was withdrawn is found by those who proposed it alone. */
function commonView(campaigns: readonly Campaign[]): (proposal: Proposal) => boolean {
  const byId = new Map(campaigns.map((campaign) => [campaign.id, campaign]));
  return (proposal) =>
    proposal.published.status !== 'withdrawn' &&
    isForAllStaff(proposal, byId.get(proposal.campaignId));
}

/** One for each state of the campaigns, which the register replaces whenever one of them changes. */
const commonViews = new WeakMap<readonly Campaign[], (proposal: Proposal) => boolean>();

function commonViewOf(campaigns: readonly Campaign[]): (proposal: Proposal) => boolean {
  const view = commonViews.get(campaigns) ?? commonView(campaigns);
  commonViews.set(campaigns, view);
  return view;
}

/** みんなの提案: what somebody may see of all proposals, by words and choices, with how many there are of each. */
export function findProposals(
  register: SearchRegister,
  act: Act,
  search: ProposalSearch,
): FoundProposals {
  const terms = searchTerms(search.words);
  const found = register.catalogue.find(search, terms, {
    isCommon: commonViewOf(register.campaigns()),
    own: register.contributionsOf(act.by.id).map(({ value }) => value),
    // Who was handed a redacted copy finds nothing by the words that are blacked out in it.
    read: (proposal) => redactedFor(proposal, act),
    endorsements: () => register.endorsementCounts(),
  });
  return { ...found, terms };
}
