import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { pino } from 'pino';
import type { Locale } from './domain/conversation.js';
import { type Finding, stateOf, subjectOf, worstOf } from './domain/health/finding.js';
import { createGraphClient, type GraphClient } from './graph/client.js';
import { examineCatalogue } from './graph/examine-catalogue.js';
import { examineGrant, siteChecks } from './graph/examine-site.js';
import { examineSubscriptions } from './graph/subscriptions/examine-subscriptions.js';
import { createTokenSource } from './identity/acquire-token.js';
import { type ProvisionSettings, readOwnProvisionSettings } from './provision-settings.js';
import { openBooks } from './runtime/books.js';
import { doorPath } from './runtime/change-notifications.js';
import { systemClock } from './runtime/clock.js';
import { examinePackage } from './runtime/examine-package.js';
import { officeCheck, ownChecks } from './runtime/health.js';
import { readOwnSettings, type Settings } from './settings.js';
import { findingText, healthTerms } from './text/health-texts.js';
import { examineHealth, type HealthCheck } from './usecases/examine-health.js';

const graphScope = 'https://graph.microsoft.com/.default';
const usualPackage = fileURLToPath(new URL('../../build/mebuki.zip', import.meta.url));
const log = pino({ name: 'doctor', level: 'silent' });
const clock = systemClock();

type Identity = Pick<Settings, 'tenantId' | 'credential' | 'loginOrigin' | 'graphBaseUrl'> & {
  readonly clientId: string;
};

function openClient({ graphBaseUrl, ...identity }: Identity): GraphClient {
  const tokens = createTokenSource(identity);
  return createGraphClient({
    baseUrl: graphBaseUrl,
    token: (refused) => tokens(graphScope, refused),
    version: 'doctor',
    log,
    clock,
  });
}

/** The lists an administrator keeps, and where people said they work; nothing else is read. */
const keptLists: ReadonlySet<string> = new Set([
  'MebukiDepartments',
  'MebukiSections',
  'MebukiMembers',
  'MebukiChannels',
  'MebukiProfiles',
]);

/** Looks at what the lists hold, as the app would read it. */
function listedCheck(settings: Settings): HealthCheck {
  const { tenantId, appId: clientId, credential, loginOrigin } = settings;
  return {
    subject: 'people',
    look: async () => {
      const books = await openBooks({
        baseUrl: settings.graphBaseUrl,
        site: { hostname: settings.siteHostname, path: settings.sitePath },
        token: createTokenSource({ tenantId, clientId, credential, loginOrigin }),
        clock,
        logger: log,
      });
      const feeds = books.graph.feeds.filter(({ list }) => keptLists.has(list));
      const read = await Promise.all(feeds.map((feed) => feed.pollNow()));
      if (read.includes(false)) throw new Error('not all lists could be read');
      return officeCheck(books, clock).look();
    },
  };
}

/** Whether Graph tells changes, where the settings ask for it. */
function subscriptionCheck(settings: Settings, client: GraphClient): HealthCheck {
  const site = { hostname: settings.siteHostname, path: settings.sitePath };
  const url = `${settings.publicOrigin}${doorPath}`;
  return {
    subject: 'subscriptions',
    look: async () =>
      settings.changeNotifications
        ? examineSubscriptions({ client, site, clock, url })
        : [{ code: 'subscriptions-off' }],
  };
}

/** What only the provisioning identity may look at; nothing where it is not given. */
function provisioningChecks(settings: Settings, given: ProvisionSettings): readonly HealthCheck[] {
  const client = openClient(given);
  const site = { hostname: settings.siteHostname, path: settings.sitePath };
  return [
    { subject: 'site', look: () => examineGrant(client, site, settings.appId) },
    { subject: 'catalogue', look: () => examineCatalogue(client, settings.teamsAppId) },
  ];
}

function checksFor(settings: Settings, packagePath: string): readonly HealthCheck[] {
  const { tenantId, appId: clientId, credential, loginOrigin } = settings;
  const tokens = createTokenSource({ tenantId, clientId, credential, loginOrigin });
  const client = openClient({ ...settings, clientId });
  const site = { hostname: settings.siteHostname, path: settings.sitePath };
  const given = readOwnProvisionSettings();
  return [
    { subject: 'settings', look: async () => [{ code: 'settings-sound' }] },
    ...ownChecks(settings, tokens, clock),
    ...siteChecks({ client, site, clock }),
    listedCheck(settings),
    subscriptionCheck(settings, client),
    { subject: 'package', look: () => examinePackage(packagePath, settings) },
    ...('settings' in given ? provisioningChecks(settings, given.settings) : []),
  ];
}

async function examine(packagePath: string): Promise<readonly Finding[]> {
  const read = readOwnSettings();
  if ('faults' in read) return read.faults.map((fault) => ({ code: 'setting-wrong', fault }));
  const { findings } = await examineHealth(clock, checksFor(read.settings, packagePath));
  return findings;
}

const marks = { sound: '✓', attention: '!', fault: '✗' } as const;

function tell(findings: readonly Finding[], locale: Locale): void {
  const terms = healthTerms(locale);
  const between = locale === 'ja' ? '：' : ': ';
  for (const finding of findings) {
    const subject = terms.subject[subjectOf(finding)];
    process.stdout.write(
      `${marks[stateOf(finding)]} ${subject}${between}${findingText(finding, locale)}\n`,
    );
  }
  const count = (state: ReturnType<typeof stateOf>): string =>
    `${terms.state[state]} ${findings.filter((each) => stateOf(each) === state).length}`;
  process.stdout.write(`${count('sound')}, ${count('attention')}, ${count('fault')}\n`);
}

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      lang: { type: 'string', default: 'ja' },
      package: { type: 'string', default: usualPackage },
    },
  });
  if (values.lang !== 'ja' && values.lang !== 'en') {
    throw new Error(`--lang ${values.lang} is unknown. Write ja or en.`);
  }
  const findings = await examine(values.package);
  tell(findings, values.lang);
  process.exitCode = worstOf(findings) === 'fault' ? 1 : 0;
}

await run().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exitCode = 2;
});
