import type { Conversation, Locale } from '../domain/conversation.js';
import type { NoticeIntent } from '../domain/notice.js';
import type { LedgerRecipient } from '../domain/notice-ledger.js';
import type { SendOutcome } from '../usecases/messenger.js';
import { type Attempt, attemptOf, ended, suppressed, unsent } from './attempt.js';
import type { Digests } from './digest.js';
import type { ComposedNotice, NoticePorts, WithheldNotice } from './notice-ports.js';
import { isProposal, toldOf } from './told.js';

/** What sending works with. */
export interface Sending {
  readonly ports: NoticePorts;
  /** The cards that tell of several events, of this round. */
  readonly digests: Digests;
}

/** The notice as of now: what happened since its row was claimed counts, for each recipient anew. */
export function composed(
  { register, compose }: NoticePorts,
  intent: NoticeIntent,
  locale: Locale,
  { id }: LedgerRecipient,
): ComposedNotice | WithheldNotice {
  const told = toldOf(register, intent.proposalId);
  if (!told) return { withheld: 'not-visible' };
  return intent.place.kind === 'people'
    ? compose(told, intent, locale, id)
    : compose(told, intent, locale);
}

/** What came of an event that was told in the card of another: what did not surely arrive is told by itself. */
function besideCarrier(recipient: LedgerRecipient, sent: SendOutcome): Attempt {
  if (sent.kind === 'accepted') return ended(recipient, 'delivered', 'in-digest');
  return sent.kind === 'ambiguous' ? unsent(recipient, sent.why, 0) : attemptOf(recipient, sent);
}

async function sendAlone(
  ports: NoticePorts,
  intent: NoticeIntent,
  conversation: Conversation,
  recipient: LedgerRecipient,
): Promise<SendOutcome | WithheldNotice> {
  const notice = composed(ports, intent, conversation.locale, recipient);
  return 'withheld' in notice ? notice : ports.sender.toPerson(conversation, notice);
}

/** Why the chat does not take it, and what that is called where the activity feed does not either. */
type Unreached = 'blocked' | 'gone' | 'no-conversation';

function feedRefused(
  { contacts }: NoticePorts,
  recipient: LedgerRecipient,
  why: Unreached,
): Attempt {
  if (why !== 'no-conversation') return ended(recipient, 'undeliverable', why);
  contacts.feedRefused(recipient.id);
  return unsent(recipient, why, 0);
}

/**
 * The second way: an entry in the person's activity feed, which leads to the tab. It stands for the card where the
 * chat does not take it; what it answers is no fault of the connector's.
 */
async function throughFeed(
  ports: NoticePorts,
  intent: NoticeIntent,
  recipient: LedgerRecipient,
  locale: Locale,
  why: Unreached,
): Promise<Attempt> {
  const told = toldOf(ports.register, intent.proposalId);
  const notice = composed(ports, intent, locale, recipient);
  if ('withheld' in notice) return suppressed(recipient, notice.withheld);
  if (!told || !isProposal(told) || !ports.wantsFeed(recipient.id)) {
    return feedRefused(ports, recipient, why);
  }
  const { key } = intent;
  const note = { key, number: told.number, summary: notice.summary };
  const sent = await ports.sender.toFeed(recipient.id, note);
  switch (sent.kind) {
    case 'accepted':
      return ended(recipient, 'delivered', 'in-feed');
    case 'refused':
      return feedRefused(ports, recipient, why);
    case 'not-sent':
      return unsent(recipient, sent.why, sent.retryAfterMs ?? 0);
    case 'ambiguous':
      return { recipient: { ...recipient, why: sent.why }, isAmbiguous: true };
  }
}

async function withoutChat(
  { ports }: Sending,
  intent: NoticeIntent,
  recipient: LedgerRecipient,
): Promise<Attempt> {
  switch (ports.contacts.stateOf(recipient.id)) {
    case 'no-account': {
      const { attempts } = recipient;
      return ended({ ...recipient, attempts: attempts - 1 }, 'undeliverable', 'no-account');
    }
    case 'has-app':
      return throughFeed(ports, intent, recipient, 'ja', 'no-conversation');
    default:
      return unsent(recipient, 'no-conversation', 0);
  }
}

/** Sends one notice to one person, by whichever way there is. */
export async function sendToPerson(
  sending: Sending,
  intent: NoticeIntent,
  recipient: LedgerRecipient,
): Promise<Attempt> {
  const { ports, digests } = sending;
  const conversation = await ports.conversationOf(recipient.id);
  if (!conversation) return withoutChat(sending, intent, recipient);
  const { locale } = conversation;
  if (!conversation.active) return throughFeed(ports, intent, recipient, locale, 'blocked');
  // Where something was sent before, it may have arrived: only this notice is repeated.
  const isFirst = recipient.attempts <= 1;
  const digest = isFirst ? await digests.send(conversation, intent) : undefined;
  if (digest && !digest.isCarrier) return besideCarrier(recipient, digest.sent);
  const sent = digest?.sent ?? (await sendAlone(ports, intent, conversation, recipient));
  if ('withheld' in sent) return suppressed(recipient, sent.withheld);
  if (sent.kind !== 'refused' || (sent.why !== 'blocked' && sent.why !== 'gone')) {
    return attemptOf(recipient, sent);
  }
  await ports.onUnreachable(conversation);
  return throughFeed(ports, intent, recipient, locale, sent.why);
}
