import type { Campaign } from '../domain/campaign.js';
import { type Adoption, adoptionKey } from '../domain/casebook/adoption.js';
import type { ClaimRule } from '../domain/claim-rule.js';
import type { Conversation } from '../domain/conversation.js';
import type { OwnDrafts } from '../domain/drafts/draft.js';
import type { FiscalYear } from '../domain/fiscal-year.js';
import type { ItemFault } from '../domain/health/item-fault.js';
import type { CivilDate } from '../domain/instant.js';
import type { IssueGroup } from '../domain/issue-groups/issue-group.js';
import { type EffectAnswer, effectKey } from '../domain/measures/effect-answer.js';
import type { Measure } from '../domain/measures/measure.js';
import type { LedgerRow } from '../domain/notice-ledger.js';
import { readIdeas } from '../domain/one-idea.js';
import type { Profile } from '../domain/person.js';
import type { Preference } from '../domain/preference.js';
import type { Proposal } from '../domain/proposal.js';
import type { ProposalNumber } from '../domain/proposal-number.js';
import type { OpenPool } from '../domain/similarity/number-pool.js';
import { type ProposalWords, sameWords } from '../domain/similarity/proposal-words.js';
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
  /**
   * How a proposal is held, when it is newer than what is held before: with its trail elsewhere, say. Where it says what
   * was said before, its content has to be the very object from before. Absent: as it came.
   */
  readonly hold?: (proposal: Held<Proposal>, before?: Held<Proposal>) => Held<Proposal>;
  /** Where rows of numbers are kept by which texts are compared; absent: in memory. */
  readonly openPool?: OpenPool;
  /** The day in Tokyo, for rows that hold for some days; absent: those without a last day hold. */
  readonly today?: () => CivilDate;
  /** Whether the list of members is known of late; absent: it is. */
  readonly areMembersKnown?: () => boolean;
}

/** The items that are held of a list, and how their states are ordered. */
interface HeldOf {
  readonly ids: () => readonly string[];
  readonly versionOf: (itemId: string) => number | undefined;
}

interface LedgerWatcher extends ShelfWatcher<LedgerRow> {
  openRows(): readonly Held<LedgerRow>[];
  undeliveredRows(): readonly LedgerRow[];
  lostRows(): readonly LedgerRow[];
  settled(row: LedgerRow): void;
  losses(): number;
}

const isUndelivered = ({ state, recipients }: LedgerRow): boolean =>
  state === 'closed' &&
  recipients.some(({ outcome }) => outcome === 'undeliverable' || outcome === 'unconfirmed');

/** Keeps the open rows of the ledger, and notes what it can only have lost: nobody deletes or reopens a row. */
function watchLedger(): LedgerWatcher {
  const open = new Map<string, Held<LedgerRow>>();
  const undelivered = new Map<string, LedgerRow>();
  const lost = new Set<LedgerRow>();
  let losses = 0;
  function lose(row: LedgerRow): void {
    lost.add(row);
    losses += 1;
  }
  return {
    put(next, before) {
      if (next.value.state === 'closed') open.delete(next.itemId);
      else open.set(next.itemId, next);
      if (isUndelivered(next.value)) undelivered.set(next.itemId, next.value);
      else undelivered.delete(next.itemId);
      if (before?.value.state === 'closed' && next.value.state !== 'closed') lose(next.value);
    },
    removed(before) {
      open.delete(before.itemId);
      undelivered.delete(before.itemId);
      lose(before.value);
    },
    openRows: () => [...open.values()],
    undeliveredRows: () => [...undelivered.values()],
    lostRows: () => [...lost],
    settled: (row) => {
      lost.delete(row);
    },
    losses: () => losses,
  };
}

/** What is read of the ledger. */
function openLedgerBook(notices: Shelf<LedgerRow>, ledger: LedgerWatcher) {
  return {
    ledgerRow: (key: string) => notices.byKey(key),
    openLedgerRows: ledger.openRows,
    undeliveredRows: ledger.undeliveredRows,
    ledgerRows: () => notices.values(),
    lostLedgerRows: ledger.lostRows,
    settledLostLedgerRow: ledger.settled,
    /** How many rows of the ledger were found lost so far, settled or not. */
    ledgerLosses: ledger.losses,
  };
}

