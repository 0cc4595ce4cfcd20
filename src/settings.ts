import { z } from 'zod';
import { type CivilDate, isCivilDate } from './domain/instant.js';
import type { ClientCredential } from './identity/client-credential.js';
import {
  connectorFaults,
  type Environment,
  isAddress,
  listOf,
  originFaults,
} from './origin-rule.js';
import { readPem } from './pem-setting.js';

/** From and to in Asia/Tokyo, `HH:MM`; `from` may be later than `to`. */
export interface QuietHours {
  readonly from: string;
  readonly to: string;
}

/** Everything the product is told from outside. */
export interface Settings {
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  readonly publicOrigin: string;
  readonly tenantId: string;
  readonly appId: string;
  readonly credential: ClientCredential;
  /** The last day of the client secret, where somebody wrote it down; the app cannot see it. */
  readonly secretEndsOn?: CivilDate;
  readonly appIdUri: string;
  readonly teamsAppId: string;
  readonly loginOrigin: string;
  readonly graphBaseUrl: string;
  readonly botOpenIdMetadataUrl: string;
  readonly botTokenIssuer: string;
  readonly userTokenJwksUrl: string;
  /** Exact bases under which an activity's serviceUrl must lie. */
  readonly botServiceUrls: readonly string[];
  readonly connectorServiceUrl: string;
  readonly siteHostname: string;
  readonly sitePath: string;
  /** Resource units that SharePoint grants the app a minute, by the licences of the tenant. Absent: the smallest number. */
  readonly unitsPerMinute?: number;
  /** Empty: the hosts of Microsoft Teams. */
  readonly teamsHostOrigins: readonly string[];
  readonly clockUrl?: string;
  /** Absent: messages go out at any hour. */
  readonly quietHours?: QuietHours;
  readonly logLevel: (typeof logLevels)[number];
}

/** Usable settings, or every fault found, one sentence each: the name, what is wrong, what to write. */
export type ReadSettings = { readonly settings: Settings } | { readonly faults: readonly string[] };

const logLevels = ['error', 'warn', 'info', 'debug'] as const;

const guidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const placeholder =
  /^(<.*>|\$?\{.*\}|\[.*\]|\*+|x{3,}|todo|change.?me.*|your.*|(client.?)?secret|password|placeholder|dummy|example|test|none|null|undefined)$/i;

function isGuid(text: string): boolean {
  return guidPattern.test(text) && /[^0-]/.test(text);
}

function isOrigin(text: string): boolean {
  return isAddress(text) && new URL(text).origin === text;
}

function isSecret(text: string): boolean {
  return text.length >= 8 && !/\s/.test(text) && !placeholder.test(text);
}

function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) <= 65_535;
}

/** A text that fits, or a fault which says what to write. The value is quoted unless it is secret. */
function text(toWrite: string, fits: (value: string) => boolean, isShown = true) {
  return z.string({ error: `is missing. Write ${toWrite}.` }).refine(fits, {
    error: (issue) =>
      isShown
        ? `is "${String(issue.input)}". Write ${toWrite}.`
        : `cannot be used: it is blank, too short or a placeholder. Write ${toWrite}.`,
  });
}

const guid = (what: string) => text(`${what}, a GUID`, isGuid);
const address = (example: string) => text(`an address such as ${example}`, isAddress);

