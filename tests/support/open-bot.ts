import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { createBotEndpoint } from '../../src/bot/endpoint.js';
import { createGate } from '../../src/bot/gate.js';
import { readBody } from '../../src/bot/read-body.js';
import { openBotSdk } from '../../src/bot/sdk.js';
import type { BotPorts, BotRegister } from '../../src/bot/turn.js';
import type { Campaign } from '../../src/domain/campaign.js';
import type { Conversation } from '../../src/domain/conversation.js';
import type { OwnDrafts } from '../../src/domain/drafts/draft.js';
import type { KeptForm } from '../../src/domain/kept-form.js';
import type { Measure } from '../../src/domain/measures/measure.js';
import type { Member } from '../../src/domain/member.js';
import type { LedgerRow } from '../../src/domain/notice-ledger.js';
import type { Profile } from '../../src/domain/person.js';
import { type Preference, usualChoices } from '../../src/domain/preference.js';
import type { Proposal } from '../../src/domain/proposal.js';
import { type Support, supportKey } from '../../src/domain/support.js';
import { createBotTokenCheck } from '../../src/identity/check-bot-token.js';
import { serveBot } from '../../src/runtime/serve-bot.js';
import { type DraftBook, openDraftDesk } from '../../src/usecases/draft-desk.js';
import type { Stored } from '../../src/usecases/ports.js';
import { openSubmissionDesk } from '../../src/usecases/submission-desk.js';
import { alikeDesk } from './alike-desk.js';
import { searchedBooks } from './bot-books.js';
import {
  appId,
  type BotChannel,
  bearerOf,
  type ChannelKey,
  closeServer,
  issuer,
  listen,
  newKey,
  openBotChannel,
  type TokenChanges,
} from './bot-channel.js';
import { type ConnectorServer, openConnectorServer } from './connector-server.js';
import { type FakeList, fakeList } from './fake-store.js';
import { cards, demoCampaign } from './sample-cards.js';
import { sampleMasters } from './sample-masters.js';

export const tenantId = '99999999-8888-4777-8666-555555555555';
export const personId = '00000000-0000-4000-8000-0000000000aa';
export const botNow = Date.parse('2026-10-05T01:00:00Z');

/** A bot behind a real HTTP server, with everything behind it in memory. */
export interface OpenBot {
  readonly url: string;
  readonly channel: BotChannel;
  readonly connector: ConnectorServer;
  readonly proposals: FakeList<Proposal>;
  readonly supports: FakeList<Support>;
  readonly drafts: FakeList<OwnDrafts>;
  readonly kept: Map<string, KeptForm>;
  readonly released: string[];
  readonly conversations: Conversation[];
  readonly profiles: Map<string, Stored<Profile>>;
  readonly preferences: Map<string, Stored<Preference>>;
  /** Closed rows of the ledger with somebody who was not reached. */
  readonly undelivered: LedgerRow[];
  readonly members: Member[];
  /** Chats that the register knows. */
  readonly knownChats: Map<string, Conversation>;
  /** Whether the disk takes no form. */
  failKeeping: boolean;
  /** Whether texts cannot be compared. */
  failComparing: boolean;
  readonly measures: Measure[];
  /** Who endorses, by proposal. */
  readonly endorsers: Map<string, readonly string[]>;
  readonly logged: string[];
  campaigns: Campaign[];
  now: number;
  /** Sends an activity, changed as told, under a sound or changed token. */
  post(changes: Readonly<Record<string, unknown>>, token?: TokenChanges): Promise<Response>;
  /** Sends any body under the sound token. */
  postRaw(body: BodyInit, headers?: Readonly<Record<string, string>>): Promise<Response>;
  close(): Promise<void>;
}

/** A message in the person's own chat. */
export function personalActivity(serviceUrl: string): Record<string, unknown> {
  return {
    type: 'message',
    id: randomUUID(),
    channelId: 'msteams',
    serviceUrl,
    from: { id: '29:wakaba', name: '若葉 みのり', aadObjectId: personId },
    recipient: { id: `28:${appId}`, name: '芽吹き' },
    conversation: { id: 'a:chat-1', conversationType: 'personal', tenantId },
    channelData: { tenant: { id: tenantId } },
    locale: 'ja-JP',
  };
}

