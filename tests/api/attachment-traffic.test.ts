import { type ClientRequest, request } from 'node:http';
import type { AttachmentActs } from '../../src/api/deps.js';
import { mostAttachmentBytes } from '../../src/domain/attachments/attachment.js';
import { apiRefusalText } from '../../src/text/api-texts.js';
import type { ChangeOutcome } from '../../src/usecases/change-proposal.js';
import { samplePdf } from '../support/sample-files.js';
import { after as moved } from '../support/sample-proposals.js';
import { type PersonName, people } from './support/api-people.js';
import { proposalOf } from './support/api-under-test.js';
import {
  type AttachmentDesk,
  attachmentPath,
  openAttachmentDesk,
} from './support/attachment-desk.js';

let desk: AttachmentDesk;
let open: ClientRequest[] = [];

afterEach(async () => {
  for (const each of open) each.destroy();
  open = [];
  await desk.api.close();
});

interface HeadAnswer {
  readonly status: number;
  readonly code: string;
  readonly wait: string | undefined;
}

interface Said {
  readonly number?: string;
  readonly ending?: string;
  readonly consent?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends what is said of a file and none of its bytes; the answer, if one comes without them. */
async function announce(
  as: PersonName,
  { number, ending = 'pdf', consent = 'yes', headers }: Said,
) {
  const token = await desk.api.mint.mint({ oid: people[as], name: as });
  const query = new URLSearchParams({ ending, consent });
  const sent = request(`${desk.api.origin}${attachmentPath(number)}?${query}`, {
    method: 'PUT',
    headers: {
      Authorization: `Bearer ${token}`,
      'Content-Type': 'application/octet-stream',
      'Content-Length': '1000000',
      ...headers,
    },
  });
  open.push(sent);
  const answer = new Promise<HeadAnswer>((resolve, reject) => {
    sent.once('error', reject);
    sent.once('response', (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (piece: string) => {
        text += piece;
      });
      response.once('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          code: JSON.parse(text).code,
          wait: response.headers['retry-after'],
        }),
      );
    });
  });
  answer.catch(() => {});
  sent.flushHeaders();
  return { sent, answer };
}

/** Asks until the answer is the one that is waited for. */
async function until<T>(ask: () => Promise<T>, isIt: (answer: T) => boolean): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (isIt(answer)) return answer;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

const isRefusedForNow = ({ status }: { readonly status: number }) => [429, 503].includes(status);

describe('before a byte of a file is read', () => {
  beforeEach(async () => {
    desk = await openAttachmentDesk();
  });

  test.each<[string, PersonName, Said, number, string]>([
    ['a number never given', 'proposer', { number: 'R8-9999' }, 404, 'not-found'],
    ['the proposal of another person', 'colleague', {}, 404, 'not-found'],
    ['no confirmation', 'proposer', { consent: 'no' }, 422, 'attachment-consent-missing'],
    ['an ending that is not taken', 'proposer', { ending: 'exe' }, 415, 'attachment-kind-unknown'],
    [
      'an ending with a sign that turns it round',
      'proposer',
      { ending: '\u202efdp' },
      415,
      'attachment-kind-unknown',
    ],
    ['an ending of files with macros', 'proposer', { ending: 'xlam' }, 422, 'attachment-macros'],
    [
      'a query that is not as it must be',
      'proposer',
      { consent: 'perhaps' },
      400,
      'broken-request',
    ],
    [
      'a size above the limit',
      'proposer',
      { headers: { 'Content-Length': String(mostAttachmentBytes + 1) } },
      413,
      'attachment-too-large',
    ],
    [
      'another content type',
      'proposer',
      { headers: { 'Content-Type': 'application/pdf' } },
      415,
      'wrong-content-type',
    ],
    [
      'packed content',
      'proposer',
      { headers: { 'Content-Encoding': 'gzip' } },
      415,
      'wrong-content-type',
    ],
  ])('%s is refused', async (_said, as, said, status, code) => {
    const { answer } = await announce(as, said);
    expect(await answer).toMatchObject({ status, code });
  });

  test('a proposal whose review has begun is refused, and who may not change it', async () => {
    await desk.become((proposal) => moved(proposal, 'begin-review'));
    const own = await announce('proposer', {});
    expect(await own.answer).toMatchObject({ status: 409, code: 'review-has-begun' });
    const other = await announce('colleague', {});
    expect(await other.answer).toMatchObject({ status: 403, code: 'not-permitted' });
  });

  test('the lists are only asked where another state could lift the refusal', async () => {
    await desk.become((proposal) => moved(proposal, 'begin-review'));
    let reads = 0;
    desk.api.list.onCall = (call) => {
      if (call === 'read') reads += 1;
    };
    await (await announce('colleague', {})).answer;
    expect(reads).toBe(0);
    await (await announce('proposer', {})).answer;
    expect(reads).toBe(1);
  });
});

