import type { Measure } from '../../src/domain/measures/measure.js';
import type { LedgerRow } from '../../src/domain/notice-ledger.js';
import { type NoticeMark, noticeMarkKey } from '../../src/domain/notice-mark.js';
import type { Proposal } from '../../src/domain/proposal.js';
import type { ContactState } from '../../src/notifications/first-contact.js';
import type { ComposeNotice, NoticePorts } from '../../src/notifications/notice-ports.js';
import { openTeller, type Teller } from '../../src/notifications/tell.js';
import type { ToldBook } from '../../src/notifications/told.js';
import type { SendOutcome } from '../../src/usecases/messenger.js';
import type { Register, RegisterWriter, Stored } from '../../src/usecases/ports.js';
import { type FakeList, fakeList } from './fake-store.js';
import { publishedProposal, sampleNow } from './sample-proposals.js';

/** Answers of the connector. */
export const accepted: SendOutcome = { kind: 'accepted', activityId: 'a' };
const blockedAnswer: SendOutcome = { kind: 'refused', why: 'blocked' };
export const ambiguous: SendOutcome = { kind: 'ambiguous', why: 'timeout' };

/** Lists, connector and people around the tellers of a test. */
export interface World {
  readonly ledger: FakeList<LedgerRow>;
  readonly marks: FakeList<NoticeMark>;
  /** What the machine remembers of the mark. */
  localMark: number | undefined;
  proposal: Proposal;
  /** A measure beside it, where the test is about one. */
  measure?: Measure;
  readonly sends: { readonly place: string; readonly outcome: SendOutcome }[];
  now: number;
  /** The quiet time of the test. */
  quiet?: { readonly from: number; readonly until: number };
  /** How many proposals each digest told of. */
  readonly digests: number[];
  /** Answers of the connector in order; accepted when used up. */
  answers: SendOutcome[];
  conversationActive: boolean;
  /** A person who has blocked the app without our knowing. */
  blocked?: string;
  /** Whether the person has ever written to the bot. */
  conversationKnown: boolean;
  /** What the operator was told. */
  readonly told: string[];
  /** Whom the activity feed was tried for, and of which proposal; refused where no answer is left. */
  readonly feed: string[];
  feedAnswers: SendOutcome[];
  /** What is known of people without a chat. */
  /** Who does not want the activity feed. */
  readonly withoutFeed: Set<string>;
  readonly contacts: Map<string, ContactState>;
  readonly unreachable: string[];
  readonly faults: string[];
  /** The frozen people of events. */
  frozenOf: NoticePorts['frozenOf'];
  /** Writes the cards; empty ones where a test is not about them. */
  compose?: ComposeNotice;
  /** How many notices were said to be held, each time it was said. */
  readonly losses: number[];
}

/** An office with one published proposal of which nobody was told. */
export function newWorld(): World {
  return {
    ledger: fakeList<LedgerRow>((row) => row.key),
    marks: fakeList<NoticeMark>(() => noticeMarkKey),
    localMark: undefined,
    proposal: publishedProposal(),
    sends: [],
    now: sampleNow,
    answers: [],
    conversationActive: true,
    conversationKnown: true,
    told: [],
    feed: [],
    feedAnswers: [],
    withoutFeed: new Set(),
    contacts: new Map(),
    unreachable: [],
    faults: [],
    losses: [],
    digests: [],
    frozenOf: async () => [],
  };
}

/** One process, with a register of its own on the shared ledger. */
export interface Process {
  readonly teller: Teller;
  readonly register: Register;
  readonly writer: RegisterWriter;
  /** Takes rows out of the ledger, as the change feed of this process tells it. */
  lose(isLost: (row: LedgerRow) => boolean): void;
}

function chatOf(world: World, personId: string) {
  return {
    itemId: '1',
    revision: 'r',
    value: {
      personId,
      conversationId: 'a:1',
      serviceUrl: 'https://smba.trafficmanager.net/jp/',
      botId: '28:bot',
      userId: '29:1',
      locale: 'ja' as const,
      active: world.conversationActive,
      updatedAt: 0,
    },
  };
}

