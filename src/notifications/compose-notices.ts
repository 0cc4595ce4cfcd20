import type { Cards } from '../cards/create-cards.js';
import type { AskedOffice } from '../cards/office-card.js';
import type { AudienceChannel } from '../domain/audience.js';
import { isToldThroughOffice, mergedToHandOn } from '../domain/audience-of.js';
import { standingOf } from '../domain/capacity.js';
import type { Locale } from '../domain/conversation.js';
import type { NoticeIntent } from '../domain/notice.js';
import { isOpenRequest } from '../domain/opinion.js';
import type { PersonId } from '../domain/person.js';
import { choicesOf } from '../domain/preference.js';
import type { Proposal } from '../domain/proposal.js';
import { type PublishedView, publishedHead, publishedView } from '../domain/published-view.js';
import type { TrailEntry } from '../domain/trail.js';
import { entryAt } from '../domain/trail-entry.js';
import { isForAllStaff, mayKnowOf, maySeePublished } from '../domain/visibility.js';
import { type Withholding, withheldFromChannel, withholdingOf } from '../domain/withheld.js';
import { actNow } from '../usecases/act-on-proposal.js';
import type { Clock, Register } from '../usecases/ports.js';
import { publishedSurroundings } from '../usecases/published-surroundings.js';
import { asReadBy } from './as-read-by.js';
import { composeMeasure } from './compose-measure.js';
import { composePost, type Shelves } from './compose-release.js';
import type {
  ComposeDigest,
  ComposedNotice,
  ComposeNotice,
  WithheldNotice,
} from './notice-ports.js';
import { isProposal, isReleaseSet } from './told.js';

const receiptSeq = 1;

interface Told {
  readonly cards: Cards;
  readonly register: Register;
  readonly proposal: Proposal;
  readonly intent: NoticeIntent;
  readonly locale: Locale;
  /** What happened; undefined where it lies in the archive. */
  readonly entry: TrailEntry | undefined;
}

function viewOf({ register, proposal }: Told): PublishedView {
  return publishedView(proposal, publishedSurroundings(register));
}

/** The user id of a person in the bot channel, for a card that renews itself. */
function userIdOf(register: Register, personId: PersonId): { readonly userId?: string } {
  const conversation = register.conversation(personId)?.value;
  return conversation ? { userId: conversation.userId } : {};
}

/** What only those who proposed read on the card of the published state. */
function ownPart(proposal: Proposal, personId: PersonId) {
  const as = standingOf(proposal, personId);
  const isAsked = as !== undefined && as !== 'invited';
  return { as, ...(isAsked && proposal.question && { question: proposal.question }) };
}

/** The question that an entry asked or reminded of, as long as it is open, for who proposed it. */
function questionNotice(told: Told, personId: PersonId): ComposedNotice | undefined {
  const { cards, register, proposal, locale, entry } = told;
  const { number, content } = proposal;
  const { question } = ownPart(proposal, personId);
  const isReminder = entry?.kind === 'reminded';
  const askedAt = isReminder ? Number(entry.target) : entry?.occurredAt;
  const isAbout = isReminder ? entry.about === 'question' : entry?.kind === 'question-asked';
  if (!question || !isAbout || question.askedAt !== askedAt) return undefined;
  const { text, dueOn } = question;
  const asked = { text, askedAt, dueOn, isReminder };
  const person = userIdOf(register, personId);
  return cards.question({ locale, number, title: content.title, ...asked, ...person });
}

function invitationNotice(told: Told, personId: PersonId): ComposedNotice | undefined {
  const { cards, proposal, locale, entry } = told;
  const { coProposers, number, content, proposer } = proposal;
  const invited = coProposers.find((each) => each.personId === personId);
  if (entry?.kind !== 'co-proposer-invited' || invited?.answer !== 'invited') return undefined;
  const { name: proposerName } = proposer;
  const invitedAt = entry.occurredAt;
  return cards.invitation({ locale, number, title: content.title, invitedAt, proposerName });
}

