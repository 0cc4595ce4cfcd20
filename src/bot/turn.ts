import type { OutgoingCard } from '../cards/card.js';
import type { Cards } from '../cards/create-cards.js';
import { type Conversation, type Locale, localeOf } from '../domain/conversation.js';
import type { Actor, PersonId, Profile } from '../domain/person.js';
import { chatLocale } from '../domain/preference.js';
import { tidyLine } from '../domain/written-text.js';
import type { DraftDesk } from '../usecases/draft-desk.js';
import type { FindAlike } from '../usecases/find-alike-for.js';
import type { Catalogue } from '../usecases/find-proposals.js';
import type { KeepPreference } from '../usecases/keep-preference.js';
import type { MeasureBook } from '../usecases/measure-ports.js';
import type { Clock, Pause, Register, SupportBook } from '../usecases/ports.js';
import type { SubmissionDesk } from '../usecases/submission-desk.js';
import type { SupportOutcome } from '../usecases/support-proposal.js';
import type { IncomingActivity } from './incoming-activity.js';
import type { InvokeAnswer } from './sdk.js';

/** Where the bot writes what happened; pino fits. */
export interface BotLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** The register as far as the bot reads it. */
export type BotRegister = Register &
  MeasureBook &
  Pick<SupportBook, 'endorsementCount' | 'endorsementCounts' | 'endorsersOf'> & {
    readonly catalogue: Catalogue;
  };

/** What the handlers need. */
export interface BotPorts {
  readonly register: BotRegister;
  readonly clock: Clock;
  readonly pause: Pause;
  readonly desk: SubmissionDesk;
  readonly drafts: DraftDesk;
  readonly rememberConversation: (conversation: Conversation) => Promise<void>;
  readonly rememberProfile: (profile: Profile) => Promise<void>;
  /** Gives a kept form back to the sweep, so that its receipt comes by message. */
  readonly releaseKept: (token: string) => void;
  /** What others have proposed or realised that is like a text, as far as a person may read it. */
  readonly findAlike: FindAlike;
  /** Endorses a proposal by its number. */
  readonly endorse: (by: Actor, number: string) => Promise<SupportOutcome>;
  /** Keeps what a person chose. */
  readonly keepPreference: KeepPreference;
  readonly cards: Cards;
  readonly log: BotLog;
}

/** Who speaks, from the checked activity. */
export interface Speaker {
  readonly personId: PersonId;
  readonly name: string;
  /** Id in the channel, 29:… */
  readonly userId: string;
  readonly locale: Locale;
}

/** One turn: the activity, who speaks, and whether it is in their own chat. */
export interface Turn {
  readonly activity: IncomingActivity;
  readonly speaker: Speaker;
  /** The language that Teams speaks for the person, who may have chosen another one for the chat. */
  readonly heard: Locale;
  readonly isPersonal: boolean;
}

/** A card that goes out behind the reply of a turn. */
export interface AlsoSaid {
  readonly card: OutgoingCard;
  /** Called once the connector has taken it. */
  readonly onAccepted: () => Promise<void>;
}

/** What a handler wants done. `afterSent` runs once HTTP has taken the answer, `afterLost` if it could not. */
export interface TurnAnswer {
  readonly reply?: OutgoingCard;
  /** Goes out behind the reply. */
  readonly also?: AlsoSaid;
  readonly invoke?: InvokeAnswer;
  readonly afterSent?: readonly (() => Promise<void>)[];
  readonly afterLost?: () => void;
}

/** Answers the activities of one family. */
export type TurnHandler = (ports: BotPorts, turn: Turn) => Promise<TurnAnswer>;

/** Reads a turn; undefined where no person is named (an activity about the bot itself). */
export function turnOf(
  activity: IncomingActivity,
  register: Pick<Register, 'conversation' | 'preference'>,
): Turn | undefined {
  const personId = activity.from.aadObjectId?.toLowerCase();
  if (!personId) return undefined;
  const kind = activity.conversation.conversationType;
  const heard = activity.locale
    ? localeOf(activity.locale)
    : (register.conversation(personId)?.value.locale ?? 'ja');
  return {
    activity,
    speaker: {
      personId,
      name: tidyLine(activity.from.name ?? ''),
      userId: activity.from.id,
      locale: chatLocale(register.preference(personId)?.value, heard),
    },
    heard,
    isPersonal: kind == null || kind === 'personal',
  };
}

/** The chat of a turn as it is to be remembered. */
export function conversationOf(turn: Turn, active: boolean, clock: Clock): Conversation {
  const { activity, speaker } = turn;
  return {
    personId: speaker.personId,
    conversationId: activity.conversation.id,
    serviceUrl: activity.serviceUrl,
    botId: activity.recipient.id,
    userId: speaker.userId,
    locale: speaker.locale,
    active,
    updatedAt: clock.now(),
  };
}
