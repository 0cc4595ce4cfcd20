import fc from 'fast-check';
import { routes } from '../../src/api/routes.js';
import { people } from './support/api-people.js';
import { type ApiUnderTest, openApi, proposalOf } from './support/api-under-test.js';
import { rawRequest, statusOf } from './support/raw-request.js';

const runs = 150;
let api: ApiUnderTest;
let token: string;

beforeAll(async () => {
  api = await openApi();
  await api.have(proposalOf('proposer', 'R8-0001'));
  token = await api.mint.mint({ oid: people.secretary });
});
afterAll(() => api.close());

const texts = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('R8-0001', "' or 1 eq 1", '＝HYPERLINK', '\u202e', '9'.repeat(400), '../..'),
);
const paths = fc
  .tuple(fc.constantFrom(...routes.map(({ path }) => path)), texts)
  .map(([path, text]) => path.replace(/:number|\*/, encodeURIComponent(text.toWellFormed())));
const bodies = fc.oneof(
  fc.json(),
  texts,
  fc.record({ numbers: fc.array(texts, { maxLength: 70 }) }).map((body) => JSON.stringify(body)),
  fc
    .record({
      seq: fc.oneof(fc.integer(), fc.double(), texts),
      form: fc.dictionary(fc.constantFrom('track', 'reason', 'replyDue', '__proto__'), texts),
    })
    .map((body) => JSON.stringify(body)),
);
const headers = fc.record({
  'Content-Type': fc.constantFrom('application/json', 'application/json;charset=utf-8', 'text/a'),
  'Accept-Language': fc.stringMatching(/^[\x21-\x7e]{0,30}$/),
  'Accept-Encoding': fc.constantFrom('gzip', 'br;q=1, *;q=0', 'identity'),
});

describe('whatever is sent', () => {
  test('to any route by the secretariat, no answer is a fault and none is without a type', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('GET', 'POST', 'PUT', 'DELETE'),
        paths,
        bodies,
        headers,
        async (method, path, body, sent) => {
          const withBody = method === 'GET' ? {} : { body };
          const answer = await api.call(method, path, { token, headers: sent, ...withBody });
          expect(answer.status).toBeLessThan(500);
          expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
        },
      ),
      { numRuns: runs },
    );
  });

  test('as raw bytes, the server answers with a refusal or closes, and stands', async () => {
    const line = fc.oneof(
      fc.stringMatching(/^(GET|POST|TRACE|X) [\x21-\x7e]{1,40} HTTP\/1\.[01]$/),
      fc.string({ unit: 'binary', maxLength: 60 }),
    );
    const lines = fc.array(fc.oneof(fc.stringMatching(/^[\w-]{1,12}: [\x20-\x7e]{0,40}$/), texts), {
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(line, lines, async (first, rest) => {
        const request = [first, 'Host: a', 'Connection: close', ...rest].join('\r\n');
        // A second, sound request ends the connection, should the first one wait for more.
        const end = '\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n';
        expect(statusOf(await rawRequest(api.port, request + end))).toBeLessThan(500);
      }),
      { numRuns: runs },
    );
    expect((await api.call('GET', '/healthz')).status).toBe(200);
  });

  test('of tokens, none opens anything', async () => {
    const part = fc.base64String({ maxLength: 80 }).map((text) => text.replace(/[+/=]/g, '_'));
    await fc.assert(
      fc.asyncProperty(fc.tuple(part, part, part), async (parts) => {
        const { status } = await api.call('GET', '/api/me', { token: parts.join('.') });
        expect(status).toBe(401);
      }),
      { numRuns: runs },
    );
  });

  test('nothing of it was logged as a fault', () => {
    expect(api.logged.filter((line) => line.includes('request failed'))).toEqual([]);
  });
});