/** What is held says the same as before where its content is the same object; see `hold`. */
const isSameObject = (one: ProposalWords, other: ProposalWords): boolean => one === other;

const endOfDays = (): CivilDate => '9999-12-31';

function openShelves({ versionOf, hold, openPool, today = endOfDays }: RegisterOptions) {
  const index = createProposalIndex();
  const grouped = createGroupedProposals();
  const ledger = watchLedger();
  const supportIndex = createSupportIndex();
  function shelf<T>(keyOf: (value: T) => string, watcher?: ShelfWatcher<T>): Shelf<T> {
    return createShelf({ keyOf, versionOf, ...(watcher && { watcher }) });
  }
  const masters = openMasterShelves(shelf);
  const saysTheSame = hold ? isSameObject : sameWords;
  const similar = openSimilarTexts(
    createThesaurusView(masters.thesaurus, today),
    saysTheSame,
    openPool,
  );
  const catalogue = createCatalogue(saysTheSame);
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
    drafts: shelf<OwnDrafts>(({ personId }) => personId),
    preferences: shelf<Preference>(({ personId }) => personId),
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
    drafts: shelves.drafts.apply,
    preferences: shelves.preferences.apply,
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

/** What is kept of each person. */
function openPersonBook({ profiles, conversations, preferences, drafts }: Shelves) {
  return {
    preference: (personId: string) => preferences.byKey(personId),
    tookPreference: preferences.took,
    profile: (personId: string) => profiles.byKey(personId),
    profiles: () => profiles.values(),
    tookProfile: profiles.took,
    conversation: (personId: string) => conversations.byKey(personId),
    someoneReached: () => conversations.values().find(({ active }) => active)?.personId,
    tookConversation: conversations.took,
    drafts: (personId: string) => drafts.byKey(personId),
    allDrafts: () => drafts.values(),
    tookDrafts: drafts.took,
  };
}

/**
 * Opens the empty register 提案台帳: every list in memory, fed by `changes` (one function per list, for the change
 * feeds) and by the replies of own writes. Fits the ports `Register` and `RegisterWriter` of the use cases.
 */
export function createRegister(options: RegisterOptions) {
  const { index, ledger, supportIndex, grouped, similar, catalogue, shelves } =
    openShelves(options);
  const { proposals, notices } = shelves;
  const { areMembersKnown = () => true } = options;
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
    members: () => (areMembersKnown() ? shelves.members.values() : []),
    areMembersKnown,
    ...openPersonBook(shelves),
    ...openSupportBook(proposals, shelves.supports, supportIndex),
    isIdeaOf: (proposalId: string, personId: string) => ideas()(proposalId, personId),
    claimRules: () => shelves.claimRules.values(),
    ...openMeasureBook(shelves, () => index.inOrder()),
    ...openReleaseBook(shelves),
    ...openIssueGroupBook(shelves.issueGroups, grouped),
    similarTexts: similar.book,
    catalogue: catalogue.book,
    ...openLedgerBook(notices, ledger),
    tookProposal: proposals.took,
    tookCampaign: shelves.campaigns.took,
    tookLedgerRow: notices.took,
    /** Takes what the change feeds learn, list by list. */
    changes: changesOf(shelves),
    /** What is held of an item, shown or behind another one of the same id. */
    heldProposal: (itemId: string) => proposals.byItem(itemId),
    /** What is held, list by list, told so that the `changes` of an empty register take it. */
    contents: shelves as Readonly<Record<keyof typeof shelves, ShelfContents<unknown>>>,
    /** What is held of a list, for the feed that follows it. */
    heldOf(list: keyof typeof shelves): HeldOf {
      const { itemIds, versionAt } = shelves[list];
      return { ids: itemIds, versionOf: versionAt };
    },
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
