import { request } from 'node:http';
import { connect } from 'node:net';
import type { TokenChanges } from '../support/bot-channel.js';
import {
  type OpenBot,
  openBot,
  personalActivity,
  sentCards,
  tenantId,
} from '../support/open-bot.js';

let bot: OpenBot;
beforeAll(async () => {
  bot = await openBot();
});
afterAll(() => bot.close());
beforeEach(() => {
  bot.connector.calls.length = 0;
});

const sound = () => personalActivity(bot.connector.serviceUrl);

async function expectStopped(answer: Response, status: number): Promise<void> {
  expect(answer.status).toBe(status);
  expect(await answer.text()).toBe('');
  expect(sentCards(bot)).toEqual([]);
}

test.each<[string, TokenChanges]>([
  ['for another app', { claims: { aud: 'someone' } }],
  ['of another issuer', { claims: { iss: 'https://evil.example' } }],
  ['that has expired', { claims: { exp: 1 } }],
  ['for another service address', { claims: { serviceurl: 'https://evil.example/' } }],
  ['of an unknown key', { header: { kid: 'k9' } }],
])('a token %s gets the uniform answer', async (_name, changes) => {
  await expectStopped(await bot.post({ text: 'ヘルプ' }, changes), 401);
});

test.each([
  ['none', undefined],
  ['empty', ''],
  ['Basic', 'Basic dXNlcjpwYXNz'],
  ['too long to be one', `Bearer ${'a'.repeat(12_000)}.b.c`],
])('an Authorization header that is %s gets the uniform answer', async (_name, authorization) => {
  const headers = { 'content-type': 'application/json', ...(authorization && { authorization }) };
  const body = JSON.stringify({ ...sound(), text: 'ヘルプ' });
  await expectStopped(await fetch(bot.url, { method: 'POST', headers, body }), 401);
});

test.each([
  ['http where https is listed', 'http://smba.trafficmanager.net/jp/'],
  ['a host that only begins alike', 'https://smba.trafficmanager.net.evil.tld/'],
  ['a user part', 'https://evil@smba.trafficmanager.net/jp/'],
  ['another name below the domain', 'https://x.trafficmanager.net/'],
  ['a loopback address on another port', 'http://127.0.0.1:1/connector/'],
  ['an IPv6 loopback', 'http://[::1]/'],
  ['a metadata address', 'http://169.254.169.254/'],
  ['a homograph', 'https://smbа.trafficmanager.net/'],
  ['a trailing dot', 'https://smba.trafficmanager.net./'],
  ['another port', 'https://smba.trafficmanager.net:8443/'],
  ['no address', 'smba'],
])('a service address with %s gets the uniform answer and no call', async (_name, serviceUrl) => {
  const token = { claims: { serviceurl: serviceUrl } };
  await expectStopped(await bot.post({ serviceUrl, text: 'ヘルプ' }, token), 401);
  expect(bot.connector.calls).toEqual([]);
});

test('a path outside the listed one gets the uniform answer', async () => {
  const serviceUrl = bot.connector.serviceUrl.replace('/connector/', '/connector/../other/');
  const token = { claims: { serviceurl: serviceUrl } };
  await expectStopped(await bot.post({ serviceUrl, text: 'ヘルプ' }, token), 401);
});

test.each<[string, Record<string, unknown>]>([
  ['another tenant', { conversation: { id: 'a', tenantId: 'other' }, channelData: undefined }],
  ['no tenant at all', { conversation: { id: 'a' }, channelData: undefined }],
  [
    'two tenants',
    { conversation: { id: 'a', tenantId }, channelData: { tenant: { id: 'other' } } },
  ],
])('an activity of %s gets the uniform answer', async (_name, changes) => {
  await expectStopped(await bot.post({ text: 'ヘルプ', ...changes }), 401);
});

test.each<[string, Record<string, unknown>]>([
  ['no type', { type: undefined }],
  ['a number as type', { type: 5 }],
  ['no id', { id: undefined }],
  ['no service address', { serviceUrl: undefined }],
  ['an empty service address', { serviceUrl: '' }],
  ['another channel', { channelId: 'emulator' }],
  ['a text as sender', { from: '29:x' }],
  ['no person', { from: { id: '29:x' } }],
  ['a person id that is none', { from: { id: '29:x', aadObjectId: "' or 1 eq 1" } }],
  ['no conversation', { conversation: undefined }],
  ['a list as conversation', { conversation: [] }],
  ['a number as text', { text: 5 }],
  ['an endless locale', { locale: 'j'.repeat(100) }],
])('an activity with %s is a bad request', async (_name, changes) => {
  await expectStopped(await bot.post({ text: 'ヘルプ', ...changes }), 400);
});

