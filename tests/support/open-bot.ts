import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { createBotEndpoint } from '../../src/bot/endpoint.js';
import { createGate } from '../../src/bot/gate.js';
import { readBody } from '../../src/bot/read-body.js';
import { openBotSdk } from '../../src/bot/sdk.js';
import type { BotPorts } from '../../src/bot/turn.js';
import { createCards } from '../../src/cards/create-cards.js';
import { loadTemplates } from '../../src/cards/templates.js';
import type { Campaign } from '../../src/domain/campaign.js';
import type { Conversation } from '../../src/domain/conversation.js';
import type { KeptForm } from '../../src/domain/kept-form.js';
import type { Member } from '../../src/domain/member.js';
import type { Profile } from '../../src/domain/person.js';
import type { Proposal } from '../../src/domain/proposal.js';
import { createBotTokenCheck } from '../../src/identity/check-bot-token.js';
import { serveBot } from '../../src/runtime/serve-bot.js';
import type { Register, Stored } from '../../src/usecases/ports.js';
import { openSubmissionDesk } from '../../src/usecases/submission-desk.js';
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
import { sampleMasters } from './sample-masters.js';

export const tenantId = '99999999-8888-4777-8666-555555555555';
export const personId = '00000000-0000-4000-8000-0000000000aa';
export const botNow = Date.parse('2026-10-05T01:00:00Z');

export const cards = createCards({
  fill: loadTemplates(join(process.cwd(), 'adaptive-cards')),
  publicOrigin: 'https://mebuki.example',
  teamsAppId: '22222222-3333-4444-8555-666666666666',
  botAppId: appId,
});

export const demoCampaign: Campaign = {
  id: 'demo',
  title: 'アイデア募集',
  opensAt: Date.parse('2026-09-15T00:00:00+09:00'),
  closesAt: Date.parse('2026-10-28T00:00:00+09:00'),
  visibility: 'after-review-begins',
  isSample: false,
};

/** A bot behind a real HTTP server, with everything behind it in memory. */
export interface OpenBot {
  readonly url: string;
  readonly channel: BotChannel;
  readonly connector: ConnectorServer;
  readonly proposals: FakeList<Proposal>;
  readonly kept: Map<string, KeptForm>;
  readonly released: string[];
  readonly conversations: Conversation[];
  readonly profiles: Map<string, Stored<Profile>>;
  readonly members: Member[];
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

function memoryRegister(bot: OpenBot): Register {
  const all = (): Stored<Proposal>[] => [...bot.proposals.items.values()];
  return {
    proposal: (id) => all().find((each) => each.value.id === id),
    proposalByNumber: (number) => all().find((each) => each.value.number === number),
    proposalsToCheck: () => [],
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
    conversation: () => undefined,
    mergedInto: () => [],
    supportersOf: () => [],
    isSurvivor: () => false,
    isIdeaOf: () => false,
    measure: () => undefined,
    measureState: () => undefined,
    releaseState: () => undefined,
    claimRules: () => [],
    hasIssueGroup: () => false,
    issueGroupShare: () => 0,
    ledgerRow: () => undefined,
    openLedgerRows: () => [],
    ledgerRows: () => [],
    takeLostLedgerRows: () => [],
  };
}

function portsOf(bot: OpenBot): BotPorts {
  const register = memoryRegister(bot);
  const clock = { now: () => bot.now };
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
      keep: async (form) => void bot.kept.set(form.token, form),
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
  });
  const log = (fields: object, message: string) =>
    void bot.logged.push(`${message} ${JSON.stringify(fields)}`);
  return {
    register,
    clock,
    pause,
    desk,
    rememberConversation: async (conversation) => void bot.conversations.push(conversation),
    rememberProfile: async (profile) =>
      void bot.profiles.set(profile.personId, { value: profile, itemId: '1', revision: '1' }),
    releaseKept: (token) => void bot.released.push(token),
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
    kept: new Map(),
    released: [],
    conversations: [],
    profiles: new Map(),
    members: [],
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