function memoryRegister(bot: OpenBot): BotRegister {
  const all = (): Stored<Proposal>[] => [...bot.proposals.items.values()];
  return {
    proposal: (id) => all().find((each) => each.value.id === id),
    proposalByNumber: (number) => all().find((each) => each.value.number === number),
    proposalsToCheck: () => [],
    undeliveredRows: () => bot.undelivered,
    proposalsOf: (id) => all().filter((each) => each.value.proposer.personId === id),
    contributionsOf: (id) =>
      all().filter(
        ({ value }) =>
          value.proposer.personId === id ||
          value.coProposers.some((each) => each.personId === id && each.answer !== 'declined'),
      ),
    proposals: all,
    duePublications: () => [],
    highestSequence: () => all().length,
    campaigns: () => bot.campaigns,
    masters: () => sampleMasters,
    members: () => bot.members,
    channelMap: () => [],
    profile: (id) => bot.profiles.get(id),
    preference: (id) => bot.preferences.get(id),
    someoneReached: () => undefined,
    conversation: (id) => {
      const value = bot.knownChats.get(id);
      return value && { value, itemId: id, revision: '1' };
    },
    mergedInto: () => [],
    supportersOf: () => [],
    isSurvivor: () => false,
    isIdeaOf: () => false,
    measureState: () => undefined,
    releaseState: () => undefined,
    claimRules: () => [],
    hasIssueGroup: () => false,
    issueGroupShare: () => 0,
    ledgerRow: () => undefined,
    openLedgerRows: () => [],
    ledgerRows: () => [],
    areMembersKnown: () => true,
    lostLedgerRows: () => [],
    settledLostLedgerRow: () => undefined,
    ...searchedBooks(bot),
  };
}

/** The part of the register that holds drafts, as far as this process heard of them. */
function draftBook(): DraftBook {
  const held = new Map<string, Stored<OwnDrafts>>();
  return {
    drafts: (id) => held.get(id),
    allDrafts: () => [...held.values()].map(({ value }) => value),
    tookDrafts: (stored) => void held.set(stored.value.personId, stored),
  };
}

function portsOf(bot: OpenBot): BotPorts {
  const register = memoryRegister(bot);
  const clock = { now: () => bot.now };
  const alike = alikeDesk(bot, register, clock);
  const ignore = () => {};
  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      setTimeout(resolve, ms).unref();
    });
  let turn: Promise<unknown> = Promise.resolve();
  const desk = openSubmissionDesk({
    clock,
    register,
    pause,
    store: { ...bot.proposals.store, highestSequence: async () => bot.proposals.items.size },
    spool: {
      keep: async (form) => {
        if (bot.failKeeping) throw new Error('no space left');
        bot.kept.set(form.token, form);
      },
      erase: async (token) => void bot.kept.delete(token),
      claimAbandoned: async () => [],
      keptOf: (id) => [...bot.kept.values()].filter((form) => form.personId === id),
      release: (token) => void bot.released.push(token),
      claimAnswer: async () => true,
      claimMessage: async () => true,
    },
    writer: {
      tookProposal: ignore,
      tookProfile: ignore,
      tookConversation: ignore,
      tookLedgerRow: ignore,
    },
    inTurn: (work) => {
      const next = turn.then(work);
      turn = next.catch(() => undefined);
      return next;
    },
    onFault: (what) => void bot.logged.push(what),
    findAlike: alike.findAlike,
  });
  const log = (fields: object, message: string) =>
    void bot.logged.push(`${message} ${JSON.stringify(fields)}`);
  return {
    register,
    clock,
    pause,
    desk,
    drafts: openDraftDesk({
      clock,
      pause,
      register: { ...register, ...draftBook() },
      store: bot.drafts.store,
      onFault: (what) => void bot.logged.push(what),
    }),
    rememberConversation: async (conversation) => void bot.conversations.push(conversation),
    rememberProfile: async (profile) =>
      void bot.profiles.set(profile.personId, { value: profile, itemId: '1', revision: '1' }),
    keepPreference: async (id, change) => {
      const value = { ...usualChoices, personId: id, ...bot.preferences.get(id)?.value, ...change };
      bot.preferences.set(id, { value, itemId: '1', revision: '1' });
      return value;
    },
    releaseKept: (token) => void bot.released.push(token),
    ...alike,
    cards,
    log: { info: log, warn: log, error: log },
  };
}

