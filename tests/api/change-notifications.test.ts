import { type ApiOptions, type ApiUnderTest, openApi } from './support/api-under-test.js';

const mark = '0123456789abcdef';
const path = `/api/change-notifications/${mark}`;
const strangers = '/api/change-notifications/0123456789abcdee';
const token =
  'Validation: Testing client application reachability for subscription Request-Id: 3f0b2a9c';
const inQuery = new URLSearchParams({ validationToken: token }).toString();

let posted: unknown[] = [];
let isOurs = true;
let api: ApiUnderTest;

const listening: ApiOptions = {
  deps: {
    changeDoor: {
      isOwnMark: (brought) => brought === mark,
      take: (body) => {
        posted.push(body);
        return isOurs;
      },
    },
  },
  config: { doorLimit: { burst: 5, perSecond: 1 }, strangerLimit: { burst: 2, perSecond: 1 } },
};

beforeAll(async () => {
  api = await openApi(listening);
});
afterAll(() => api.close());
beforeEach(() => {
  posted = [];
  isOurs = true;
  // Each test has the whole allowance.
  api.later(60_000);
});

const handshake = (query = inQuery, at = path) =>
  api.call('POST', `${at}?${query}`, {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
const post = (body: unknown, headers = {}, at = path) => api.call('POST', at, { body, headers });

test('the token of the handshake is given back, decoded, as plain text, to anybody', async () => {
  const answer = await handshake();
  expect([answer.status, answer.text]).toEqual([200, token]);
  expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  expect((await handshake('validationToken=a%2Bb%20c%3A%E8%8A%BD')).text).toBe('a+b c:芽');
  expect(posted).toEqual([]);
});

test.each([
  ['holds mark-up', new URLSearchParams({ validationToken: '<script>' }).toString()],
  ['is empty', 'validationToken='],
  ['holds a line end', 'validationToken=a%0Ab'],
  ['is far too long', `validationToken=${'x'.repeat(1_025)}`],
])('a token that %s is not given back', async (_, query) => {
  const { status, text } = await handshake(query);
  expect(status).toBe(400);
  expect(text).not.toContain('script');
});

test('what Graph tells is taken at once, with 202 and nothing said', async () => {
  const body = { value: [{ subscriptionId: 'a' }] };
  const answer = await post(body, { 'Content-Type': 'application/json; charset=utf-8' });
  expect([answer.status, answer.text]).toEqual([202, '']);
  expect(posted).toEqual([body]);
});

test('what is of no subscription is refused without a word', async () => {
  isOurs = false;
  const answer = await post({ value: [{ subscriptionId: 'a' }] });
  expect([answer.status, answer.text]).toEqual([403, '']);
});

test.each<[string, unknown, object, number]>([
  ['of another type', '{}', { 'Content-Type': 'text/plain' }, 415],
  ['that is no JSON', '{', {}, 400],
  ['that names a member twice', '{"value":[],"value":[]}', {}, 400],
  ['that is too large', `{"value":"${'x'.repeat(64 * 1024)}"}`, {}, 413],
])('a body %s is not looked at', async (_, body, headers, status) => {
  expect((await post(body, headers)).status).toBe(status);
  expect(posted).toEqual([]);
});

test('other methods are not served', async () => {
  for (const method of ['GET', 'PUT', 'DELETE']) {
    expect((await api.call(method, path)).status).toBe(405);
  }
});

test('who floods the door is asked to wait, and keeps Graph from no handshake', async () => {
  const flood = await Promise.all(Array.from({ length: 20 }, () => post({ value: [] })));
  const refused = flood.filter(({ status }) => status === 429);
  expect([flood.length - refused.length, posted.length]).toEqual([5, 5]);
  expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await handshake()).status).toBe(200);
  api.later(1_000);
  expect((await post({ value: [] })).status).toBe(202);
});

test('who does not know the mark keeps Graph from nothing, and is answered alike', async () => {
  isOurs = false;
  const asked = await handshake(inQuery, strangers);
  expect([asked.status, asked.text]).toEqual([200, token]);
  const told = await post({ value: [] }, {}, strangers);
  expect([told.status, told.text]).toEqual([403, '']);
  for (let number = 0; number < 6; number += 1) {
    expect((await handshake(inQuery, `${strangers}${number}`)).status).toBe(429);
    expect((await post({ value: [] }, {}, strangers)).status).toBe(429);
  }
  isOurs = true;
  expect((await handshake()).status).toBe(200);
  expect((await post({ value: [] })).status).toBe(202);
});

test('without the setting there is no such door', async () => {
  const closed = await openApi();
  const answers = await Promise.all([
    closed.call('POST', path, { body: { value: [] } }),
    closed.call('POST', `${path}?${inQuery}`),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([404, 404]);
  await closed.close();
});
