import { Failure } from '../usecases/failure.js';

const loopback: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Where the bytes of files may lie: at the tenant's own site, or, where Graph itself is on loopback, on loopback. */
export interface FileHosts {
  /** Address of Graph. */
  readonly baseUrl: string;
  /** `contoso.sharepoint.com` */
  readonly siteHostname: string;
}

function isOwn(url: URL, { baseUrl, siteHostname }: FileHosts): boolean {
  if (url.username !== '' || url.password !== '') return false;
  const graph = new URL(baseUrl);
  const isLocal = loopback.has(graph.hostname);
  if (isLocal) return loopback.has(url.hostname) && url.protocol === graph.protocol;
  return url.protocol === 'https:' && url.host === siteHostname.toLowerCase();
}

/**
 * The address of a file as Graph answered it, checked: bytes are sent to and taken from the tenant's own site and
 * nowhere else. Throws `Failure` for any other address, whose text is not repeated, as it is a key in itself.
 */
export function fileAddressOf(said: unknown, hosts: FileHosts): URL {
  const url = typeof said === 'string' && URL.canParse(said) ? new URL(said) : undefined;
  if (url && isOwn(url, hosts)) return url;
  const host = url ? `at ${url.host}` : 'that is none';
  throw new Failure('misconfigured', `Graph sent to an address of a file ${host}; it was not used`);
}
