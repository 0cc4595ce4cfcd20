import { createServer } from 'node:http';
import { exportSPKI, SignJWT, UnsecuredJWT } from 'jose';
import { createBotTokenCheck } from '../../src/identity/check-bot-token.js';
import {
  appId,
  type BotChannel,
  bearerOf,
  type ChannelKey,
  closeServer,
  issuer,
  listen,
  newKey,
  openBotChannel,
  type TokenChanges,
} from '../support/bot-channel.js';

const serviceUrl = 'https://smba.trafficmanager.net/jp/';
const subject = { serviceUrl, channelId: 'msteams' };
const minute = 60_000;

let key: ChannelKey;
let channel: BotChannel;
const clock = { at: Date.parse('2026-10-05T01:00:00Z'), now: () => clock.at };

const openCheck = () =>
  createBotTokenCheck({ metadataUrl: channel.metadataUrl, issuer, appId, clock });
const bearer = (changes?: TokenChanges, by = key): Promise<string> =>
  bearerOf(by, serviceUrl, clock.at, changes);

beforeAll(async () => {
  key = await newKey('k1');
});
beforeEach(async () => {
  channel = await openBotChannel([key]);
});
afterEach(() => channel.close());

test('a sound token is accepted', async () => {
  expect(await openCheck()(await bearer(), subject)).toBe('accepted');
});

const seconds = (offset: number): number => Math.floor(clock.at / 1000) + offset;

test.each<[string, TokenChanges]>([
  ['another audience', { claims: { aud: 'someone-else' } }],
  ['another issuer', { claims: { iss: 'https://login.microsoftonline.com/x/v2.0' } }],
  ['the emulator as issuer', { claims: { iss: 'https://sts.windows.net/d6d49420/' } }],
  ['expired more than five minutes ago', { claims: { exp: seconds(-301) } }],
  ['valid only in the future', { claims: { nbf: seconds(301), exp: seconds(4000) } }],
  ['no expiry', { claims: { exp: undefined } }],
  ['no issuer', { claims: { iss: undefined } }],
  ['another service address', { claims: { serviceurl: 'https://evil.example/' } }],
  ['no service address', { claims: { serviceurl: undefined } }],
  ['a key id that is a path', { header: { kid: '../../etc/passwd' } }],
  ['a key id that is a query', { header: { kid: "' or 1=1 --" } }],
  ['no key id', { header: { kid: undefined } }],
])('a token with %s is refused', async (_name, changes) => {
  expect(await openCheck()(await bearer(changes), subject)).toBe('refused');
});

test('a token expired four minutes ago is still accepted', async () => {
  expect(await openCheck()(await bearer({ claims: { exp: seconds(-240) } }), subject)).toBe(
    'accepted',
  );
});

test('an unsigned token is refused', async () => {
  const token = new UnsecuredJWT({ serviceurl: serviceUrl })
    .setIssuer(issuer)
    .setAudience(appId)
    .setExpirationTime(seconds(600))
    .encode();
  expect(await openCheck()(`Bearer ${token}x`, subject)).toBe('refused');
  expect(await openCheck()(`Bearer ${token}`, subject)).toBe('refused');
});

test('a token signed with the public key as a shared secret is refused', async () => {
  const secret = new TextEncoder().encode(await exportSPKI(key.pair.publicKey));
  const token = await new SignJWT({ serviceurl: serviceUrl })
    .setProtectedHeader({ alg: 'HS256', kid: key.kid })
    .setIssuer(issuer)
    .setAudience(appId)
    .setExpirationTime(seconds(600))
    .sign(secret);
  expect(await openCheck()(`Bearer ${token}`, subject)).toBe('refused');
});

test('a token of an attacker under a real key id is refused', async () => {
  const attacker = await newKey(key.kid);
  expect(await openCheck()(await bearer({}, attacker), subject)).toBe('refused');
});

test('key addresses inside a token are never fetched', async () => {
  let visits = 0;
  const server = createServer((_req, res) => {
    visits += 1;
    res.end('{}');
  });
  const origin = await listen(server);
  const attacker = await newKey('mine');
  const header = { jku: `${origin}/keys`, x5u: `${origin}/cert` };
  expect(await openCheck()(await bearer({ header }, attacker), subject)).toBe('refused');
  expect(visits).toBe(0);
  await closeServer(server);
});