const shape = z.object({
  HOST: text('the address to listen on, such as 127.0.0.1', (value) =>
    /^[\w.:-]+$/.test(value),
  ).default('127.0.0.1'),
  PORT: text('a port from 0 to 65535', isPort).default('3978'),
  DATA_DIR: text('a folder that outlives the process', (value) => value.trim() !== ''),
  PUBLIC_ORIGIN: text('the origin under which Teams reaches the app, without a path', isOrigin),
  TENANT_ID: guid('the id of the Entra tenant'),
  APP_ID: guid('the client id of the app registration'),
  APP_SECRET: text('the client secret of the app registration', isSecret, false).optional(),
  CREDENTIAL_ENDS_ON: text('the last day of the secret as YYYY-MM-DD', isCivilDate).optional(),
  APP_CERTIFICATE_PATH: text('the path of a PEM certificate', () => true).optional(),
  APP_CERTIFICATE_KEY_PATH: text('the path of its private key in PEM', () => true).optional(),
  APP_ID_URI: text('the application id URI, such as api://host/botid-{APP_ID}', (value) =>
    /^api:\/\/[^\s]+$/.test(value),
  ),
  TEAMS_APP_ID: guid('the id of the app package'),
  LOGIN_ORIGIN: address('https://login.microsoftonline.com'),
  GRAPH_BASE_URL: address('https://graph.microsoft.com/v1.0'),
  BOT_OPENID_METADATA_URL: address(
    'https://login.botframework.com/v1/.well-known/openidconfiguration',
  ),
  BOT_TOKEN_ISSUER: text('https://api.botframework.com', isOrigin),
  USER_TOKEN_JWKS_URL: address('https://login.microsoftonline.com/{TENANT_ID}/discovery/v2.0/keys'),
  BOT_SERVICE_URLS: text(
    'addresses with commas between them, such as https://smba.trafficmanager.net/jp/',
    (value) => listOf(value).length > 0 && listOf(value).every(isAddress),
  ),
  CONNECTOR_SERVICE_URL: address('https://smba.trafficmanager.net/jp/'),
  SITE_HOSTNAME: text('the host of SharePoint, such as contoso.sharepoint.com', (value) =>
    /^[a-z0-9-]+(\.[a-z0-9-]+)*$/.test(value),
  ),
  SITE_PATH: text('the path of the site, such as /sites/mebuki', (value) =>
    /^\/(sites|teams)\/[^/\s]+$/.test(value),
  ),
  GRAPH_UNITS_PER_MINUTE: text('a number of resource units, such as 1250', (value) =>
    /^[1-9]\d{2,7}$/.test(value),
  ).optional(),
  TEAMS_HOST_ORIGINS: text('origins with commas between them, or nothing', (value) =>
    listOf(value).every(isOrigin),
  ).default(''),
  CLOCK_URL: address('http://127.0.0.1:3979/control/clock').optional(),
  QUIET_HOURS: text("'off', or hours such as 20:00-08:00", (value) =>
    /^(off|([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d)$/.test(value),
  ),
  LOG_LEVEL: z
    .enum(logLevels, { error: `is unknown. Write one of ${logLevels.join(', ')}.` })
    .default('info'),
});

type Values = z.infer<typeof shape>;

function shapeFaults(error: z.ZodError): readonly string[] {
  return error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
}

function readCredential(environment: Environment, faults: string[]): ClientCredential {
  const { APP_SECRET: secret, APP_CERTIFICATE_PATH: path } = environment;
  if (path === undefined) {
    if (environment['APP_CERTIFICATE_KEY_PATH'] !== undefined) {
      faults.push('APP_CERTIFICATE_KEY_PATH stands alone. Write APP_CERTIFICATE_PATH too.');
    } else if (secret === undefined) {
      faults.push('APP_SECRET is missing. Write it, or APP_CERTIFICATE_PATH and its key.');
    }
    return { kind: 'secret', secret: secret ?? '' };
  }
  if (secret !== undefined) {
    faults.push('APP_SECRET and APP_CERTIFICATE_PATH are both set. Take one of them out.');
  }
  return {
    kind: 'certificate',
    certificate: readPem('APP_CERTIFICATE_PATH', environment, 'certificate', faults),
    privateKey: readPem('APP_CERTIFICATE_KEY_PATH', environment, 'privateKey', faults),
  };
}

function settingsOf(values: Values, credential: ClientCredential): Settings {
  const [from = '', to = ''] = values.QUIET_HOURS.split('-');
  return {
    host: values.HOST,
    port: Number(values.PORT),
    dataDir: values.DATA_DIR,
    publicOrigin: values.PUBLIC_ORIGIN,
    tenantId: values.TENANT_ID.toLowerCase(),
    appId: values.APP_ID.toLowerCase(),
    credential,
    ...(values.CREDENTIAL_ENDS_ON === undefined ? {} : { secretEndsOn: values.CREDENTIAL_ENDS_ON }),
    appIdUri: values.APP_ID_URI,
    teamsAppId: values.TEAMS_APP_ID.toLowerCase(),
    loginOrigin: values.LOGIN_ORIGIN,
    graphBaseUrl: values.GRAPH_BASE_URL,
    botOpenIdMetadataUrl: values.BOT_OPENID_METADATA_URL,
    botTokenIssuer: values.BOT_TOKEN_ISSUER,
    userTokenJwksUrl: values.USER_TOKEN_JWKS_URL,
    botServiceUrls: listOf(values.BOT_SERVICE_URLS),
    connectorServiceUrl: values.CONNECTOR_SERVICE_URL,
    siteHostname: values.SITE_HOSTNAME,
    sitePath: values.SITE_PATH,
    ...(values.GRAPH_UNITS_PER_MINUTE === undefined
      ? {}
      : { unitsPerMinute: Number(values.GRAPH_UNITS_PER_MINUTE) }),
    teamsHostOrigins: listOf(values.TEAMS_HOST_ORIGINS),
    ...(values.CLOCK_URL === undefined ? {} : { clockUrl: values.CLOCK_URL }),
    ...(values.QUIET_HOURS === 'off' ? {} : { quietHours: { from, to } }),
    logLevel: values.LOG_LEVEL,
  };
}

/** Reads settings from variables. Finds every fault at once. */
export function readSettings(variables: Environment): ReadSettings {
  const environment = Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''),
  );
  const read = shape.safeParse(environment);
  const faults = [
    ...(read.success ? [] : shapeFaults(read.error)),
    ...originFaults(environment),
    ...connectorFaults(environment),
  ];
  const credential = readCredential(environment, faults);
  return read.success && faults.length === 0
    ? { settings: settingsOf(read.data, credential) }
    : { faults };
}

/** Reads the settings of this process. */
export function readOwnSettings(): ReadSettings {
  return readSettings(process.env);
}
