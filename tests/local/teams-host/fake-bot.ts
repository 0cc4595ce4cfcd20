import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An activity as it arrived, with the token it came with. */
export interface Arrived {
  authorization: string;
  activity: {
    type: string;
    id: string;
    text?: string;
    serviceUrl: string;
    replyToId?: string;
    value?: unknown;
    conversation: { id: string; conversationType: string; tenantId: string };
    from: { id: string; name: string; aadObjectId: string };
    [member: string]: unknown;
  };
}

/** What the bot says to one activity; `hold` leaves the turn without an answer. */
export type BotReply = { status: number; body?: unknown } | 'hold';

/** A plain server in the place of the app: takes activities, serves the fixture tabs. */
export interface FakeBot {
  origin: string;
  arrived: Arrived[];
  answer: (activity: Arrived['activity']) => BotReply;
  close(): Promise<void>;
}

const teamsJs = 'node_modules/@microsoft/teams-js/dist/umd/MicrosoftTeams.min.js';

async function bodyOf(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

function servePage(path: string, res: ServerResponse): void {
  const script = path === '/teams-js.js';
  const file = script ? teamsJs : `${__dirname}/fixture${path}`;
  res.setHeader('Content-Type', script ? 'text/javascript' : 'text/html; charset=utf-8');
  try {
    res.end(readFileSync(file));
  } catch {
    res.statusCode = 404;
    res.end();
  }
}

/** Starts the fake bot on a free port. */
export async function startFakeBot(): Promise<FakeBot> {
  const bot: FakeBot = {
    origin: '',
    arrived: [],
    answer: () => ({ status: 200 }),
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
  const server = createServer(async (req, res) => {
    const { pathname } = new URL(req.url ?? '/', 'http://bot');
    if (pathname !== '/api/messages') return servePage(pathname, res);
    const activity: Arrived['activity'] = JSON.parse(await bodyOf(req));
    bot.arrived.push({ authorization: req.headers.authorization ?? '', activity });
    const reply = bot.answer(activity);
    if (reply === 'hold') return undefined;
    res.statusCode = reply.status;
    if (reply.body !== undefined) res.setHeader('Content-Type', 'application/json');
    res.end(reply.body === undefined ? '' : JSON.stringify(reply.body));
    return undefined;
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  bot.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return bot;
}
