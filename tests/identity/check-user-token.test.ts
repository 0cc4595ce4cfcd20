import { createHmac } from 'node:crypto';
import { exportJWK, exportSPKI, generateKeyPair, importJWK } from 'jose';
import { openUserTokenCheck } from '../../src/identity/check-user-token.js';
import { openCheckedTokens } from '../../src/identity/checked-tokens.js';
import {
  appId,
  appIdUri,
  type Claims,
  forgedToken,
  openTokenMint,
  someone,
  type TokenMint,
  tenantId,
  v1Issuer,
  v2Issuer,
} from '../api/support/token-mint.js';

let mint: TokenMint;
const faults: string[] = [];

beforeAll(async () => {
  mint = await openTokenMint();
});
afterAll(() => mint.close());

function opened(jwksUrl = mint.jwksUrl) {
  const rules = { tenantId, appId, appIdUri, jwksUrl };
  return openUserTokenCheck(rules, { now: () => Date.now() }, (what) => faults.push(what));
}

const minutesFromNow = (minutes: number): number => Math.floor(Date.now() / 1000) + minutes * 60;
const v1: Claims = { ver: '1.0', iss: v1Issuer, aud: appIdUri };

describe('a token of Teams single sign-on', () => {
  test('names the person by object id, with the app roles it carries', async () => {
    const token = await mint.mint({ oid: someone.toUpperCase(), roles: ['Mebuki.Administrator'] });
    expect(await opened()(token)).toEqual({
      personId: someone,
      name: '若葉 みのり',
      tokenRoles: ['Mebuki.Administrator'],
    });
  });

  test.each<[string, Claims]>([
    ['version 1 for the application id URI', v1],
    ['version 1 for the client id', { ...v1, aud: appId }],
    ['several scopes, one of them ours', { scp: 'openid access_as_user profile' }],
    ['expired a minute ago, within the tolerance', { exp: minutesFromNow(-1) }],
    ['valid from a minute ahead, within the tolerance', { nbf: minutesFromNow(1) }],
    ['without a display name', { name: undefined }],
    ['saying that the account is a member', { acct: 0, idp: v1Issuer }],
  ])('%s is accepted', async (_, claims) => {
    expect(await opened()(await mint.mint(claims))).toHaveProperty('personId', someone);
  });

  test.each<[string, Claims]>([
    ['of another tenant', { iss: v2Issuer.replace(tenantId, appId), tid: appId }],
    ['with a foreign tid', { tid: appId }],
    ['without tid', { tid: undefined }],
    ['for another app', { aud: '11111111-2222-4333-8444-555555555555' }],
    ['for several audiences', { aud: [appId, 'https://graph.microsoft.com'] }],
    ['of version 2 for the application id URI', { aud: appIdUri }],
    ['of version 2 with the issuer of version 1', { iss: v1Issuer }],
    ['of version 1 with the issuer of version 2', { ...v1, iss: v2Issuer }],
    ['without version', { ver: undefined }],
    ['without object id', { oid: undefined }],
    ['with an object id that is none', { oid: "x' or 1 eq 1" }],
    ['without scope, as an id token', { scp: undefined }],
    ['with another scope', { scp: 'access_as_user_too' }],
    ['of an application with roles', { scp: undefined, roles: ['Mebuki.Administrator'] }],
    ['of an application that also has a scope', { idtyp: 'app' }],
    ['of a guest', { acct: 1 }],
    ['of a person of another organisation', { idp: 'https://sts.windows.net/elsewhere/' }],
    ['expired ten minutes ago', { exp: minutesFromNow(-10) }],
    ['that never expires', { exp: undefined }],
    ['valid from ten minutes ahead', { nbf: minutesFromNow(10) }],
    ['without a beginning', { nbf: undefined }],
    ['with a number for a scope', { scp: 7 }],
  ])('%s is refused', async (_, claims) => {
    expect(await opened()(await mint.mint(claims))).toBe('refused');
  });

  test('signed by another key under a known or unknown key id is refused', async () => {
    const { privateKey } = await generateKeyPair('RS256');
    expect(await opened()(await mint.mint({}, {}, privateKey))).toBe('refused');
    expect(await opened()(await mint.mint({}, { kid: "../../k' or 1" }, privateKey))).toBe(
      'refused',
    );
  });

  test('that brings its own key, or says where to fetch one, is refused and nothing is fetched', async () => {
    const own = await generateKeyPair('RS256', { extractable: true });
    const check = opened();
    await check(await mint.mint());
    const before = mint.fetches();
    const jku = mint.jwksUrl.replace('/keys', '/evil');
    for (const header of [{ jku }, { x5u: jku }, { jwk: mint.publicJwk }]) {
      expect(await check(await mint.mint({}, header, own.privateKey))).toBe('refused');
    }
    expect(mint.fetches()).toBe(before);
  });

  test('without a signature, or signed with the public key as a secret, is refused', async () => {
    const spki = await exportSPKI(await importJWKAsKey());
    const header = { alg: 'HS256', typ: 'JWT', kid: 'key-1' };
    const unsigned = forgedToken(header, {});
    const signature = createHmac('sha256', spki).update(unsigned.slice(0, -1)).digest('base64url');
    const check = opened();
    expect(await check(`${unsigned}${signature}`)).toBe('refused');
    expect(await check(forgedToken({ alg: 'none', typ: 'JWT' }, {}))).toBe('refused');
    expect(await check(forgedToken({ alg: 'RS256', kid: 'key-1' }, {}))).toBe('refused');
  });

  test.each([
    ['nothing', ''],
    ['two dots', '..'],
    ['no base64', '*.*.*'],
    ['brackets', '[]'],
    ['a hundred kilobytes', `${'a'.repeat(100_000)}.b.c`],
  ])('%s is refused', async (_, token) => {
    expect(await opened()(token)).toBe('refused');
  });
});