const asText = (activity: object): string => JSON.stringify(activity);

test.each<[string, () => BodyInit]>([
  ['empty', () => ''],
  ['not JSON', () => '{'],
  ['a list', () => '[]'],
  ['null', () => 'null'],
  ['a text', () => '"x"'],
  ['nested 100,000 deep', () => `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
  [
    'nested 40 deep',
    () => asText({ ...sound(), value: JSON.parse('['.repeat(40) + ']'.repeat(40)) }),
  ],
  ['with a name twice', () => asText(sound()).replace('{', '{"type":"message",')],
  ['with __proto__', () => asText(sound()).replace('{', '{"__proto__":{"isAdmin":true},')],
  ['with constructor', () => asText({ ...sound(), value: { constructor: 1 } })],
  ['with a number too large', () => asText(sound()).replace('{', '{"big":1e309,')],
  ['with NaN', () => asText(sound()).replace('{', '{"big":NaN,')],
  ['with a lone surrogate', () => asText(sound()).replace('{', String.raw`{"text":"\ud842",`)],
  ['invalid UTF-8', () => new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])],
  ['UTF-16', () => new Uint8Array(Buffer.from(asText(sound()), 'utf16le'))],
  ['Shift_JIS', () => new Uint8Array([0x7b, 0x22, 0x82, 0xa0, 0x22, 0x3a, 0x31, 0x7d])],
])('a body that is %s is a bad request', async (_name, body) => {
  await expectStopped(await bot.postRaw(body()), 400);
  expect(Reflect.get({}, 'isAdmin')).toBeUndefined();
});

test.each(['text/plain', 'application/json; charset=shift_jis', 'multipart/form-data', ''])(
  'the content type %j is not taken',
  async (type) => {
    await expectStopped(await bot.postRaw(asText(sound()), { 'content-type': type }), 415);
  },
);

test('a compressed body is not taken', async () => {
  const headers = { 'content-encoding': 'gzip' };
  await expectStopped(await bot.postRaw(asText(sound()), headers), 415);
});

test('a body of more than 256 KB is not taken', async () => {
  await expectStopped(await bot.post({ text: 'あ'.repeat(100_000) }), 413);
});

test.each([5, 400])('a chunked body of %s parts of 64 KB is refused', async (parts) => {
  const status = await new Promise((resolve, reject) => {
    const sent = request(bot.url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
    });
    sent.on('error', reject);
    sent.on('response', (response) => {
      resolve(response.statusCode);
      sent.destroy();
    });
    // The body is never ended: the answer comes while more of it is still to come.
    for (let part = 0; part < parts; part += 1) sent.write('x'.repeat(0x10000));
  });
  expect(status).toBe(413);
});

test('two Authorization headers get the uniform answer', async () => {
  const port = Number(new URL(bot.url).port);
  const body = asText({ ...sound(), text: 'help' });
  const answer = await new Promise<string>((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(
        `POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\nAuthorization: Bearer a.b.c\r\nAuthorization: Bearer d.e.f\r\n\r\n${body}`,
      );
    });
    socket.on('data', (chunk) => resolve(chunk.toString()));
  });
  expect(answer).toContain('401');
});

test('what cannot be known is 503 with a general sentence', async () => {
  const other = await openBot();
  other.channel.failWith = 500;
  const answer = await other.post({ text: 'ヘルプ' });
  expect(answer.status).toBe(503);
  expect(await answer.json()).toEqual({
    message: 'いまはお答えできません。しばらくしてから、もう一度お試しください。',
  });
  await other.close();
});

test('the log holds the reason and nothing of the person', async () => {
  bot.logged.length = 0;
  await bot.post({ text: '秘密の内容' }, { claims: { aud: 'someone' } });
  const logged = bot.logged.join('\n');
  expect(logged).toContain('token-refused');
  expect(logged).not.toMatch(/秘密|若葉|Bearer/);
});

test('unusual but sound texts come through as they are', async () => {
  const text = '𠮷野家で 👨‍👩‍👧 邉󠄀 ｶﾅ ①㈱ を～使う';
  await bot.post({ text });
  expect(JSON.stringify(sentCards(bot))).toContain(text);
});
