import type { Conversation } from '../domain/conversation.js';
import { asksForAnswer, type NoticeIntent } from '../domain/notice.js';
import type { PersonId } from '../domain/person.js';
import type { Proposal } from '../domain/proposal.js';
import { entryAt } from '../domain/trail-entry.js';
import type { SendOutcome } from '../usecases/messenger.js';
import type { NoticePorts } from './notice-ports.js';
import { isProposal, toldOf } from './told.js';

/** From so many on, what quiet time held back is told in one card. */
const fewestInDigest = 3;

/** What the one card came to, and whether this is the notice it went out with. */
export interface DigestSent {
  readonly sent: SendOutcome;
  readonly isCarrier: boolean;
}

/** The cards that tell people of several events at once, in one round. */
export interface Digests {
  /** Undefined where this event is told to this person by itself. */
  send(conversation: Conversation, intent: NoticeIntent): Promise<DigestSent> | undefined;
}

/** Every event is told by itself. */
export const noDigests: Digests = { send: () => undefined };

/** The proposal of an event that only has to be known, as it is now: what is asked comes with its own form. */
function knownOnly({ register }: NoticePorts, { proposalId, seq }: NoticeIntent) {
  const proposal = toldOf(register, proposalId);
  if (!proposal || !isProposal(proposal)) return undefined;
  const entry = entryAt(proposal.trail, seq);
  return entry && !asksForAnswer(entry) ? proposal : undefined;
}

/** Where it cannot be read now, the event is told by itself, and that tells of the fault. */
function orByItself<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

function isHeldBack(ports: NoticePorts, intent: NoticeIntent): boolean {
  const { recordedAt, place, atAnyHour } = intent;
  if (place.kind !== 'people' || atAnyHour || recordedAt === undefined) return false;
  if (ports.quietUntil(recordedAt) === undefined) return false;
  return orByItself(() => knownOnly(ports, intent)) !== undefined;
}

/** What was held back, by the person it is for; only of those with enough of it. */
function heldBackByPerson(ports: NoticePorts, intents: readonly NoticeIntent[]) {
  const byPerson = new Map<PersonId, NoticeIntent[]>();
  for (const intent of intents.filter((each) => isHeldBack(ports, each))) {
    const { place } = intent;
    for (const { personId } of place.kind === 'people' ? place.people : []) {
      const held = byPerson.get(personId) ?? [];
      held.push(intent);
      byPerson.set(personId, held);
    }
  }
  for (const [personId, held] of byPerson) {
    if (held.length < fewestInDigest) byPerson.delete(personId);
  }
  return byPerson;
}

/** A card on its way, and the events it tells. */
interface Begun {
  readonly keys: ReadonlySet<string>;
  readonly sending: Promise<SendOutcome>;
}

/**
 * Gathers what a round has to tell each person of what quiet time held back. The first row that comes to a person sends
 * the card; the others of this round that it tells come to the same end. What did not surely arrive with it is told by
 * itself later.
 */
export function openDigests(ports: NoticePorts, intents: readonly NoticeIntent[]): Digests {
  const byPerson = heldBackByPerson(ports, intents);
  const begunFor = new Map<PersonId, Begun>();

  /** As of now: of what one may not know of any more nothing is said. */
  function toldNow(intent: NoticeIntent, { locale, personId }: Conversation): Proposal | undefined {
    const proposal = knownOnly(ports, intent);
    const isTold = proposal && !('withheld' in ports.compose(proposal, intent, locale, personId));
    return isTold ? proposal : undefined;
  }

  function begin(held: readonly NoticeIntent[], to: Conversation): Begun | undefined {
    const told = held.flatMap((intent) => {
      const proposal = orByItself(() => toldNow(intent, to));
      return proposal ? [{ key: intent.key, proposal }] : [];
    });
    if (told.length < fewestInDigest) return undefined;
    const proposals = [...new Set(told.map(({ proposal }) => proposal))];
    const digest = ports.composeDigest(proposals, to.locale, to.personId);
    const keys = new Set(told.map(({ key }) => key));
    return { keys, sending: ports.sender.toPerson(to, digest) };
  }

  function carrierFor(held: readonly NoticeIntent[], to: Conversation, key: string) {
    const begun = begin(held, to);
    if (!begun?.keys.has(key)) return undefined;
    begunFor.set(to.personId, begun);
    return begun;
  }

  return {
    send(to, { key }) {
      const held = byPerson.get(to.personId);
      if (!held?.some((intent) => intent.key === key)) return undefined;
      const before = begunFor.get(to.personId);
      const begun = before ?? carrierFor(held, to, key);
      if (!begun?.keys.has(key)) return undefined;
      return begun.sending.then((sent) => ({ sent, isCarrier: before === undefined }));
    },
  };
}
