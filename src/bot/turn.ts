import type { OutgoingCard } from '../cards/card.js';
import type { Cards } from '../cards/create-cards.js';
import { type Conversation, type Locale, localeOf } from '../domain/conversation.js';
import type { PersonId, Profile } from '../domain/person.js';
import { tidyLine } from '../domain/written-text.js';
import type { Clock, Pause, Register } from '../usecases/ports.js';
import type { SubmissionDesk } from '../usecases/submission-desk.js';
import type { IncomingActivity } from './incoming-activity.js';
import type { InvokeAnswer } from './sdk.js';

/** Where the bot writes what happened; pino fits. */
export interface BotLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** What the handlers need. */
export interface BotPorts {
  readonly register: Register;
  readonly clock: Clock;
  readonly pause: Pause;
  readonly desk: SubmissionDesk;
  readonly rememberConversation: (conversation: Conversation) => Promise<void>;
  readonly rememberProfile: (profile: Profile) => Promise<void>;
  /** Gives a kept form back to the sweep, so that its receipt comes by message. */
  readonly releaseKept: (token: string) => void;
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
  readonly isPersonal: boolean;
}

/** What a handler wants done. `afterSent` runs once HTTP has taken the answer, `afterLost` if it could not. */
export interface TurnAnswer {
  readonly reply?: OutgoingCard;
  readonly invoke?: InvokeAnswer;
  readonly afterSent?: readonly (() => Promise<void>)[];
  readonly afterLost?: () => void;
}

/** Answers the activities of one family. */
export type TurnHandler = (ports: BotPorts, turn: Turn) => Promise<TurnAnswer>;

/** Reads a turn; undefined where no person is named (an activity about the bot itself). */
export function turnOf(activity: IncomingActivity, register: Register): Turn | undefined {
  const personId = activity.from.aadObjectId?.toLowerCase();
  if (!personId) return undefined;
  const kind = activity.conversation.conversationType;
  const locale = activity.locale
    ? localeOf(activity.locale)
    : (register.conversation(personId)?.value.locale ?? 'ja');
  return {
    activity,
    speaker: {
      personId,
      name: tidyLine(activity.from.name ?? ''),
      userId: activity.from.id,
      locale,
    },
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