/** The meeting that an entry invited to, as long as it is the one in force. */
function meetingOf({ proposal, entry }: Told) {
  if (entry?.kind !== 'presentation-invited') return undefined;
  const { presentation } = proposal;
  const isSame = presentation?.meeting === entry.meeting && presentation.heldOn === entry.heldOn;
  return isSame && presentation.answer === 'invited' ? presentation : undefined;
}

/** The invitation to present, for those who proposed it, until it is answered. */
function presentationNotice(told: Told): ComposedNotice | undefined {
  const { cards, proposal, locale, entry } = told;
  const meeting = meetingOf(told);
  if (!meeting || !entry) return undefined;
  const { number, content } = proposal;
  const invited = { locale, number, title: content.title, invitedAt: entry.occurredAt };
  return cards.presentation({ ...invited, ...meeting });
}

function toPerson(told: Told, personId: PersonId): ComposedNotice {
  const { cards, register, proposal, intent, locale } = told;
  const view = viewOf(told);
  const person = { locale, masters: register.masters(), view, ...userIdOf(register, personId) };
  if (intent.seq === receiptSeq) {
    const campaign = register.campaigns().find((each) => each.id === proposal.campaignId);
    const { proposer, receivedFor } = proposal;
    return cards.receipt({ ...person, campaign, proposer, receivedFor });
  }
  return (
    questionNotice(told, personId) ??
    invitationNotice(told, personId) ??
    presentationNotice(told) ??
    cards.status({ ...person, ...ownPart(proposal, personId) })
  );
}

/** A request for an opinion or a reminder of it; it says so when the request is closed by now. */
function opinionNotice(told: Told): ComposedNotice | undefined {
  const { cards, proposal, locale, entry } = told;
  const isReminder = entry?.kind === 'reminded' && entry.about === 'opinion';
  if (!isReminder && entry?.kind !== 'opinion-requested') return undefined;
  const requestId = isReminder ? entry.target : String(entry.seq);
  const request = proposal.opinions.find(({ id }) => id === requestId);
  if (!request) return undefined;
  const step = isReminder && entry.step !== 'escalated' ? entry.step : 'asked';
  const asked: AskedOffice = isOpenRequest(request) ? step : 'closed';
  const { text, dueOn } = request;
  return cards.opinion({ locale, view: viewOf(told), dueOn, asked, text });
}

function delegationNotice(told: Told): ComposedNotice | undefined {
  const { cards, register, locale, entry } = told;
  if (entry?.kind !== 'reminded' || entry.about !== 'delegation') return undefined;
  const { step, dueOn } = entry;
  const view = viewOf(told);
  // Judged by what is published: a reply or another decision is not told to the channel before its time.
  const isDelegated = view.decision?.track === 'delegated' && step !== 'escalated';
  const asked: AskedOffice = isDelegated ? step : 'closed';
  return cards.delegation({ locale, masters: register.masters(), view, dueOn, asked });
}

/** What is handed on of the proposal itself; nothing where only proposers of what was merged into it are without a chat. */
function ownToHandOn(told: Told) {
  const { proposal, entry } = told;
  if (entry?.kind === 'published' && !isToldThroughOffice(proposal)) return undefined;
  const { receivedFor, question } = proposal;
  const meeting = meetingOf(told);
  return { receivedFor, question, ...(meeting && { meeting }) };
}

function toHandOn(told: Told): ComposedNotice | WithheldNotice {
  const { cards, register, proposal, locale, entry } = told;
  const campaign = register.campaigns().find(({ id }) => id === proposal.campaignId);
  const isTold = entry?.kind === 'published' && isForAllStaff(proposal, campaign);
  const merged = isTold ? mergedToHandOn(register.mergedInto(proposal.id)) : [];
  const own = ownToHandOn(told);
  if (!own && merged.length === 0) {
    return { withheld: isTold ? 'nothing-left' : withholdingOf(proposal) };
  }
  const at = entry?.occurredAt ?? proposal.published.at;
  const happened = { at, merged, ...(own ?? { receivedFor: undefined, question: undefined }) };
  return cards.throughOffice({
    locale,
    masters: register.masters(),
    view: viewOf(told),
    ...happened,
  });
}

