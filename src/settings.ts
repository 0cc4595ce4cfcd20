import { z } from 'zod';
import type { SettingFault, SettingName } from './domain/health/setting-fault.js';
import { type CivilDate, isCivilDate } from './domain/instant.js';
import type { QuietHours } from './domain/quiet-time.js';
import type { ClientCredential } from './identity/client-credential.js';
import {
  connectorFaults,
  type Environment,
  isAddress,
  listOf,
  originFaults,
} from './origin-rule.js';
import { readPem } from './pem-setting.js';
import { shapeFaults } from './shape-faults.js';

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
  /** Whether Graph is asked to tell when lists change. */
  readonly changeNotifications: boolean;
  /** Empty: the hosts of Microsoft Teams. */
  readonly teamsHostOrigins: readonly string[];
  readonly clockUrl?: string;
  /** Absent: messages go out at any hour. */
  readonly quietHours?: QuietHours;
  readonly logLevel: (typeof logLevels)[number];
}

/** Usable settings, or every fault found. */
export type ReadSettings =
  | { readonly settings: Settings }
  | { readonly faults: readonly SettingFault[] };

const onOff = ['off', 'on'] as const;
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

const fits = (isFit: (value: string) => boolean) => z.string().refine(isFit);
const guid = fits(isGuid);
const address = fits(isAddress);

const fields = {
  HOST: fits((value) => /^[\w.:-]+$/.test(value)).default('127.0.0.1'),
  PORT: fits(isPort).default('3978'),
  DATA_DIR: fits((value) => value.trim() !== ''),
  PUBLIC_ORIGIN: fits(isOrigin),
  TENANT_ID: guid,
  APP_ID: guid,
  APP_SECRET: fits(isSecret).optional(),
  CREDENTIAL_ENDS_ON: fits(isCivilDate).optional(),
  APP_CERTIFICATE_PATH: z.string().optional(),
  APP_CERTIFICATE_KEY_PATH: z.string().optional(),
  APP_ID_URI: fits((value) => /^api:\/\/[^\s]+$/.test(value)),
  TEAMS_APP_ID: guid,
  LOGIN_ORIGIN: address,
  GRAPH_BASE_URL: address,
  BOT_OPENID_METADATA_URL: address,
  BOT_TOKEN_ISSUER: fits(isOrigin),
  USER_TOKEN_JWKS_URL: address,
  BOT_SERVICE_URLS: fits((value) => listOf(value).length > 0 && listOf(value).every(isAddress)),
  CONNECTOR_SERVICE_URL: address,
  SITE_HOSTNAME: fits((value) => /^[a-z0-9-]+(\.[a-z0-9-]+)*$/.test(value)),
  SITE_PATH: fits((value) => /^\/(sites|teams)\/[^/\s]+$/.test(value)),
  GRAPH_UNITS_PER_MINUTE: fits((value) => /^[1-9]\d{2,7}$/.test(value)).optional(),
  CHANGE_NOTIFICATIONS: z.enum(onOff).default('off'),
  TEAMS_HOST_ORIGINS: fits((value) => listOf(value).every(isOrigin)).default(''),
  CLOCK_URL: address.optional(),
  QUIET_HOURS: fits((value) =>
    /^(off|(?<from>([01]\d|2[0-3]):[0-5]\d)-(?!\k<from>)([01]\d|2[0-3]):[0-5]\d)$/.test(value),
  ),
  LOG_LEVEL: z.enum(logLevels).default('info'),
} satisfies Partial<Record<SettingName, z.ZodType>>;
const shape = z.object(fields);

type Values = z.infer<typeof shape>;

/** `HH:MM` as minutes since midnight. */
function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

function quietHoursOf(value: string): { readonly quietHours?: QuietHours } {
  if (value === 'off') return {};
  const [from = '', to = ''] = value.split('-');
  return { quietHours: { from: minutesOf(from), to: minutesOf(to) } };
}

function readCredential(environment: Environment, faults: SettingFault[]): ClientCredential {
  const { APP_SECRET: secret, APP_CERTIFICATE_PATH: path } = environment;
  if (path === undefined) {
    if (environment['APP_CERTIFICATE_KEY_PATH'] !== undefined) {
      faults.push({ code: 'key-alone' });
    } else if (secret === undefined) {
      faults.push({ code: 'credential-missing' });
    }
    return { kind: 'secret', secret: secret ?? '' };
  }
  if (secret !== undefined) {
    faults.push({ code: 'credential-double' });
  }
  return {
    kind: 'certificate',
    certificate: readPem('APP_CERTIFICATE_PATH', environment, 'certificate', faults),
    privateKey: readPem('APP_CERTIFICATE_KEY_PATH', environment, 'privateKey', faults),
  };
}

function settingsOf(values: Values, credential: ClientCredential): Settings {
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
    changeNotifications: values.CHANGE_NOTIFICATIONS === 'on',
    teamsHostOrigins: listOf(values.TEAMS_HOST_ORIGINS),
    ...(values.CLOCK_URL === undefined ? {} : { clockUrl: values.CLOCK_URL }),
    ...quietHoursOf(values.QUIET_HOURS),
    logLevel: values.LOG_LEVEL,
  };
}

/** Reads settings from variables. Finds every fault at once. */
export function readSettings(variables: Environment): ReadSettings {
  const environment = Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''),
  );
  const read = shape.safeParse(environment);
  const faults: SettingFault[] = [
    ...(read.success ? [] : shapeFaults(read.error, environment)),
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
