import { gzipSync } from 'node:zlib';
import { refusalAnswer } from '../../src/contract/common-answers.js';
import { sampleNow } from '../support/sample-proposals.js';
import { type ApiUnderTest, openApi, proposalOf } from './support/api-under-test.js';
import { rawRequest, statusOf } from './support/raw-request.js';
import { forgedToken } from './support/token-mint.js';

const asSecretary = { as: 'secretary' as const };
const begin = '/api/bulk/begin-review';
let api: ApiUnderTest;

beforeAll(async () => {
  api = await openApi();
  await api.have(proposalOf('proposer', 'R8-0001'));
});
afterAll(() => api.close());

/** Posts raw JSON as the secretary and answers the status; every refusal must have the shape of one. */
async function post(body: string, headers = {}, path = begin): Promise<number> {
  const answer = await api.call('POST', path, { ...asSecretary, body, headers });
  if (answer.status >= 400) refusalAnswer.parse(answer.body);
  return answer.status;
}

const raw = async (lines: readonly string[], body = ''): Promise<number> =>
  statusOf(await rawRequest(api.port, `${lines.join('\r\n')}\r\n\r\n${body}`));

describe('a caller without a sound token', () => {
  test.each<[string, Record<string, string>]>([
    ['nothing', {}],
    ['another scheme', { Authorization: 'Basic c2VjcmV0YXJ5Og==' }],
    ['no token', { Authorization: 'Bearer ' }],
    ['rubbish', { Authorization: 'Bearer a b' }],
    ['an unsigned token', { Authorization: `Bearer ${forgedToken({ alg: 'none' }, {})}` }],
    ['a cookie', { Cookie: 'token=x' }],
  ])('who sends %s gets one uniform answer', async (_, headers) => {
    const answer = await api.call('GET', '/api/me', { headers });
    expect(answer.status).toBe(401);
    expect(answer.body).toEqual({
      code: 'not-signed-in',
      message: 'サインインを確かめられませんでした。画面を開き直してください。',
    });
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
  });

  test('or with two of them is refused, though each is sound', async () => {
    const token = await api.mint.mint();
    const header = `Authorization: Bearer ${token}`;
    const lines = ['GET /api/me HTTP/1.1', 'Host: a', header, 'Connection: close'];
    expect(await raw(lines)).toBe(200);
    expect(await raw([...lines, header])).toBe(401);
  });

  test('is told in English where English is asked for', async () => {
    const headers = { 'Accept-Language': 'en-US,en;q=0.9' };
    const answer = await api.call('GET', '/api/me', { headers });
    expect(answer.text).toContain('Your sign-in could not be confirmed.');
  });

  test('is not let in while the keys are out of reach, and is told to come back', async () => {
    const other = await openApi({ deps: { checkUserToken: async () => 'unavailable' } });
    const answer = await other.call('GET', '/api/me', asSecretary);
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('30');
    await other.close();
  });
});

describe('a body', () => {
  const good = '{"items":[{"number":"R8-9999"}]}';

  test.each([
    'application/json',
    'application/json; charset=utf-8',
    'Application/JSON;charset=UTF-8',
  ])('of type %s is read', async (type) => {
    expect(await post(good, { 'Content-Type': type })).toBe(200);
  });

  test.each([
    'text/plain',
    'text/plain;application/json',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/json; charset=shift_jis',
    'application/jsonp',
  ])('of type %s is refused', async (type) => {
    expect(await post(good, { 'Content-Type': type })).toBe(415);
  });

  test('without a type or packed is refused', async () => {
    expect(await post('', { 'Content-Type': '' })).toBe(415);
    const token = await api.mint.mint({ oid: '00000000-0000-4000-8000-0000000000bb' });
    const packed = gzipSync('['.repeat(1e6));
    const head = [
      `POST ${begin} HTTP/1.1`,
      'Host: a',
      `Authorization: Bearer ${token}`,
      'Content-Type: application/json',
      'Content-Encoding: gzip',
      'Connection: close',
      `Content-Length: ${packed.length}`,
    ];
    const bytes = Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), packed]);
    expect(statusOf(await rawRequest(api.port, bytes))).toBe(415);
  });

  test.each<[string, string]>([
    ['empty', ''],
    ['cut off', '{"items":[{"number":"R8-0001"'],
    ['an array', '["R8-0001"]'],
    ['a text', '"R8-0001"'],
    ['null', 'null'],
    ['with a name twice', '{"items":[{"number":"R8-0001"}],"items":[{"number":"R8-0002"}]}'],
    [
      'with a prototype',
      '{"__proto__":{"items":[{"number":"R8-0001"}]},"items":[{"number":"R8-0001"}]}',
    ],
    ['with a constructor', '{"items":[{"number":"R8-0001"}],"constructor":{"prototype":{"a":1}}}'],
    ['deep', `${'['.repeat(30_000)}${']'.repeat(30_000)}`],
    ['with a name too many', '{"items":[{"number":"R8-0001"}],"role":"administrator"}'],
    [
      'with status and proposer',
      '{"items":[{"number":"R8-0001"}],"status":"decided","proposerId":"x"}',
    ],
    ['with a number for a text', '{"items":[{"number":1}]}'],
    ['with nothing in the list', '{"items":[]}'],
    ['with too much in the list', JSON.stringify({ items: Array(61).fill({ number: 'R8-0001' }) })],
    ['with a half character', '{"items":[{"number":"\\ud800"}]}'],
  ])('%s is refused without any change', async (_, body) => {
    expect(await post(body)).toBe(400);
    expect(api.register.proposalByNumber('R8-0001')?.value.status).toBe('received');
    expect(({} as Record<string, unknown>)['a']).toBeUndefined();
  });

  test.each(['"1"', '1e309', '1.5', '-1', '0', 'NaN', '9007199254740993', 'null', 'true'])(
    'with %s for a place in the trail is refused',
    async (seq) => {
      const path = '/api/proposals/R8-0001/publish';
      expect(await post(`{"seq":${seq}}`, {}, path)).toBe(400);
    },
  );

  test('of more than 64 KB is refused, announced or not', async () => {
    expect(await post(JSON.stringify({ items: [{ number: 'x'.repeat(64 * 1024) }] }))).toBe(413);
    const token = await api.mint.mint({ oid: '00000000-0000-4000-8000-0000000000bb' });
    const chunk = `4000\r\n${'x'.repeat(0x4000)}\r\n`;
    const lines = [
      `POST ${begin} HTTP/1.1`,
      'Host: a',
      `Authorization: Bearer ${token}`,
      'Content-Type: application/json',
      'Transfer-Encoding: chunked',
      'Connection: close',
    ];
    expect(await raw(lines, `${chunk.repeat(5)}0\r\n\r\n`)).toBe(413);
  });

  test('in another encoding than UTF-8 is refused', async () => {
    const token = await api.mint.mint({ oid: '00000000-0000-4000-8000-0000000000bb' });
    const response = await fetch(api.origin + begin, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
      body: Buffer.from([
        ...Buffer.from('{"items":[{"number":"'),
        0x8e,
        0x9f,
        ...Buffer.from('"}]}'),
      ]),
    });
    expect(response.status).toBe(400);
  });
});

