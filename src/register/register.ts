import type { Campaign } from '../domain/campaign.js';
import { type Adoption, adoptionKey } from '../domain/casebook/adoption.js';
import type { ClaimRule } from '../domain/claim-rule.js';
import type { Conversation } from '../domain/conversation.js';
import type { FiscalYear } from '../domain/fiscal-year.js';
import type { ItemFault } from '../domain/health/item-fault.js';
import type { CivilDate } from '../domain/instant.js';
import type { IssueGroup } from '../domain/issue-groups/issue-group.js';
import { type EffectAnswer, effectKey } from '../domain/measures/effect-answer.js';
import type { Measure } from '../domain/measures/measure.js';
import type { LedgerRow } from '../domain/notice-ledger.js';
import { readIdeas } from '../domain/one-idea.js';
import type { Profile } from '../domain/person.js';
import type { Proposal } from '../domain/proposal.js';
import type { ProposalNumber } from '../domain/proposal-number.js';
import { type Support, supportKey } from '../domain/support.js';
import { createCatalogue } from './catalogue.js';
import { createGroupedProposals } from './grouped-proposals.js';
import type { Held } from './held.js';
import { openIssueGroupBook } from './issue-group-book.js';
import { masterChanges, masterViews, openMasterShelves } from './master-shelves.js';
import { openMeasureBook } from './measure-book.js';
import { createProposalIndex } from './proposal-index.js';
import { openReleaseBook, openReleaseShelves, releaseChanges } from './release-book.js';
import { createShelf, type Shelf, type ShelfWatcher } from './shelf.js';
import type { ShelfContents } from './shelf-contents.js';
import { openSimilarTexts } from './similar-texts.js';
import { createSupportIndex, openSupportBook } from './support-book.js';
import { createThesaurusView } from './thesaurus-view.js';
import { createView } from './view.js';
import { watchAll } from './watch-all.js';

/** What the register needs: how the etag of an item orders its states (of the Graph adapter). */
export interface RegisterOptions {
  readonly versionOf: (revision: string) => number | undefined;
  /** How a proposal is held, when it is newer than what is held: with its trail elsewhere, say. Absent: as it came. */
  readonly hold?: (proposal: Held<Proposal>) => Held<Proposal>;
  /** The day in Tokyo, for rows that hold for some days; absent: those without a last day hold. */
  readonly today?: () => CivilDate;
}

interface LedgerWatcher extends ShelfWatcher<LedgerRow> {
  openRows(): readonly Held<LedgerRow>[];
  takeLost(): readonly LedgerRow[];
}

/** Keeps the open rows of the ledger, and notes what it can only have lost: nobody deletes or reopens a row. */
function watchLedger(): LedgerWatcher {
  const open = new Map<string, Held<LedgerRow>>();
  const lost: LedgerRow[] = [];
  return {
    put(next, before) {
      if (next.value.state === 'closed') open.delete(next.itemId);
      else open.set(next.itemId, next);
      if (before?.value.state === 'closed' && next.value.state !== 'closed') lost.push(next.value);
    },
    removed(before) {
      open.delete(before.itemId);
      lost.push(before.value);
    },
    openRows: () => [...open.values()],
    takeLost: () => lost.splice(0),
  };
}

const endOfDays = (): CivilDate => '9999-12-31';

function openShelves({ versionOf, hold, today = endOfDays }: RegisterOptions) {
  const index = createProposalIndex();
  const grouped = createGroupedProposals();
  const ledger = watchLedger();
  const supportIndex = createSupportIndex();
  function shelf<T>(keyOf: (value: T) => string, watcher?: ShelfWatcher<T>): Shelf<T> {
    return createShelf({ keyOf, versionOf, ...(watcher && { watcher }) });
  }
  const masters = openMasterShelves(shelf);
  const similar = openSimilarTexts(createThesaurusView(masters.thesaurus, today));
  const catalogue = createCatalogue();
  const ofId = ({ id }: { readonly id: string }): string => id;
  const shelves = {
    proposals: createShelf<Proposal>({
      keyOf: ofId,
      versionOf,
      watcher: watchAll(index, grouped, similar.watchers.proposals, catalogue.watcher),
      ...(hold && { hold }),
    }),
    campaigns: shelf<Campaign>(ofId),
    ...masters,
    profiles: shelf<Profile>(({ personId }) => personId),
    conversations: shelf<Conversation>(({ personId }) => personId),
    notices: shelf<LedgerRow>(({ key }) => key, ledger),
    measures: shelf<Measure>(ofId, similar.watchers.measures),
    casebookRules: shelf<Measure>(ofId, similar.watchers.measures),
    effectAnswers: shelf<EffectAnswer>(effectKey),
    adoptions: shelf<Adoption>(adoptionKey),
    ...openReleaseShelves(versionOf),
    supports: shelf<Support>(supportKey, supportIndex),
    claimRules: shelf<ClaimRule>(ofId),
    issueGroups: shelf<IssueGroup>(ofId),
  };
  return { index, ledger, supportIndex, grouped, similar, catalogue, shelves };
}

