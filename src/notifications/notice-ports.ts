import type { Conversation, Locale } from '../domain/conversation.js';
import type { Instant } from '../domain/instant.js';
import type { NoticeIntent } from '../domain/notice.js';
import type { LedgerRow } from '../domain/notice-ledger.js';
import type { NoticeMark } from '../domain/notice-mark.js';
import type { PersonId } from '../domain/person.js';
import type { Proposal } from '../domain/proposal.js';
import type { Withholding } from '../domain/withheld.js';
import type { CardJson, SendOutcome } from '../usecases/messenger.js';
import type { FeedNote } from '../usecases/people-apps.js';
import type { Clock, FaultLog, Register, RegisterWriter, Store } from '../usecases/ports.js';
import type { DerivePorts } from './derive.js';
import type { FirstContact } from './first-contact.js';
import type { LocalMark } from './ledger-watch.js';
import type { Told, ToldBook } from './told.js';

/** A card ready to send, with the line that stands for it where no card is shown. */
export interface ComposedNotice {
  readonly card: CardJson;
  readonly summary: string;
}

/** That a recipient is not told any more, and why; nothing is sent. */
export interface WithheldNotice {
  readonly withheld: Withholding;
}

/** Writes the card of an event for a kind of place, and for one of its people. It states a state, so that reading it twice tells nothing wrong. Nothing is written for who may not know of it by now. */
export type ComposeNotice = (
  told: Told,
  intent: NoticeIntent,
  locale: Locale,
  personId?: PersonId,
) => ComposedNotice | WithheldNotice;

/** Writes the one card that tells a person of several proposals, all of which this person may know of. */
export type ComposeDigest = (
  proposals: readonly Proposal[],
  locale: Locale,
  personId: PersonId,
) => ComposedNotice;

/** The ways to a place. */
export interface NoticeSender {
  toPerson(conversation: Conversation, notice: ComposedNotice): Promise<SendOutcome>;
  toChannel(channelId: string, notice: ComposedNotice): Promise<SendOutcome>;
  /** The activity feed of a person whose chat does not take it. */
  toFeed(personId: PersonId, note: FeedNote): Promise<SendOutcome>;
}

/** The right to do background work. The embedded one is always held; its epoch still tells processes apart. */
export interface Lease {
  readonly holder: string;
  readonly epoch: number;
  held(): boolean;
}

/** What telling people needs. */
export interface NoticePorts {
  readonly clock: Clock;
  readonly register: Register & ToldBook;
  readonly writer: RegisterWriter;
  readonly ledger: Store<LedgerRow>;
  readonly marks: Store<NoticeMark>;
  readonly localMark: LocalMark;
  /** When the quiet time ends that is on at an instant; undefined where people may be told then. */
  readonly quietUntil: (at: Instant) => Instant | undefined;
  /** Up to when every event that tells somebody is known here; undefined before the first time. */
  readonly eventsAsOf: () => Instant | undefined;
  readonly lease: Lease;
  readonly compose: ComposeNotice;
  readonly composeDigest: ComposeDigest;
  readonly sender: NoticeSender;
  /** Whether a person wants the activity feed where the chat does not take it. */
  readonly wantsFeed: (personId: PersonId) => boolean;
  /** What is known of people without a chat. */
  readonly contacts: Pick<FirstContact, 'stateOf' | 'feedRefused'>;
  /** A person's chat: as held, or, where none or an inactive one is held, as it is stored now. */
  readonly conversationOf: (personId: PersonId) => Promise<Conversation | undefined>;
  /** Told of every recipient who should have been reached and was not, and why. */
  readonly onUndelivered: (what: {
    readonly key: string;
    readonly outcome: string;
    readonly why: string | undefined;
  }) => void;
  /** Told when the app itself was refused so often that sending pauses. */
  readonly onOwnFault: (what: {
    readonly why: string | undefined;
    readonly pausesMs: number;
  }) => void;
  /** Told when the ledger has lost rows, and how many notices wait for an administrator's word. */
  readonly onLedgerLoss: (what: { readonly held: number }) => void;
  /** Told of people who blocked or removed the app, so that nothing more is tried until they are back. */
  readonly onUnreachable: (conversation: Conversation) => Promise<void>;
  /** The frozen chunks that an event refers to. */
  readonly frozenOf: DerivePorts['frozenOf'];
  readonly onFault: FaultLog;
}
