import type { Act } from '../domain/act.js';
import { redactedFor } from '../domain/blind/redact.js';
import type { Campaign } from '../domain/campaign.js';
import type { PersonId } from '../domain/person.js';
import type { Proposal } from '../domain/proposal.js';
import type { CostChoice, ProposalSearch } from '../domain/search/proposal-search.js';
import { holdsAllTerms, type SearchTerm, searchTerms } from '../domain/search/search-terms.js';
import { searchedTexts } from '../domain/search/searched-texts.js';
import type { Status } from '../domain/status.js';
import { isForAllStaff } from '../domain/visibility.js';
import type { Register, Stored, SupportBook } from './ports.js';

/** The texts of proposals as they can be searched. */
export interface SearchTexts {
  /** Ids of proposals whose text may hold all words; undefined where any may. */
  candidates(terms: readonly SearchTerm[]): readonly string[] | undefined;
}

/** The register as far as searching needs it. */
export type SearchRegister = Pick<
  Register,
  'proposal' | 'proposals' | 'campaigns' | 'contributionsOf'
> &
  Pick<SupportBook, 'endorsementCount'> & { readonly searchTexts: SearchTexts };

/** How many there are of each, under the words and the other choices. */
export interface SearchFacets {
  readonly statuses: ReadonlyMap<Status, number>;
  readonly categoryIds: ReadonlyMap<string, number>;
  readonly costs: ReadonlyMap<CostChoice, number>;
}

/** What was found among what this person may see. */
export interface FoundProposals {
  /** How many this person may see at all. */
  readonly all: number;
  readonly found: number;
  readonly facets: SearchFacets;
  /** As this person may read them. */
  readonly page: readonly Proposal[];
  readonly terms: readonly SearchTerm[];
}

interface Counts {
  readonly statuses: Map<Status, number>;
  readonly categoryIds: Map<string, number>;
  readonly costs: Map<CostChoice, number>;
}

type Stock = readonly Stored<Proposal>[];
type Campaigns = readonly Campaign[];

function count<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

const costOf = ({ content }: Proposal): CostChoice => (content.cost.needed ? 'needed' : 'none');

function openCounts(): Counts {
  return { statuses: new Map(), categoryIds: new Map(), costs: new Map() };
}

function countWhole(counts: Counts, proposal: Proposal): void {
  count(counts.statuses, proposal.published.status);
  count(counts.categoryIds, proposal.content.categoryId);
  count(counts.costs, costOf(proposal));
}

/** Counts a proposal where only the choices of the very facet keep it out. */
function countUnderOthers(counts: Counts, proposal: Proposal, search: ProposalSearch): boolean {
  const { status } = proposal.published;
  const { categoryId } = proposal.content;
  const cost = costOf(proposal);
  const isStatus = search.statuses.length === 0 || search.statuses.includes(status);
  const isCategory = search.categoryIds.length === 0 || search.categoryIds.includes(categoryId);
  const isCost = search.costs.length === 0 || search.costs.includes(cost);
  if (isCategory && isCost) count(counts.statuses, status);
  if (isStatus && isCost) count(counts.categoryIds, categoryId);
  if (isStatus && isCategory) count(counts.costs, cost);
  return isStatus && isCategory && isCost;
}

/** Whether all staff find a proposal: what was withdrawn is found by those who proposed it alone. */
function openCommonView(campaigns: Campaigns): (proposal: Proposal) => boolean {
  const byId = new Map(campaigns.map((campaign) => [campaign.id, campaign]));
  return (proposal) =>
    proposal.published.status !== 'withdrawn' &&
    isForAllStaff(proposal, byId.get(proposal.campaignId));
}

/** What all staff may see of the stock, counted once for as long as stock and campaigns stand. */
interface CommonCounts extends Counts {
  readonly campaigns: Campaigns;
  readonly all: number;
}

const commonCounts = new WeakMap<Stock, CommonCounts>();

function countCommon(stock: Stock, campaigns: Campaigns): CommonCounts {
  const known = commonCounts.get(stock);
  if (known?.campaigns === campaigns) return known;
  const isCommon = openCommonView(campaigns);
  const counts = openCounts();
  let all = 0;
  for (const { value } of stock) {
    if (!isCommon(value)) continue;
    all += 1;
    countWhole(counts, value);
  }
  const common = { ...counts, campaigns, all };
  commonCounts.set(stock, common);
  return common;
}

/** What a person may see: what all staff may, and what is one's own. */
interface View {
  readonly sees: (proposal: Proposal) => boolean;
  readonly common: CommonCounts;
  /** Own ones that not all staff may see. */
  readonly ownOnly: readonly Proposal[];
  readonly stock: Stock;
}