let key: ChannelKey | undefined;

export async function openBot(changes: Partial<BotPorts> = {}): Promise<OpenBot> {
  key ??= await newKey('k1');
  const signing = key;
  const channel = await openBotChannel([signing]);
  const connector = await openConnectorServer();
  const { serviceUrl } = connector;
  const bot: OpenBot = {
    url: '',
    channel,
    connector,
    proposals: fakeList<Proposal>((proposal) => proposal.id),
    supports: fakeList<Support>(supportKey),
    drafts: fakeList<OwnDrafts>(({ personId: id }) => id),
    kept: new Map(),
    released: [],
    conversations: [],
    profiles: new Map(),
    preferences: new Map(),
    undelivered: [],
    members: [],
    knownChats: new Map(),
    failKeeping: false,
    failComparing: false,
    measures: [],
    endorsers: new Map(),
    logged: [],
    campaigns: [demoCampaign],
    now: botNow,
    post: async (activity, token) => {
      const sent = { ...personalActivity(serviceUrl), ...activity };
      const authorization = await bearerOf(signing, serviceUrl, bot.now, token);
      return fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization },
        body: JSON.stringify(sent),
      });
    },
    postRaw: async (body, headers = {}) =>
      fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: await bearerOf(signing, serviceUrl, bot.now),
          ...headers,
        },
        body,
      }),
    close: async () => {
      await closeServer(server);
      await connector.close();
      await channel.close();
    },
  };
  const ports = { ...portsOf(bot), ...changes };
  const { clock } = ports;
  const { metadataUrl } = channel;
  const serviceUrls = [serviceUrl];
  const sdk = openBotSdk({
    appId,
    tenantId,
    serviceUrls,
    loginUrl: 'https://login.example/tenant',
    oauthScope: issuer,
    tokenIssuer: issuer,
    openIdMetadataUrl: metadataUrl,
    tokenFor: async () => 'token',
    onTokenFault: () => {},
    clock,
  });
  const checkToken = createBotTokenCheck({ metadataUrl, issuer, appId, clock });
  const gate = createGate({ tenantId, serviceUrls, checkToken });
  const handle = serveBot({ readBody, answer: createBotEndpoint({ ...ports, gate, sdk }) });
  const server = createServer((request, response) => void handle(request, response));
  const url = await listen(server);
  return Object.assign(bot, { url });
}

/** The first node of a card that fits. */
export function findNode(
  node: unknown,
  fits: (node: Record<string, unknown>) => boolean,
): Record<string, unknown> | undefined {
  if (typeof node !== 'object' || node === null) return undefined;
  const own = node as Record<string, unknown>;
  if (!Array.isArray(node) && fits(own)) return own;
  for (const child of Object.values(own)) {
    const found = findNode(child, fits);
    if (found) return found;
  }
  return undefined;
}

/** Every text that stands in a card, in order. */
export function textsOf(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  const own = node as Record<string, unknown>;
  const mine = ['text', 'label', 'title', 'value'].flatMap((name) =>
    typeof own[name] === 'string' ? [own[name]] : [],
  );
  return [...mine, ...Object.values(own).flatMap(textsOf)];
}

/** The cards the bot has sent into the chat. */
export function sentCards(bot: OpenBot): Record<string, unknown>[] {
  return bot.connector.calls.flatMap(({ body }) => {
    const attachments = (body['attachments'] ?? []) as { content: Record<string, unknown> }[];
    return attachments.map(({ content }) => content);
  });
}