type Shelves = ReturnType<typeof openShelves>['shelves'];

/** Takes what the change feeds learn, list by list. */
function changesOf(shelves: Shelves) {
  return {
    proposals: shelves.proposals.apply,
    campaigns: shelves.campaigns.apply,
    ...masterChanges(shelves),
    profiles: shelves.profiles.apply,
    conversations: shelves.conversations.apply,
    notices: shelves.notices.apply,
    measures: shelves.measures.apply,
    casebookRules: shelves.casebookRules.apply,
    effectAnswers: shelves.effectAnswers.apply,
    adoptions: shelves.adoptions.apply,
    supports: shelves.supports.apply,
    claimRules: shelves.claimRules.apply,
    ...releaseChanges(shelves),
    issueGroups: shelves.issueGroups.apply,
  };
}

/**
 * Opens the empty register 提案台帳: every list in memory, fed by `changes` (one function per list, for the change
 * feeds) and by the replies of own writes. Fits the ports `Register` and `RegisterWriter` of the use cases.
 */
export function createRegister(options: RegisterOptions) {
  const { index, ledger, supportIndex, grouped, similar, catalogue, shelves } =
    openShelves(options);
  const { proposals, profiles, conversations, notices } = shelves;
  const campaigns = createView([shelves.campaigns], () =>
    shelves.campaigns.values().toSorted((a, b) => a.opensAt - b.opensAt),
  );
  const ideas = createView([proposals], () => readIdeas(proposals.values()));

  return {
    proposal: (id: string) => proposals.byKey(id),
    proposalByNumber: (number: string) => index.byNumber(number),
    proposalsOf: (personId: string) => index.ofPerson(personId),
    contributionsOf: (personId: string) => index.ofContributor(personId),
    proposals: () => index.inOrder(),
    duePublications: () => index.due(),
    highestSequence: (fiscalYear: FiscalYear) => index.highestSequence(fiscalYear),
    campaigns: (): readonly Campaign[] => campaigns(),
    campaign: (id: string) => shelves.campaigns.byKey(id),
    ...masterViews(shelves),
    profile: (personId: string) => profiles.byKey(personId),
    profiles: () => profiles.values(),
    conversation: (personId: string) => conversations.byKey(personId),
    ...openSupportBook(proposals, shelves.supports, supportIndex),
    isIdeaOf: (proposalId: string, personId: string) => ideas()(proposalId, personId),
    claimRules: () => shelves.claimRules.values(),
    ...openMeasureBook(shelves, () => index.inOrder()),
    ...openReleaseBook(shelves),
    ...openIssueGroupBook(shelves.issueGroups, grouped),
    similarTexts: similar.book,
    catalogue: catalogue.book,
    ledgerRow: (key: string) => notices.byKey(key),
    openLedgerRows: () => ledger.openRows(),
    ledgerRows: () => notices.values(),
    takeLostLedgerRows: () => ledger.takeLost(),
    tookProposal: proposals.took,
    tookCampaign: shelves.campaigns.took,
    tookProfile: profiles.took,
    tookConversation: conversations.took,
    tookLedgerRow: notices.took,
    /** Takes what the change feeds learn, list by list. */
    changes: changesOf(shelves),
    /** What is held of an item, shown or behind another one of the same id. */
    heldProposal: (itemId: string) => proposals.byItem(itemId),
    /** What is held, list by list, told so that the `changes` of an empty register take it. */
    contents: shelves as Readonly<Record<keyof typeof shelves, ShelfContents<unknown>>>,
    /** Items that are not as the product wrote them, as far as the items of one list can tell. */
    itemFaults: (): readonly ItemFault[] =>
      Object.entries(shelves).flatMap(([list, shelf]) =>
        shelf.faults().map((fault) => ({ list, ...fault })),
      ),
    /** What is shown of an item of a list, which may be its last readable state. */
    heldItem: (list: string, itemId: string): Held<unknown> | undefined =>
      new Map<string, Shelf<unknown>>(Object.entries(shelves)).get(list)?.byItem(itemId),
    proposalsToCheck: (): readonly ProposalNumber[] =>
      proposals.faults().flatMap(({ itemId }) => proposals.byItem(itemId)?.value.number ?? []),
  };
}