function openViewOf(register: SearchRegister, personId: PersonId): View {
  const stock = register.proposals();
  const campaigns = register.campaigns();
  const isCommon = openCommonView(campaigns);
  const ownOnly = register
    .contributionsOf(personId)
    .map(({ value }) => value)
    .filter((proposal) => !isCommon(proposal));
  const ownIds = new Set(ownOnly.map(({ id }) => id));
  return {
    stock,
    ownOnly,
    common: countCommon(stock, campaigns),
    sees: (proposal) => ownIds.has(proposal.id) || isCommon(proposal),
  };
}

/** Everything, newest first, where nothing is looked for: the counts are known and only the page is gone through. */
function listAll({ stock, common, ownOnly, sees }: View, { from, limit }: ProposalSearch) {
  const counts: Counts = {
    statuses: new Map(common.statuses),
    categoryIds: new Map(common.categoryIds),
    costs: new Map(common.costs),
  };
  for (const proposal of ownOnly) countWhole(counts, proposal);
  const page: Proposal[] = [];
  let passed = 0;
  for (let at = stock.length - 1; at >= 0 && page.length < limit; at -= 1) {
    const proposal = stock[at]?.value;
    if (!proposal || !sees(proposal)) continue;
    if (passed >= from) page.push(proposal);
    passed += 1;
  }
  const found = common.all + ownOnly.length;
  return { found, facets: counts, page };
}

/** Newest first, as far as the words may stand in it. */
function* candidatesOf(
  { searchTexts, proposal }: SearchRegister,
  terms: readonly SearchTerm[],
  stock: Stock,
): Iterable<Proposal> {
  const ids = terms.length === 0 ? undefined : searchTexts.candidates(terms);
  if (ids) {
    for (const id of ids) {
      const held = proposal(id);
      if (held) yield held.value;
    }
    return;
  }
  for (let at = stock.length - 1; at >= 0; at -= 1) {
    const held = stock[at];
    if (held) yield held.value;
  }
}

/**
 * The proposal as it may be searched by somebody: who was handed a redacted copy finds nothing by the words that are
 * blacked out in it, or finding would tell them.
 */
const holds = (proposal: Proposal, terms: readonly SearchTerm[], act: Act): boolean =>
  terms.length === 0 || holdsAllTerms(searchedTexts(redactedFor(proposal, act)), terms);

const inTitle = ({ number, content }: Proposal, terms: readonly SearchTerm[]): boolean =>
  holdsAllTerms([number, content.title], terms);

/** Newest first comes in; titles that hold all words go before texts that do. */
function ordered(
  found: readonly Proposal[],
  { order }: ProposalSearch,
  terms: readonly SearchTerm[],
  register: SearchRegister,
): readonly Proposal[] {
  if (order === 'endorsed') {
    const counted = found.map((proposal) => ({
      proposal,
      endorsements: register.endorsementCount(proposal.id),
    }));
    return counted
      .toSorted((a, b) => b.endorsements - a.endorsements)
      .map(({ proposal }) => proposal);
  }
  if (order === 'newest' || terms.length === 0) return found;
  const titled = found.filter((proposal) => inTitle(proposal, terms));
  const others = new Set(titled);
  return [...titled, ...found.filter((proposal) => !others.has(proposal))];
}

function search(
  register: SearchRegister,
  view: View,
  wanted: ProposalSearch,
  terms: readonly SearchTerm[],
  act: Act,
) {
  const facets = openCounts();
  const found: Proposal[] = [];
  for (const proposal of candidatesOf(register, terms, view.stock)) {
    if (!view.sees(proposal) || !holds(proposal, terms, act)) continue;
    if (countUnderOthers(facets, proposal, wanted)) found.push(proposal);
  }
  const page = ordered(found, wanted, terms, register);
  const { from, limit } = wanted;
  return { found: found.length, facets, page: page.slice(from, from + limit) };
}

/** Nothing narrows it, and it is wanted in the order in which the register holds it. */
function isWhole({ statuses, categoryIds, costs, order }: ProposalSearch): boolean {
  return [statuses, categoryIds, costs].every(({ length }) => length === 0) && order !== 'endorsed';
}

/** みんなの提案: what somebody may see of all proposals, by words and choices, with how many there are of each. */
export function findProposals(
  register: SearchRegister,
  act: Act,
  wanted: ProposalSearch,
): FoundProposals {
  const view = openViewOf(register, act.by.id);
  const terms = searchTerms(wanted.words);
  const { page, ...found } =
    terms.length === 0 && isWhole(wanted)
      ? listAll(view, wanted)
      : search(register, view, wanted, terms, act);
  return {
    ...found,
    all: view.common.all + view.ownOnly.length,
    page: page.map((proposal) => redactedFor(proposal, act)),
    terms,
  };
}
