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
const knownHosts: Readonly<Record<string, RegExp>> = {
  LOGIN_ORIGIN: /^login\.microsoftonline\.com$/,
  GRAPH_BASE_URL: /^graph\.microsoft\.com$/,
  BOT_OPENID_METADATA_URL: /^login\.botframework\.com$/,
  USER_TOKEN_JWKS_URL: /^login\.microsoftonline\.com$/,
  BOT_SERVICE_URLS: /^smba\.trafficmanager\.net$/,
  CONNECTOR_SERVICE_URL: /^smba\.trafficmanager\.net$/,
  TEAMS_HOST_ORIGINS:
    /^((\*\.)?teams\.microsoft\.com|([\w-]+|\*)\.(cloud\.microsoft|office\.com|microsoft365\.com))$/,
  PUBLIC_ORIGIN: /./,
};

interface NamedAddress {
  readonly name: string;
  readonly url: URL;
}

function addressesIn(environment: Environment): readonly NamedAddress[] {
  return Object.keys(knownHosts)
    .flatMap((name) => listOf(environment[name] ?? '').map((value) => ({ name, value })))
    .filter(({ value }) => isAddress(value))
    .map(({ name, value }) => ({ name, url: new URL(value) }));
}

const isLoopback = (host: string): boolean => /^(localhost|127(\.\d+){3}|\[?::1\]?)$/.test(host);

const namesOf = (addresses: readonly NamedAddress[]): string =>
  [...new Set(addresses.map(({ name }) => name))].join(', ');

function tenantFaults(addresses: readonly NamedAddress[], environment: Environment): string[] {
  const strangers = addresses.filter(
    ({ name, url }) =>
      url.protocol !== 'https:' ||
      (name !== 'PUBLIC_ORIGIN' && (url.port !== '' || !knownHosts[name]?.test(url.hostname))),
  );
  const faults = strangers.map(
    ({ name, url }) =>
      `${name} names ${url.origin}, which is not an https address of the service meant. Write the one docs/operations gives.`,
  );
  if (environment['CLOCK_URL']) {
    faults.push('CLOCK_URL is for addresses on this computer only. Take it out.');
  }
  if (environment['LOG_LEVEL'] === 'debug') {
    faults.push('LOG_LEVEL is "debug", which is for addresses on this computer only. Write info.');
  }
  if (/^local-only/.test(environment['APP_SECRET'] ?? '')) {
    faults.push('APP_SECRET is the one of the stand-in. Write the one of the app registration.');
  }
  if (environment['NODE_TLS_REJECT_UNAUTHORIZED'] === '0') {
    faults.push(
      'NODE_TLS_REJECT_UNAUTHORIZED turns the check of certificates off. Take it out; for a proxy use NODE_EXTRA_CA_CERTS.',
    );
  }
  return faults;
}

/**
 * The origin rule (protocols: time and origins): all addresses on this computer and the server too, or all https and
 * known. There is no mode to set; a mixture does not start.
 */
export function originFaults(environment: Environment): readonly string[] {
  const addresses = addressesIn(environment);
  const here = addresses.filter(({ url }) => isLoopback(url.hostname));
  const elsewhere = addresses.filter(({ url }) => !isLoopback(url.hostname));
  if (here.length > 0 && elsewhere.length > 0) {
    return [
      `Addresses are mixed: ${namesOf(here)} on this computer, ${namesOf(elsewhere)} elsewhere. Write all of one kind.`,
    ];
  }
  if (elsewhere.length > 0) return tenantFaults(elsewhere, environment);
  const faults: string[] = [];
  if (!isLoopback(environment['HOST'] ?? '127.0.0.1')) {
    faults.push(
      'HOST is open to the network while all addresses are on this computer. Write 127.0.0.1.',
    );
  }
  const clock = environment['CLOCK_URL'] ?? '';
  if (isAddress(clock) && !isLoopback(new URL(clock).hostname)) {
    faults.push('CLOCK_URL is not on this computer. Take it out.');
  }
  return faults;
}

/** The address messages are sent to must be one that is also accepted as a sender's. */
export function connectorFaults(environment: Environment): readonly string[] {
  const withSlash = (base: string): string => (base.endsWith('/') ? base : `${base}/`);
  const connector = environment['CONNECTOR_SERVICE_URL'];
  const bases = environment['BOT_SERVICE_URLS'];
  if (!connector || !bases) return [];
  return listOf(bases).some((base) => withSlash(connector).startsWith(withSlash(base)))
    ? []
    : ['CONNECTOR_SERVICE_URL lies under none of BOT_SERVICE_URLS. Write one of them.'];
}
