/** What a call was answered. */
export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly bytes: Uint8Array;
  /** The JSON of the answer; undefined for another type. */
  readonly body: unknown;
}

/** What a call sends. A body that is a text or bytes goes out as it is. */
export interface Sent {
  readonly token?: string | undefined;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

function requestOf(method: string, { token, body, headers }: Sent): RequestInit {
  const sent = new Headers(headers);
  if (token !== undefined) sent.set('Authorization', `Bearer ${token}`);
  if (body === undefined) return { method, headers: sent };
  if (body instanceof Uint8Array) return { method, headers: sent, body: Buffer.from(body) };
  if (!sent.has('Content-Type')) sent.set('Content-Type', 'application/json');
  return { method, headers: sent, body: typeof body === 'string' ? body : JSON.stringify(body) };
}

/** Calls an address and reads the whole answer. */
export async function callApi(url: string, method: string, sent: Sent): Promise<Answered> {
  const response = await fetch(url, requestOf(method, sent));
  const bytes = new Uint8Array(await response.arrayBuffer());
  const text = new TextDecoder().decode(bytes);
  const isJson = response.headers.get('content-type')?.startsWith('application/json') ?? false;
  return {
    status: response.status,
    headers: response.headers,
    text,
    bytes,
    body: isJson && text !== '' ? JSON.parse(text) : undefined,
  };
}
