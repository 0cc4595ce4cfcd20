import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { pino } from 'pino';
import type { Locale } from './domain/conversation.js';
import type { SettingFault } from './domain/health/setting-fault.js';
import type { PlannedChange } from './domain/provisioning/planned-change.js';
import { createGraphClient } from './graph/client.js';
import { createPatientClient } from './graph/patient-client.js';
import { carryOutPlan, changesOf, planProvisioning } from './graph/provisioning.js';
import type { Direction } from './graph/schema-moves.js';
import { createTokenSource } from './identity/acquire-token.js';
import { createSignInTokenSource } from './identity/sign-in-by-device.js';
import {
  type ProvisionSettings,
  readOwnProvisionSettings,
  readOwnSignInSettings,
  type SignInSettings,
} from './provision-settings.js';
import { systemClock } from './runtime/clock.js';
import { changeLine, planText } from './text/provision-plan-text.js';
import { changeText, provisionTerms } from './text/provision-texts.js';
import { settingFaultText } from './text/setting-texts.js';

const graph = 'https://graph.microsoft.com';
/** What a person who signs in lends the command: lists and columns, and the grant. */
const signInScopes = [`${graph}/Sites.Manage.All`, `${graph}/Sites.FullControl.All`];
const log = pino({ name: 'provision', level: 'warn' }, pino.destination(2));

/** How the command was called. */
interface Orders {
  readonly locale: Locale;
  readonly dryRun: boolean;
  readonly direction: Direction;
  /** Whether only the counts and what remains are told. */
  readonly quiet: boolean;
  /** Whether a person signs in instead of a secret or a certificate. */
  readonly signIn: boolean;
}

function readOrders(): Orders {
  const { values } = parseArgs({
    options: {
      lang: { type: 'string', default: 'ja' },
      'dry-run': { type: 'boolean', default: false },
      'roll-back': { type: 'boolean', default: false },
      quiet: { type: 'boolean', default: false },
      'sign-in': { type: 'boolean', default: false },
    },
  });
  const { lang } = values;
  if (lang !== 'ja' && lang !== 'en') throw new Error(`--lang ${lang} is unknown. Write ja or en.`);
  const direction = values['roll-back'] ? 'back' : 'forward';
  return {
    locale: lang,
    dryRun: values['dry-run'],
    direction,
    quiet: values.quiet,
    signIn: values['sign-in'],
  };
}

function say(...lines: readonly string[]): void {
  for (const line of lines) process.stdout.write(`${line}\n`);
}

/** The settings, and what gives the tokens. */
interface Identity {
  readonly settings: SignInSettings;
  readonly token: (refused?: string) => Promise<string>;
}

function asApplication(settings: ProvisionSettings): Identity {
  const { tenantId, clientId, credential, loginOrigin } = settings;
  const tokens = createTokenSource({ tenantId, clientId, credential, loginOrigin });
  return { settings, token: (refused) => tokens(`${graph}/.default`, refused) };
}

function asPerson(settings: SignInSettings, locale: Locale): Identity {
  const { tenantId, clientId, loginOrigin } = settings;
  const token = createSignInTokenSource({
    tenantId,
    clientId,
    loginOrigin,
    scopes: signInScopes,
    tell: ({ address, code, expiresInS }) =>
      say(provisionTerms(locale).signIn(address, code, Math.floor(expiresInS / 60))),
  });
  return { settings, token };
}

function openProvisioning({ settings, token }: Identity, locale: Locale) {
  const client = createGraphClient({
    baseUrl: settings.graphBaseUrl,
    token,
    version: 'provision',
    log,
    clock: systemClock(),
    // Creating a list with forty columns takes SharePoint longer than a usual call.
    timeoutMs: 60_000,
  });
  const patient = createPatientClient(client, {
    pause,
    onWait: (milliseconds) => say(provisionTerms(locale).waits(Math.ceil(milliseconds / 1000))),
  });
  const site = { hostname: settings.siteHostname, path: settings.sitePath };
  return { client: patient, site, app: { id: settings.appId, displayName: 'Mebuki' }, log };
}

/** Shows the plan and carries it out; answers whether the site is as needed, or for a dry run, that it was shown. */
async function run(identity: Identity, orders: Orders): Promise<boolean> {
  const { locale, dryRun, direction, quiet } = orders;
  const terms = provisionTerms(locale);
  const options = openProvisioning(identity, locale);
  const plan = await planProvisioning(options, direction);
  const { hostname, path } = options.site;
  const shown = planText(`https://${hostname}${path}`, changesOf(plan), locale);
  say(...(quiet ? shown.slice(-1) : shown));
  if (dryRun) {
    say(terms.dryRun);
    return true;
  }
  if (plan.steps.length > 0 && !quiet) say('', terms.begins);
  const tell = (change: PlannedChange) => {
    if (!quiet) say(`✓ ${changeText(change, locale)}`);
  };
  const remaining = await carryOutPlan(options, plan, tell, direction);
  if (remaining.length > 0) {
    say('', terms.remains, ...remaining.map((each) => changeLine(each, locale)));
  } else if (plan.steps.length > 0) {
    say(terms.finished);
  }
  return remaining.length === 0;
}

function readIdentity({
  signIn,
  locale,
}: Orders): Identity | { readonly faults: readonly SettingFault[] } {
  if (signIn) {
    const read = readOwnSignInSettings();
    return 'faults' in read ? read : asPerson(read.settings, locale);
  }
  const read = readOwnProvisionSettings();
  return 'faults' in read ? read : asApplication(read.settings);
}

async function main(): Promise<boolean> {
  const orders = readOrders();
  const identity = readIdentity(orders);
  if (!('faults' in identity)) return run(identity, orders);
  for (const fault of identity.faults) {
    process.stderr.write(`${settingFaultText(fault, orders.locale)}\n`);
  }
  return false;
}

try {
  process.exitCode = (await main()) ? 0 : 1;
} catch (fault) {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exitCode = 1;
}
