import { type ClientRequest, request } from 'node:http';
import { apiRefusalText } from '../../src/text/api-texts.js';
import { samplePdf } from '../support/sample-files.js';
import { people } from './support/api-people.js';
import {
  type AttachmentDesk,
  attachmentPath,
  openAttachmentDesk,
} from './support/attachment-desk.js';
import { rawRequest, statusOf } from './support/raw-request.js';

let desk: AttachmentDesk;
const open: ClientRequest[] = [];

afterEach(async () => {
  for (const each of open.splice(0)) each.destroy();
  await desk.api.close();
});

/** A server that waits so long for a file, and for anything else. */
async function waits(sentWithinMs: number, arrivalMs: number): Promise<void> {
  const attachmentLimit = { perPerson: 1, total: 1, sentWithinMs, takenWithinMs: 60_000 };
  desk = await openAttachmentDesk({ config: { attachmentLimit, arrivalMs } });
}

/** Sends the first bytes of a file as the proposer. */
async function beginUpload(file: Uint8Array, language = 'ja') {
  const token = await desk.api.mint.mint({ oid: people.proposer, name: 'p' });
  const sent = request(`${desk.api.origin}${attachmentPath()}?ending=pdf&consent=yes`, {
    method: 'PUT',
    headers: {
      Authorization: `Bearer ${token}`,
      'Accept-Language': language,
      'Content-Type': 'application/octet-stream',
      'Content-Length': file.length,
    },
  });
  open.push(sent);
  const answer = new Promise<{ status: number | undefined; text: string }>((resolve, reject) => {
    sent.once('error', reject);
    sent.once('response', (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (piece: string) => {
        text += piece;
      });
      response.once('end', () => resolve({ status: response.statusCode, text }));
    });
  });
  answer.catch(() => {});
  sent.write(file.subarray(0, 10));
  return { sent, answer };
}

/** Sends a request whose body does not come; what came back until the connection closed. */
function beginBody(path: string, headers: readonly string[] = []): Promise<string> {
  const lines = [`POST ${path} HTTP/1.1`, 'Host: a', ...headers, 'Content-Length: 9', '', '{'];
  return rawRequest(desk.api.port, lines.join('\r\n'));
}

async function asSecretary(): Promise<readonly string[]> {
  const token = await desk.api.mint.mint({ oid: people.secretary, name: 's' });
  return [`Authorization: Bearer ${token}`, 'Content-Type: application/json'];
}

test('a file may take longer than anything else', async () => {
  // Long enough for the file to have got its turn, also on a busy machine.
  await waits(60_000, 1_500);
  const file = samplePdf();
  const { sent, answer } = await beginUpload(file);
  // A request that came later was given up.
  await beginBody('/api/messages');
  sent.end(file.subarray(10));
  expect(await answer).toMatchObject({ status: 200 });
});

test.each(['ja', 'en'] as const)(
  'a file that takes too long is told so (%s), and the turn goes to others',
  async (locale) => {
    await waits(100, 60_000);
    const { answer } = await beginUpload(samplePdf(), locale);
    const { status, text } = await answer;
    expect([status, JSON.parse(text)]).toEqual([
      422,
      { code: 'attachment-too-slow', message: apiRefusalText('attachment-too-slow', locale) },
    ]);
    let next = await desk.attach();
    while (next.status === 429) next = await desk.attach();
    expect(next.status).toBe(200);
  },
);

test('any other body that takes too long is answered 408, and its connection ends', async () => {
  await waits(60_000, 100);
  const written = await beginBody('/api/bulk/begin-review', await asSecretary());
  expect(statusOf(written)).toBe(408);
  expect(written).toMatch(/^Connection: close\r$/m);
  expect(written).toContain('"code":"too-slow"');
});

test('who was answered already keeps no connection by a body that does not come', async () => {
  await waits(60_000, 100);
  const ways = ['/api/bulk/begin-review', '/api/messages', '/api/nothing'];
  const answers = await Promise.all(ways.map((path) => beginBody(path)));
  expect(answers.map(statusOf)).toEqual([401, 202, 404]);
});
