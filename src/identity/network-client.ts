import type { INetworkModule, NetworkRequestOptions, NetworkResponse } from '@azure/msal-node';

/** Origin of the authority that msal-node is always configured with. */
export const authorityOrigin = 'https://login.microsoftonline.com';

/** What the network client needs. */
export interface NetworkClientOptions {
  /** Where the authority is reached; in a tenant the authority's own origin, with a path where it is mounted below one. */
  readonly loginOrigin: string;
  readonly timeoutMs: number;
}

function addressOf(url: string, loginOrigin: string): string {
  const asked = new URL(url);
  if (asked.origin !== authorityOrigin) {
    throw new Error('a token call left the authority');
  }
  return `${loginOrigin}${asked.pathname}${asked.search}`;
}

/**
 * The network of msal-node in every environment: the authority stays the real one, so that cache keys, scopes and
 * checks are those of a tenant, and only the origin of each call is replaced by the configured one.
 */
export function createNetworkClient({
  loginOrigin,
  timeoutMs,
}: NetworkClientOptions): INetworkModule {
  async function call<T>(
    method: 'GET' | 'POST',
    url: string,
    options: NetworkRequestOptions = {},
  ): Promise<NetworkResponse<T>> {
    const response = await fetch(addressOf(url, loginOrigin), {
      method,
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
      ...(options.headers && { headers: options.headers }),
      ...(options.body !== undefined && { body: options.body }),
    });
    const headers = Object.fromEntries(response.headers);
    // msal-node checks the shape of what it is given.
    return { headers, body: (await response.json()) as T, status: response.status };
  }

  return {
    sendGetRequestAsync: (url, options) => call('GET', url, options),
    sendPostRequestAsync: (url, options) => call('POST', url, options),
  };
}