/** Starts a process that has read the ledger as it is. */
export function openProcess(world: World, name: string): Process {
  const rows = new Map<string, Stored<LedgerRow>>(
    [...world.ledger.items.values()].map((row) => [row.value.key, row]),
  );
  const lost = new Set<LedgerRow>();
  const register = {
    proposal: (id: string) =>
      id === world.measure?.id ? undefined : { value: world.proposal, itemId: '1', revision: 'r' },
    measure: (id: string) =>
      world.measure?.id === id ? { value: world.measure, itemId: '2', revision: 'r' } : undefined,
    conversation: (personId: string) =>
      world.conversationKnown ? chatOf(world, personId) : undefined,
    ledgerRow: (key: string) => rows.get(key),
    ledgerRows: () => [...rows.values()].map(({ value }) => value),
    openLedgerRows: () => [...rows.values()].filter((row) => row.value.state !== 'closed'),
    lostLedgerRows: () => [...lost],
    settledLostLedgerRow: (row: LedgerRow) => lost.delete(row),
    releaseSet: () => undefined,
  } as Partial<Register & ToldBook> as Register & ToldBook;
  const writer: RegisterWriter = {
    tookProposal: () => {},
    tookProfile: () => {},
    tookConversation: () => {},
    tookLedgerRow: (row) => rows.set(row.value.key, row),
  };
  const send = async (place: string): Promise<SendOutcome> => {
    const outcome = place === world.blocked ? blockedAnswer : (world.answers.shift() ?? accepted);
    world.sends.push({ place, outcome });
    return outcome;
  };
  const ports: NoticePorts = {
    quietUntil: (at) => {
      const { from = 0, until = 0 } = world.quiet ?? {};
      return from <= at && at < until ? until : undefined;
    },
    clock: { now: () => world.now },
    register,
    writer,
    ledger: world.ledger.store,
    marks: world.marks.store,
    localMark: {
      read: async () => world.localMark,
      write: async (at) => {
        world.localMark = at;
      },
    },
    eventsAsOf: () => world.now,
    lease: { holder: name, epoch: world.now, held: () => true },
    compose: world.compose ?? (() => ({ card: {}, summary: '' })),
    composeDigest: (proposals) => {
      world.digests.push(proposals.length);
      return { card: {}, summary: '' };
    },
    sender: {
      toPerson: (to) => send(to.personId),
      toChannel: (channelId) => send(channelId),
      toFeed: async (personId, { number }) => {
        world.feed.push(`${personId} ${number}`);
        return world.feedAnswers.shift() ?? { kind: 'refused', why: 'blocked' };
      },
    },
    wantsFeed: (personId) => !world.withoutFeed.has(personId),
    contacts: {
      stateOf: (personId) => world.contacts.get(personId),
      feedRefused: (personId) => void world.contacts.set(personId, 'out-of-reach'),
    },
    conversationOf: async (personId) =>
      world.conversationKnown ? chatOf(world, personId).value : undefined,
    onUndelivered: ({ outcome, why }) => world.told.push(`${outcome} ${why}`),
    onOwnFault: ({ why }) => world.told.push(`paused ${why}`),
    onLedgerLoss: ({ held }) => world.losses.push(held),
    onUnreachable: async (to) => {
      world.unreachable.push(to.personId);
    },
    frozenOf: (...what) => world.frozenOf(...what),
    onFault: (what) => world.faults.push(what),
  };
  const teller = openTeller(ports);
  teller.look(world.proposal);
  if (world.measure) teller.look(world.measure);
  function lose(isLost: (row: LedgerRow) => boolean): void {
    for (const [id, { value }] of [...world.ledger.items]) {
      if (!isLost(value)) continue;
      world.ledger.items.delete(id);
      rows.delete(value.key);
      lost.add(value);
    }
  }
  return { teller, register, writer, lose };
}

/** Starts a process of which only the teller matters. */
export function startProcess(world: World, name: string): Teller {
  return openProcess(world, name).teller;
}

/** The ledger as it is. */
export const rowsOf = (world: World) => [...world.ledger.items.values()].map((row) => row.value);
/** The outcomes of all recipients. */
export const outcomesOf = (world: World) =>
  rowsOf(world).flatMap((row) => row.recipients.map((recipient) => recipient.outcome));
