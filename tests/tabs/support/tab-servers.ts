import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { tabPolicy } from '../../../src/api/security-headers.js';
import { answerOf } from './fake-answers.js';
import type { FakeOffice } from './fake-office.js';
import { type HostWish, hostPage } from './host-page.js';

const built = join(__dirname, '../../../dist/tabs');
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.png': 'image/png',
};

/** One call the tab made to the API. */
export interface SeenCall {
  readonly method: string;
  readonly path: string;
  readonly token: string;
  readonly language: string;
}

/** The two servers of a test: the app with a fake API, and the host page on another origin. */
export interface TabServers {
  readonly hostOrigin: string;
  readonly seen: SeenCall[];
  /** Address of the host page around a surface of the tab, such as `?surface=personal`. */
  readonly hostAddress: (query: string, wish?: Omit<HostWish, 'tab'>) => string;
  readonly close: () => Promise<void>;
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const text = Buffer.concat(chunks).toString('utf8');
  return text === '' ? {} : JSON.parse(text);
}

async function serveTab(response: ServerResponse, path: string, hostOrigin: string): Promise<void> {
  const name = path === '/tabs/' ? 'index.html' : normalize(path.slice('/tabs/'.length));
  if (name.startsWith('..')) throw new Error('outside');
  const file = await readFile(join(built, name));
  response.setHeader('Content-Type', types[extname(name)] ?? 'application/octet-stream');
  if (name !== 'index.html') return void response.end(file);
  const nonce = randomUUID();
  const config = JSON.stringify({ validMessageOrigins: [hostOrigin], teamsAppId: 'app' });
  response.setHeader('Content-Security-Policy', tabPolicy(nonce, [hostOrigin]));
  response.end(
    file.toString('utf8').replaceAll('%CSP_NONCE%', nonce).replaceAll('%CONFIG_JSON%', config),
  );
}

async function serveApi(
  office: FakeOffice,
  seen: SeenCall[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = decodeURIComponent(request.url ?? '');
  const language = String(request.headers['accept-language'] ?? '');
  const token = String(request.headers.authorization ?? '');
  seen.push({ method: request.method ?? '', path, token, language });
  const body = Object(await bodyOf(request));
  const answer = answerOf(office, path, body, language === 'en' ? 'en' : 'ja');
  response.statusCode = answer.status;
  response.setHeader('Content-Type', 'application/json');
  response.setHeader('Date', new Date(office.now).toUTCString());
  response.end(JSON.stringify(answer.body));
}

/** Starts both servers. */
export async function startTabServers(office: FakeOffice): Promise<TabServers> {
  const seen: SeenCall[] = [];
  let hostOrigin = '';
  const app = createServer((request, response) => {
    const path = (request.url ?? '').split('?')[0] ?? '';
    const served = path.startsWith('/api/')
      ? serveApi(office, seen, request, response)
      : serveTab(response, path, hostOrigin);
    served.catch(() => {
      response.statusCode = 404;
      response.end();
    });
  });
  const tabOrigin = await listen(app);
  const host = createServer((request, response) => {
    const asked = new URL(request.url ?? '', hostOrigin).searchParams.get('wish');
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(asked === null ? '' : hostPage(JSON.parse(asked)));
  });
  hostOrigin = await listen(host);
  return {
    hostOrigin,
    seen,
    hostAddress: (query, wish = {}) => {
      const whole: HostWish = { ...wish, tab: `${tabOrigin}/tabs/${query}` };
      return `${hostOrigin}/?wish=${encodeURIComponent(JSON.stringify(whole))}`;
    },
    close: async () => {
      for (const server of [app, host]) {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }
    },
  };
}