function toChannel(told: Told, as: AudienceChannel['as']): ComposedNotice | WithheldNotice {
  if (as === 'through-office') return toHandOn(told);
  const { cards, register, proposal, locale, entry } = told;
  const masters = register.masters();
  const own =
    as === 'secretariat'
      ? entry && cards.secretariat({ locale, masters, proposal, entry })
      : (opinionNotice(told) ?? delegationNotice(told));
  const shared = { locale, masters, view: viewOf(told) };
  return own ?? cards.publishedChannel({ ...shared, as: as === 'owner' ? 'owner' : 'staff' });
}

/** Why a person is not told any more: the proposal is none that this person may know of now (domain 5). */
function withheldFromPerson(
  { register, proposal }: Told,
  personId: PersonId,
  clock: Clock,
): Withholding | undefined {
  const campaign = register.campaigns().find(({ id }) => id === proposal.campaignId);
  if (maySeePublished(proposal, campaign, personId)) return undefined;
  const act = actNow(register, clock, { id: personId, name: '' });
  return mayKnowOf(proposal, act, campaign) ? undefined : withholdingOf(proposal);
}

/** Whether a person chose not to hear of what this person merely endorsed or follows. One's own idea is always told. */
function isUnwanted({ register, proposal }: Told, personId: PersonId): boolean {
  const { supported } = choicesOf(register.preference(personId)?.value);
  if (supported === 'each' || standingOf(proposal, personId) !== undefined) return false;
  return !register.isIdeaOf(proposal.id, personId);
}

function composeFor(told: Told, personId: PersonId, clock: Clock): ComposedNotice | WithheldNotice {
  const { register, proposal, intent } = told;
  if (intent.place.kind === 'people') {
    const withheld = withheldFromPerson(told, personId, clock);
    if (withheld) return { withheld };
    return isUnwanted(told, personId) ? { withheld: 'not-wanted' } : toPerson(told, personId);
  }
  const { as } = intent.place.channel;
  const campaign = register.campaigns().find(({ id }) => id === proposal.campaignId);
  const withheld = withheldFromChannel(proposal, as, campaign);
  return withheld ? { withheld } : toChannel(told, as);
}

/**
 * Chooses the card of a notice. A card shows the published state and what its reader was asked, so that one seen
 * twice tells nothing wrong; only the secretariat's own channel reads more. Who may not know of the proposal by now is
 * told nothing, whatever stood in the audience when it happened.
 */
export function composeNotices(
  cards: Cards,
  register: Register & Shelves,
  clock: Clock,
): ComposeNotice {
  return (told, intent, locale, personId = '') => {
    if (isReleaseSet(told)) return composePost(cards, register, told, intent, locale);
    if (!isProposal(told)) return composeMeasure(cards, register.masters(), told, intent, locale);
    const entry = entryAt(told.trail, intent.seq);
    const proposal = asReadBy(register, told, intent.place, personId, clock);
    return composeFor({ cards, register, proposal, intent, locale, entry }, personId, clock);
  };
}

/** Writes the card of several proposals: the published state of each, as its reader may read it. */
export function composeDigests(cards: Cards, register: Register, clock: Clock): ComposeDigest {
  return (proposals, locale, personId) => {
    const place = { kind: 'people' as const, chunk: 0, people: [] };
    const around = publishedSurroundings(register);
    const views = proposals
      .map((proposal) => asReadBy(register, proposal, place, personId, clock))
      .map((proposal) => publishedHead(proposal, around));
    return cards.digest({ locale, views });
  };
}