async function importJWKAsKey() {
  const key = await importJWK(mint.publicJwk, 'RS256', { extractable: true });
  if (key instanceof Uint8Array) throw new Error('no public key');
  return key;
}

describe('a token found sound', () => {
  const start = Date.now();
  let now = start;
  const rules = () => ({ tenantId, appId, appIdUri, jwksUrl: mint.jwksUrl });
  const check = () => openUserTokenCheck(rules(), { now: () => now }, () => {});

  test.each([
    ['ends with its life, though it was seen a moment before', 4, 10],
    ['is not honoured before the time it was seen at', 60, -20],
  ])('%s', async (_, lifeMinutes, laterMinutes) => {
    now = start;
    const opened = check();
    const token = await mint.mint({ exp: minutesFromNow(lifeMinutes) });
    expect(await opened(token)).toHaveProperty('personId');
    expect(await opened(token)).toHaveProperty('personId');
    now = start + laterMinutes * 60_000;
    expect(await opened(token)).toBe('refused');
  });

  test('is asked for again once it was forgotten for the sake of thousands of others', async () => {
    const kept = openCheckedTokens<number>();
    for (let count = 0; count < 5_001; count += 1) kept.remember(`t${count}`, count, 10, 0);
    expect([kept.recall('t0', 1), kept.recall('t1', 1), kept.recall('t5000', 1)]).toEqual([
      undefined,
      1,
      5000,
    ]);
    expect(kept.recall('t1', 10)).toBeUndefined();
  });

  test('with one sign changed is another token', async () => {
    const opened = check();
    now = start;
    const token = await mint.mint();
    await opened(token);
    expect(await opened(`${token.slice(0, -6)}AAAAAA`)).toBe('refused');
  });
});

describe('the keys', () => {
  test('are fetched once for many tokens', async () => {
    const check = opened();
    const before = mint.fetches();
    for (let count = 0; count < 5; count += 1) await check(await mint.mint());
    expect(mint.fetches()).toBe(before + 1);
  });

  test('that are new are honoured within a minute, and asked for no more often than twice a minute', async () => {
    const check = opened();
    await check(await mint.mint());
    const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
    const rotated = { ...(await exportJWK(publicKey)), kid: 'key-2', use: 'sig' };
    const token = () => mint.mint({}, { kid: 'key-2' }, privateKey);
    mint.publish([mint.publicJwk, rotated]);
    const before = mint.fetches();
    expect(await check(await token())).toBe('refused');
    expect(await check(await token())).toBe('refused');
    expect(mint.fetches()).toBe(before);
    const later = Date.now() + 60_000;
    const clock = jest.spyOn(Date, 'now').mockReturnValue(later);
    expect(await check(await token())).toMatchObject({ personId: someone });
    expect(mint.fetches()).toBe(before + 1);
    clock.mockRestore();
    mint.publish([mint.publicJwk]);
  });

  test('out of reach make the answer "unavailable", and the fault is told', async () => {
    const token = await mint.mint();
    mint.setStatus(503);
    expect(await opened()(token)).toBe('unavailable');
    mint.setStatus(200);
    expect(await opened('http://127.0.0.1:9/keys')(token)).toBe('unavailable');
    expect(faults).toEqual(Array(2).fill('fetching the keys that user tokens are checked with'));
  });
});