describe('a request line', () => {
  test.each([
    ['GET', '/api/nothing', 404],
    ['GET', '/', 404],
    ['GET', '/tabs', 404],
    ['GET', '/API/ME', 404],
    ['GET', '/api/me/', 404],
    ['PUT', '/api/me', 405],
    ['POST', '/api/me', 405],
    ['DELETE', '/api/triage/R8-0001', 405],
    ['OPTIONS', '/api/triage', 405],
    ['HEAD', '/api/me', 405],
    ['GET', '/api/messages', 405],
    ['PATCH', '/healthz', 405],
  ])('%s %s is answered %i', async (method, path, status) => {
    const answer = await api.call(method, path, asSecretary);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('allow') !== null).toBe(status === 405);
    if (method !== 'HEAD') refusalAnswer.parse(answer.body);
  });

  test.each([
    ['TRACE /api/me HTTP/1.1', 405],
    ['GET http://evil.example/api/me HTTP/1.1', 400],
    ['OPTIONS * HTTP/1.1', 400],
    ['GET //evil.example/api/me HTTP/1.1', 400],
    ['GET /tabs/../api/me HTTP/1.1', 400],
    ['GET /tabs/%2e%2e/package.json HTTP/1.1', 400],
    ['GET /tabs/..%2f..%2fpackage.json HTTP/1.1', 400],
    ['GET /tabs/%5c..%5cpackage.json HTTP/1.1', 400],
    ['GET /api/proposals/%E3%81 HTTP/1.1', 400],
    ['GET /api/proposals/%00 HTTP/1.1', 400],
    ['GET /api/proposals/"<script>" HTTP/1.1', 400],
    ['BREW /api/me HTTP/1.1', 400],
    ['GET /api/me HTTP/9.9', 400],
  ])('%s is answered %i', async (line, status) => {
    expect(await raw([line, 'Host: a', 'Connection: close'])).toBe(status);
  });

  test('of HTTP/1.0 is served', async () => {
    expect(await raw(['GET /healthz HTTP/1.0'])).toBe(200);
  });
});

describe('headers', () => {
  test.each(['[', 'a b', 'a:99999', 'a/b', 'user@a', 'a\\b'])(
    'with "%s" for a host are refused and the server stands',
    async (host) => {
      expect(await raw(['GET /healthz HTTP/1.1', `Host: ${host}`, 'Connection: close'])).toBe(400);
      expect((await api.call('GET', '/healthz')).status).toBe(200);
    },
  );

  test('with both a length and chunks, or without a host, are refused', async () => {
    const both = ['Content-Length: 3', 'Transfer-Encoding: chunked'];
    expect(await raw([`POST ${begin} HTTP/1.1`, 'Host: a', ...both])).toBe(400);
    expect(await raw(['GET /healthz HTTP/1.1', 'Connection: close'])).toBe(400);
  });

  test('may be a hundred, and not 64 KB', async () => {
    const many = Array.from({ length: 100 }, (_, index) => `X-${index}: y`);
    const lines = ['GET /healthz HTTP/1.1', 'Host: a', 'Connection: close'];
    expect(await raw([...lines, ...many])).toBe(200);
    expect(await raw([...lines, `X-Long: ${'y'.repeat(65_536)}`])).toBe(431);
  });
});

describe('too many requests of one person', () => {
  test('are refused with a time to wait, logged, and do not touch others', async () => {
    const limited = await openApi({ config: { rateLimit: { burst: 3, perSecond: 0.5 } } });
    const statuses: number[] = [];
    for (let number = 1; number <= 5; number += 1) {
      const path = `/api/proposals/R8-000${number}`;
      statuses.push((await limited.call('GET', path, { as: 'colleague' })).status);
    }
    expect(statuses).toEqual([404, 404, 404, 429, 429]);
    const refused = await limited.call('GET', '/api/me', { as: 'colleague' });
    expect(refused.headers.get('retry-after')).toBe('2');
    expect(limited.logged.filter((line) => line.includes('too many requests'))).toHaveLength(3);
    expect((await limited.call('GET', '/api/me', asSecretary)).status).toBe(200);
    limited.at(sampleNow + 4_000);
    expect((await limited.call('GET', '/api/me', { as: 'colleague' })).status).toBe(200);
    await limited.close();
  });
});
