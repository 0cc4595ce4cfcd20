import type { Act } from '../domain/act.js';
import { redactedFor, redactedForOffices } from '../domain/blind/redact.js';
import type { Campaign } from '../domain/campaign.js';
import type { Proposal } from '../domain/proposal.js';
import type {
  CatalogueFound,
  CatalogueReader,
  IsCommon,
} from '../domain/search/catalogue-search.js';
import type { ProposalSearch } from '../domain/search/proposal-search.js';
import { type SearchTerm, searchTerms } from '../domain/search/search-terms.js';
import { isForAllStaff } from '../domain/visibility.js';
import type { Register, SupportBook } from './ports.js';

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
function commonView(campaigns: readonly Campaign[]): IsCommon {
  const byId = new Map(campaigns.map((campaign) => [campaign.id, campaign]));
  return (proposal) =>
    proposal.published.status !== 'withdrawn' &&
    isForAllStaff(proposal, byId.get(proposal.campaignId));
}

/** One for each state of the campaigns, which the register replaces whenever one of them changes. */
const commonViews = new WeakMap<readonly Campaign[], IsCommon>();

function commonViewOf(campaigns: readonly Campaign[]): IsCommon {
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

const anyOffice = (): boolean => true;

/**
 * A proposal as it may stand before anybody's eyes, whoever asks for it: what all staff find, in the copy that the most
 * restricted of its readers may read. Undefined for any other, own ones included.
 */
export function asEverybodyReads(
  campaigns: readonly Campaign[],
  proposal: Proposal,
): Proposal | undefined {
  return commonViewOf(campaigns)(proposal) ? redactedForOffices(proposal, anyOffice) : undefined;
}

/** The same search for a place that others read too, such as a card in a conversation. */
export function findForEverybody(register: SearchRegister, search: ProposalSearch): FoundProposals {
  const terms = searchTerms(search.words);
  const found = register.catalogue.find(search, terms, {
    isCommon: commonViewOf(register.campaigns()),
    own: [],
    read: (proposal) => redactedForOffices(proposal, anyOffice),
    endorsements: () => register.endorsementCounts(),
  });
  return { ...found, terms };
}