test.each([
  ['missing', undefined],
  ['empty', ''],
  ['of another scheme', 'Basic dXNlcjpwYXNz'],
  ['no token', 'Bearer abc'],
  ['a token of 100 KB', `Bearer ${'a'.repeat(50_000)}.${'b'.repeat(50_000)}.c`],
])('a header that is %s is refused', async (_name, header) => {
  expect(await openCheck()(header, subject)).toBe('refused');
  expect(channel.keyFetches).toBe(0);
});

test('a key that does not endorse the channel is refused', async () => {
  channel.keys = [{ ...key, endorsements: ['webchat'] }];
  expect(await openCheck()(await bearer(), subject)).toBe('refused');
});

test('without keys the outcome is unavailable, and it recovers', async () => {
  const check = openCheck();
  channel.failWith = 503;
  expect(await check(await bearer(), subject)).toBe('unavailable');
  channel.failWith = 0;
  clock.at += 10_000;
  expect(await check(await bearer(), subject)).toBe('accepted');
});

test('an address where nobody listens is unavailable', async () => {
  const check = openCheck();
  await channel.close();
  expect(await check(await bearer(), subject)).toBe('unavailable');
});

test('unknown key ids ask for the keys at most once a minute', async () => {
  const check = openCheck();
  await check(await bearer(), subject);
  const stranger = await newKey('k2');
  for (let round = 0; round < 5; round += 1) {
    expect(await check(await bearer({}, stranger), subject)).toBe('refused');
  }
  expect(channel.keyFetches).toBe(1);
  clock.at += minute;
  channel.keys = [key, stranger];
  expect(await check(await bearer({}, stranger), subject)).toBe('accepted');
  expect(channel.keyFetches).toBe(2);
});

test('a withdrawn key is no longer accepted after an hour', async () => {
  const check = openCheck();
  const next = await newKey('k2');
  expect(await check(await bearer(), subject)).toBe('accepted');
  channel.keys = [next];
  clock.at += 61 * minute;
  expect(await check(await bearer(), subject)).toBe('refused');
  expect(await check(await bearer({}, next), subject)).toBe('accepted');
});

test('keys older than an hour are not used when new ones cannot be had', async () => {
  const check = openCheck();
  expect(await check(await bearer(), subject)).toBe('accepted');
  channel.failWith = 500;
  clock.at += 61 * minute;
  expect(await check(await bearer(), subject)).toBe('unavailable');
});

test('many tokens at once cause one fetch', async () => {
  const check = openCheck();
  const header = await bearer();
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => check(header, subject)));
  expect(new Set(outcomes)).toEqual(new Set(['accepted']));
  expect(channel.keyFetches).toBe(1);
});

test('a token accepted before is refused for another service address', async () => {
  const check = openCheck();
  const header = await bearer();
  expect(await check(header, subject)).toBe('accepted');
  const elsewhere = { ...subject, serviceUrl: 'https://evil.example/' };
  expect(await check(header, elsewhere)).toBe('refused');
  expect(await check(header, { ...subject, channelId: 'webchat' })).toBe('refused');
  expect(await check(header, subject)).toBe('accepted');
});

test('a token accepted before is refused once it has ended, and before it begins', async () => {
  const check = openCheck();
  const began = clock.at;
  const header = await bearer({ claims: { nbf: seconds(0), exp: seconds(120) } });
  expect(await check(header, subject)).toBe('accepted');
  clock.at = began + 419_000;
  expect(await check(header, subject)).toBe('accepted');
  clock.at = began + 420_000;
  expect(await check(header, subject)).toBe('refused');
  clock.at = began - 301_000;
  expect(await check(header, subject)).toBe('refused');
});

test('a token accepted before is checked again by the new key of the same id', async () => {
  const check = openCheck();
  const header = await bearer({ claims: { exp: seconds(7200) } });
  expect(await check(header, subject)).toBe('accepted');
  channel.keys = [await newKey(key.kid)];
  clock.at += 61 * minute;
  expect(await check(header, subject)).toBe('refused');
});

test('one changed character makes another token of an accepted one', async () => {
  const check = openCheck();
  const header = await bearer();
  expect(await check(header, subject)).toBe('accepted');
  const [head = '', claims = '', signature = ''] = header.split('.');
  const swapped = signature.startsWith('A') ? `B${signature.slice(1)}` : `A${signature.slice(1)}`;
  expect(await check([head, claims, swapped].join('.'), subject)).toBe('refused');
});
