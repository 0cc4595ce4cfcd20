import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';

/** One request to the address of a file. */
export interface FileRequest {
  readonly method: 'GET' | 'PUT' | 'DELETE';
  readonly url: URL;
  readonly bytes?: Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
  /** More bytes than this are not read. */
  readonly most: number;
}

/** What came back. Redirects are not followed, and are answers like any other. */
export type FileAnswer =
  | { readonly kind: 'answered'; readonly status: number; readonly bytes: Uint8Array }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'unanswered' };

/** Sends to the address of a file. It is a key in itself: no token goes there, and nothing of it into a log. */
export type FileExchange = (request: FileRequest) => Promise<FileAnswer>;

async function readAnswer(message: IncomingMessage, most: number): Promise<FileAnswer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message) {
    size += chunk.length;
    if (size > most) return { kind: 'too-large' };
    chunks.push(chunk);
  }
  if (!message.complete) return { kind: 'unanswered' };
  return { kind: 'answered', status: message.statusCode ?? 0, bytes: Buffer.concat(chunks) };
}

function send({ method, url, bytes, headers, most }: FileRequest, signal: AbortSignal) {
  const open = url.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise<FileAnswer>((resolve, reject) => {
    const length = { 'Content-Length': String(bytes?.length ?? 0) };
    const request = open(url, { method, signal, headers: { ...headers, ...(bytes && length) } });
    request.once('error', reject);
    request.once('response', (message) => readAnswer(message, most).then(resolve, reject));
    request.end(bytes);
  });
}

/** Opens the exchange with addresses of files; each request may take `timeoutMs`. */
export function createFileExchange(timeoutMs = 60_000): FileExchange {
  return async (request) => {
    try {
      return await send(request, AbortSignal.timeout(timeoutMs));
    } catch {
      return { kind: 'unanswered' };
    }
  };
}