describe('with two files for each person and three in total', () => {
  beforeEach(async () => {
    desk = await openAttachmentDesk({
      config: {
        attachmentLimit: { perPerson: 2, total: 3, sentWithinMs: 60_000, takenWithinMs: 60_000 },
      },
    });
    await desk.api.have(proposalOf('colleague', 'R8-0002'));
    await desk.api.have(proposalOf('secretary', 'R8-0003'));
    await desk.attach();
  });

  /** Two files of the proposer whose bytes do not come. */
  async function holdTwo() {
    const held = [await announce('proposer', {}), await announce('proposer', {})];
    await until(() => desk.read('proposer'), isRefusedForNow);
    return held;
  }

  test('a third file of a person is refused, in or out, and says when to try again', async () => {
    await holdTwo();
    const { answer } = await announce('proposer', {});
    expect(await answer).toStrictEqual({ status: 429, code: 'own-files-under-way', wait: '5' });
    const reading = await desk.read('proposer');
    expect(reading.status).toBe(429);
    expect(reading.headers.get('retry-after')).toBe('5');
    expect(reading.body).toStrictEqual({
      code: 'own-files-under-way',
      message: apiRefusalText('own-files-under-way', 'ja'),
    });
    expect(
      desk.api.logged.filter((line) => line.includes('too many files')).length,
    ).toBeGreaterThan(0);
  });

  test('other people go on until all turns are taken, and then read that it is crowded', async () => {
    await holdTwo();
    const handed = await desk.attach({ as: 'colleague', number: 'R8-0002' });
    expect(handed.status).toBe(200);
    await announce('colleague', { number: 'R8-0002' });
    const crowded = await until(() => desk.read('secretary', 'R8-0003'), isRefusedForNow);
    expect(crowded.status).toBe(503);
    expect(crowded.headers.get('retry-after')).toBe('5');
    expect(crowded.body).toMatchObject({ code: 'files-under-way' });
  });

  test('whoever hangs up gives the turn back', async () => {
    const [first] = await holdTwo();
    first?.sent.destroy();
    const answer = await until(
      () => desk.read('proposer'),
      (each) => !isRefusedForNow(each),
    );
    expect(answer.status).toBe(200);
  });

  test('every file that was taken or refused gives its turn back', async () => {
    for (let round = 0; round < 5; round += 1) {
      expect((await desk.read('proposer')).status).toBe(200);
      expect((await desk.attach({ replace: 'yes', body: Buffer.from('x') })).status).toBe(422);
      expect((await desk.attach({ replace: 'yes', body: samplePdf() })).status).toBe(200);
    }
  });
});

const refuse = async (): Promise<ChangeOutcome> => ({
  kind: 'refused',
  refusal: { code: 'not-found' },
});

/** A desk where reading a file is what `read` says. */
function deskWith(read: AttachmentActs['read'], takenWithinMs: number): Promise<AttachmentDesk> {
  return openAttachmentDesk({
    config: { attachmentLimit: { perPerson: 1, total: 9, sentWithinMs: 60_000, takenWithinMs } },
    deps: { attachments: { ask: async () => undefined, attach: refuse, remove: refuse, read } },
  });
}

/** Begins to read the file of a proposal. */
async function beginReading(): Promise<ClientRequest> {
  const token = await desk.api.mint.mint({ oid: people.proposer, name: 'p' });
  const headers = { Authorization: `Bearer ${token}` };
  const reading = request(`${desk.api.origin}${attachmentPath()}`, { headers });
  open.push(reading);
  reading.on('error', () => {});
  reading.end();
  return reading;
}

test('a reader who does not take the file is cut off, and the turn is free again', async () => {
  let reads = 0;
  const whole = Buffer.alloc(32 * 1024 * 1024);
  desk = await deskWith(async () => {
    reads += 1;
    const bytes = reads === 1 ? whole : Buffer.from('x');
    return { kind: 'read', name: 'R8-0001.pdf', bytes };
  }, 1_500);
  const reading = await beginReading();
  // Its bytes are left where they are.
  const answer = new Promise((resolve) => reading.once('response', resolve));
  await answer;
  expect((await desk.read('proposer')).status).toBe(429);
  const next = await until(
    () => desk.read('proposer'),
    (each) => !isRefusedForNow(each),
  );
  expect(next.status).toBe(200);
});

test('a reader who hangs up keeps the turn until the work for it is done', async () => {
  let finish = () => {};
  const working = new Promise<void>((resolve) => {
    finish = resolve;
  });
  let begun = 0;
  desk = await deskWith(async () => {
    begun += 1;
    await working;
    return { kind: 'refused', refusal: { code: 'no-attachment' } };
  }, 60_000);
  const reading = await beginReading();
  const gone = new Promise((resolve) => reading.once('close', resolve));
  await until(
    async () => begun,
    (count) => count === 1,
  );
  reading.destroy();
  await gone;
  for (let round = 0; round < 5; round += 1) {
    expect((await desk.read('proposer')).status).toBe(429);
  }
  finish();
  const answer = await until(
    () => desk.read('proposer'),
    (each) => each.status !== 429,
  );
  expect(answer.body).toMatchObject({ code: 'no-attachment' });
});
