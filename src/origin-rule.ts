import type { SettingFault, SettingName } from './domain/health/setting-fault.js';

/** Variables by name; an empty value counts as absent. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** An address without user part, query and fragment, written just as it is understood. */
export function isAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  const isPlain = url.href === text || url.href === `${text}/`;
  return /^https?:$/.test(url.protocol) && isPlain && !/[@?#]/.test(text);
}

/** The items of a comma list. */
export const listOf = (text: string): readonly string[] =>
  text.split(',').filter((item) => item !== '');

/** Hosts that may be spoken to outside of this computer, by setting. */
const knownHosts = {
  LOGIN_ORIGIN: /^login\.microsoftonline\.com$/,
  GRAPH_BASE_URL: /^graph\.microsoft\.com$/,
  BOT_OPENID_METADATA_URL: /^login\.botframework\.com$/,
  USER_TOKEN_JWKS_URL: /^login\.microsoftonline\.com$/,
  BOT_SERVICE_URLS: /^smba\.trafficmanager\.net$/,
  CONNECTOR_SERVICE_URL: /^smba\.trafficmanager\.net$/,
  TEAMS_HOST_ORIGINS:
    /^((\*\.)?teams\.microsoft\.com|([\w-]+|\*)\.(cloud\.microsoft|office\.com|microsoft365\.com))$/,
  PUBLIC_ORIGIN: /./,
} as const satisfies Partial<Record<SettingName, RegExp>>;
type AddressName = keyof typeof knownHosts;
const addressNames = Object.keys(knownHosts) as readonly AddressName[];

interface NamedAddress {
  readonly name: AddressName;
  readonly url: URL;
}

function addressesIn(environment: Environment): readonly NamedAddress[] {
  return addressNames
    .flatMap((name) => listOf(environment[name] ?? '').map((value) => ({ name, value })))
    .filter(({ value }) => isAddress(value))
    .map(({ name, value }) => ({ name, url: new URL(value) }));
}

const isLoopback = (host: string): boolean => /^(localhost|127(\.\d+){3}|\[?::1\]?)$/.test(host);

const namesOf = (addresses: readonly NamedAddress[]): readonly AddressName[] => [
  ...new Set(addresses.map(({ name }) => name)),
];

function tenantFaults(
  addresses: readonly NamedAddress[],
  environment: Environment,
): readonly SettingFault[] {
  const strangers = addresses.filter(
    ({ name, url }) =>
      url.protocol !== 'https:' ||
      (name !== 'PUBLIC_ORIGIN' && (url.port !== '' || !knownHosts[name].test(url.hostname))),
  );
  const faults = strangers.map(
    ({ name, url: { origin } }): SettingFault => ({ code: 'address-unknown', name, origin }),
  );
  if (environment['CLOCK_URL']) faults.push({ code: 'clock-in-tenant' });
  if (environment['LOG_LEVEL'] === 'debug') faults.push({ code: 'debug-in-tenant' });
  if (/^local-only/.test(environment['APP_SECRET'] ?? '')) faults.push({ code: 'stand-in-secret' });
  if (environment['NODE_TLS_REJECT_UNAUTHORIZED'] === '0') {
    faults.push({ code: 'certificates-unchecked' });
  }
  return faults;
}

/**
 * The origin rule (protocols: time and origins): all addresses on this computer and the server too, or all https and
 * known. There is no mode to set; a mixture does not start.
 */
export function originFaults(environment: Environment): readonly SettingFault[] {
  const addresses = addressesIn(environment);
  const here = addresses.filter(({ url }) => isLoopback(url.hostname));
  const elsewhere = addresses.filter(({ url }) => !isLoopback(url.hostname));
  if (here.length > 0 && elsewhere.length > 0) {
    return [{ code: 'addresses-mixed', here: namesOf(here), elsewhere: namesOf(elsewhere) }];
  }
  if (elsewhere.length > 0) return tenantFaults(elsewhere, environment);
  const faults: SettingFault[] = [];
  if (!isLoopback(environment['HOST'] ?? '127.0.0.1')) faults.push({ code: 'server-open' });
  const clock = environment['CLOCK_URL'] ?? '';
  if (isAddress(clock) && !isLoopback(new URL(clock).hostname)) {
    faults.push({ code: 'clock-elsewhere' });
  }
  return faults;
}

/** The address messages are sent to must be one that is also accepted as a sender's. */
export function connectorFaults(environment: Environment): readonly SettingFault[] {
  const withSlash = (base: string): string => (base.endsWith('/') ? base : `${base}/`);
  const connector = environment['CONNECTOR_SERVICE_URL'];
  const bases = environment['BOT_SERVICE_URLS'];
  if (!connector || !bases) return [];
  return listOf(bases).some((base) => withSlash(connector).startsWith(withSlash(base)))
    ? []
    : [{ code: 'connector-elsewhere' }];
}
