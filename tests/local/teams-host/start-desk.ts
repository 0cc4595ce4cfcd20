import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type StandIn, startStandIn } from '../../../src/local/compose.js';
import { silentLog } from '../../../src/local/log.js';
import { type Person, readPeople } from '../../../src/local/people.js';
import type { Profile } from '../../../src/local/profile.js';
import { readTeams, type Team } from '../../../src/local/teams-host/places.js';
import type { HostState } from '../../../src/local/teams-host/wire.js';
import { testPem } from '../../support/test-keys.js';
import { type FakeBot, startFakeBot } from './fake-bot.js';

export const appId = '11111111-1111-4111-8111-111111111111';
export const teamsAppId = '33333333-3333-4333-8333-333333333333';
export const tenantId = '22222222-2222-4222-8222-222222222222';
const appSecret = 'the secret of a test';

const manifest = {
  id: teamsAppId,
  name: { short: '芽吹き' },
  accentColor: '#5B5FC7',
  icons: { color: 'color.png', outline: 'outline.png' },
  localizationInfo: {
    defaultLanguageTag: 'ja',
    additionalLanguages: [{ languageTag: 'en', file: 'en.json' }],
  },
  staticTabs: [
    { entityId: 'conversations', scopes: ['personal'] },
    {
      entityId: 'mebuki',
      name: 'マイ提案',
      contentUrl: '${{PUBLIC_ORIGIN}}/tab.html?host=${{HOST_ORIGIN}}&locale={locale}',
      scopes: ['personal'],
    },
  ],
  configurableTabs: [
    { configurationUrl: '${{PUBLIC_ORIGIN}}/configure.html?host=${{HOST_ORIGIN}}' },
  ],
  bots: [
    {
      botId: '${{APP_ID}}',
      commandLists: [
        { scopes: ['personal'], commands: [{ title: '提案', description: '提案の用紙を開く' }] },
      ],
    },
  ],
  composeExtensions: [
    {
      botId: '${{APP_ID}}',
      commands: [
        {
          id: 'find',
          title: '提案をさがす',
          context: ['compose'],
          initialRun: true,
          parameters: [
            { name: 'words', title: 'ことば' },
            { name: 'status', title: '状況', choices: [{ title: '検討中', value: 'reviewing' }] },
          ],
        },
        { id: 'make', type: 'action', title: '提案にする', context: ['message'], fetchTask: true },
      ],
    },
  ],
  validDomains: ['${{PUBLIC_DOMAIN}}'],
};

const english = {
  'name.short': 'Mebuki',
  'staticTabs[1].name': 'My proposals',
  'bots[0].commandLists[0].commands[0].title': 'Propose',
};

/** A stand-in with the demo people, a fake bot as its app, and what tests ask of both. */
export interface TestDesk {
  bot: FakeBot;
  standIn: StandIn;
  people: readonly Person[];
  teams: readonly Team[];
  person(persona: string): Person;
  /** A call of the host page's backend; the caller names the shape of the answer. */
  host<T>(method: string, path: string, body?: unknown): Promise<{ status: number; body: T }>;
  state(person: Person): Promise<HostState>;
  /** The app's connector token, asked for as MSAL does. */
  connectorToken(): Promise<string>;
  connector(method: string, path: string, body?: unknown): Promise<Response>;
  close(): Promise<void>;
}

function writeAppFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'app-'));
  mkdirSync(join(folder, 'manifest'));
  mkdirSync(join(folder, 'env'));
  writeFileSync(join(folder, 'manifest', 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'manifest', 'en.json'), JSON.stringify(english));
  return folder;
}

async function callHost<T>(origin: string, method: string, path: string, body: unknown) {
  const answer = await fetch(origin + path, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, body: (text === '' ? undefined : JSON.parse(text)) as T };
}

async function askToken(origin: string): Promise<string> {
  const answer = await fetch(`${origin}/entra/${tenantId}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      client_id: appId,
      client_secret: appSecret,
      grant_type: 'client_credentials',
      scope: 'https://api.botframework.com/.default',
    }),
  });
  const { access_token: token }: { access_token: string } = await answer.json();
  return token;
}

/** Starts both on free ports, in memory unless `stateDir` is given. */
export async function startDesk(
  options: { stateDir?: string; profile?: Partial<Profile>; settings?: object } = {},
): Promise<TestDesk> {
  const bot = await startFakeBot();
  const appFolder = writeAppFolder();
  const people = readPeople('src/local/seed/people.json');
  const settings = {
    port: 0,
    stateDir: options.stateDir,
    appBaseUrl: bot.origin,
    appFolder,
    tenantId,
    appId,
    appSecret,
    provisionClientId: '44444444-4444-4444-8444-444444444444',
    provisionClientSecret: 'another secret of a test',
    siteHostname: 'demo.sharepoint.example',
    sitePath: '/sites/mebuki',
    profile: 'gentle',
    seed: 7,
    ...options.settings,
  } as const;
  const standIn = await startStandIn(settings, { people, log: silentLog, makeKey: testPem });
  standIn.deps.profile.set('gentle', { ...options.profile });
  writeFileSync(join(appFolder, 'env', '.env.local'), `HOST_ORIGIN=${standIn.origin}\n`);
  const { origin } = standIn;
  const host: TestDesk['host'] = (method, path, body) => callHost(origin, method, path, body);
  return {
    bot,
    standIn,
    people,
    teams: readTeams('src/local/seed/teams.json'),
    person(persona) {
      const found = people.find((one) => one.persona === persona);
      if (found === undefined) throw new Error(`nobody is ${persona}`);
      return found;
    },
    host,
    state: async (person) => (await host<HostState>('GET', `/host/state?person=${person.id}`)).body,
    connectorToken: () => askToken(origin),
    async connector(method, path, body) {
      const token = await askToken(origin);
      return fetch(`${origin}/connector/v3${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
    },
    async close() {
      await standIn.close();
      await bot.close();
      rmSync(appFolder, { recursive: true });
    },
  };
}

/** Polls until `probe` gives something; fails after five seconds. */
export async function eventually<T>(
  probe: () => T | undefined | Promise<T | undefined>,
): Promise<T> {
  const until = Date.now() + 5000;
  while (Date.now() < until) {
    const found = await probe();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('it did not come about in five seconds');
}
