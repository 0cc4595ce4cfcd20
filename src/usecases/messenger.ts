import type { Conversation } from '../domain/conversation.js';

/** An Adaptive Card, ready to send. */
export type CardJson = Readonly<Record<string, unknown>>;

/** A person's chat with the bot. */
export type PersonPlace = Pick<Conversation, 'conversationId' | 'serviceUrl'>;

/** A channel of a team. `serviceUrl` is the region's address, as heard in any activity of the tenant. */
export interface ChannelPlace {
  readonly channelId: string;
  readonly serviceUrl: string;
}

/** A message that was sent before. */
export interface SentMessage {
  readonly conversationId: string;
  readonly activityId: string;
  readonly serviceUrl: string;
}

/** Why a send certainly had no effect; worth another try. */
export type NotSentReason =
  | 'unreachable'
  | 'throttled'
  | 'precondition'
  | 'no-token'
  | 'unauthorized';

/** Why it is unknown whether a send had an effect; to be repeated once at most (protocols: tell). */
export type AmbiguousReason = 'timeout' | 'server-error' | 'connection-lost';

/** Why a send can never succeed as it is. */
export type RefusedReason = 'blocked' | 'gone' | 'bad-request' | 'host-not-allowed' | 'forbidden';

/** What one attempt to send came to. One attempt is one HTTP request: nothing below repeats it. */
export type SendOutcome =
  | {
      readonly kind: 'accepted';
      readonly activityId: string;
      /** Of a new channel thread, the conversation in which the message can be updated. */
      readonly conversationId?: string;
    }
  | { readonly kind: 'not-sent'; readonly why: NotSentReason; readonly retryAfterMs?: number }
  | { readonly kind: 'ambiguous'; readonly why: AmbiguousReason }
  | { readonly kind: 'refused'; readonly why: RefusedReason };

/** Sends cards without being asked. `summary` is what a notification shows; it never holds what a person wrote. */
export interface Messenger {
  sendToPerson(to: PersonPlace, card: CardJson, summary: string): Promise<SendOutcome>;
  /** Starts a thread in a channel. */
  sendToChannel(to: ChannelPlace, card: CardJson, summary: string): Promise<SendOutcome>;
  updateCard(message: SentMessage, card: CardJson, summary: string): Promise<SendOutcome>;
}
