import { once } from 'node:events';
import { connect } from 'node:net';
import { createApiServer } from '../../src/api/create-api-server.js';
import { refusalAnswer } from '../../src/contract/common-answers.js';
import { bulkTriageAnswer } from '../../src/contract/triage-answers.js';
import { type ApiUnderTest, openApi, proposalOf } from './support/api-under-test.js';

const inner = 'https://graph.example/sites/secret 提案者の氏名';
let api: ApiUnderTest | undefined;

afterEach(async () => {
  await api?.close();
  api = undefined;
});

async function opened(options: Parameters<typeof openApi>[0]): Promise<ApiUnderTest> {
  api = await openApi(options);
  await api.have(proposalOf('proposer', 'R8-0001'));
  return api;
}

describe('a fault', () => {
  test('of a write answers a number under which it is logged, and nothing else of it', async () => {
    const { call, list, logged } = await opened({});
    list.onCall = () => {
      throw new Error(inner);
    };
    const body = { seq: 1 };
    const answer = await call('POST', '/api/proposals/R8-0001/publish', { as: 'secretary', body });
    const { reference = '', code, message } = refusalAnswer.parse(answer.body);
    expect([answer.status, code]).toEqual([503, 'act-failed']);
    expect(reference).toMatch(/^[2-9A-HJ-NP-Z]{8}$/);
    expect(message).toContain(reference);
    expect(message).toMatch(/読み直して/);
    expect(answer.text).not.toContain('graph.example');
    expect(logged.filter((line) => line.includes(reference) && line.includes(inner))).toHaveLength(
      1,
    );
  });

  test('of one of many writes leaves the results of the others', async () => {
    const { call, have, list, logged } = await opened({});
    const numbers = ['R8-0001', 'R8-0002', 'R8-0003', 'R8-0004', 'R8-0005', 'R8-0006'];
    for (const number of numbers.slice(1)) await have(proposalOf('colleague', number));
    let writes = 0;
    list.onCall = (what) => {
      if (what !== 'replace') return;
      writes += 1;
      if (writes === 2) throw new Error(inner);
    };
    const answer = await call('POST', '/api/bulk/begin-review', {
      as: 'secretary',
      body: { items: numbers.map((number) => ({ number })) },
    });
    expect(answer.status).toBe(200);
    const { results } = bulkTriageAnswer.parse(answer.body);
    expect(results.map(({ number }) => number)).toEqual(numbers);
    const [failed, ...rest] = results.filter(({ kind }) => kind !== 'changed');
    expect(rest).toEqual([]);
    expect(failed).toMatchObject({ kind: 'refused', refusal: { code: 'act-failed' } });
    const said = failed?.kind === 'refused' ? failed.refusal.message : '';
    const reference = /[2-9A-HJ-NP-Z]{8}/.exec(said)?.[0] ?? 'none';
    expect(logged.filter((line) => line.includes(reference) && line.includes(inner))).toHaveLength(
      1,
    );
    expect(answer.text).not.toContain('graph.example');
  });

  test('of a read says that nothing was changed', async () => {
    const { call } = await opened({
      deps: {
        isHoliday: () => {
          throw new TypeError(inner);
        },
      },
    });
    const headers = { 'Accept-Language': 'en' };
    const answer = await call('GET', '/api/masters', { as: 'colleague', headers });
    expect(answer.status).toBe(503);
    expect(refusalAnswer.parse(answer.body)).toMatchObject({
      code: 'read-failed',
      message: expect.stringContaining('Nothing was changed'),
    });
  });

  test('of the token check is none of the caller', async () => {
    const { call } = await opened({
      deps: { checkUserToken: () => Promise.reject(new Error(inner)) },
    });
    const answer = await call('GET', '/api/me', { as: 'colleague' });
    expect(answer.status).toBe(503);
    expect(answer.text).not.toContain('secret');
  });

  test('that is not even an error is answered too', async () => {
    const { call } = await opened({ deps: { checkUserToken: () => Promise.reject(inner) } });
    expect((await call('GET', '/api/me', { as: 'colleague' })).status).toBe(503);
  });

  test('of the bot is answered without its message', async () => {
    const { call } = await opened({ deps: { botHandler: () => Promise.reject(new Error(inner)) } });
    const answer = await call('POST', '/api/messages', { body: { type: 'message' } });
    expect(answer.status).toBe(503);
    expect(answer.text).not.toContain('graph.example');
  });
});

describe('the bot', () => {
  test('that fails in the middle of an answer leaves nobody waiting', async () => {
    const { call, logged } = await opened({
      deps: {
        botHandler: async (_request, response) => {
          response.writeHead(200);
          response.write('{');
          throw new Error(inner);
        },
      },
    });
    await expect(call('POST', '/api/messages', { body: {} })).rejects.toThrow();
    expect(logged.join()).toContain('request failed');
  });

  test('gets its requests unread and unchecked, and answers them itself', async () => {
    let read = '';
    const { call } = await opened({
      deps: {
        botHandler: async (request, response) => {
          for await (const chunk of request) read += String(chunk);
          response.statusCode = 401;
          response.end();
        },
      },
    });
    const body = '{"type":"message",';
    expect((await call('POST', '/api/messages', { body })).status).toBe(401);
    expect(read).toBe(body);
  });
});

describe('before the register has caught up', () => {
  test('people are asked to wait, the process is up and not ready', async () => {
    const { call } = await opened({ deps: { readiness: () => ({ ready: false }) } });
    const answer = await call('GET', '/api/my-proposals', { as: 'proposer' });
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('5');
    const ready = await call('GET', '/readyz');
    expect([ready.status, ready.text]).toEqual([503, '{"ready":false}']);
    const up = await call('GET', '/healthz');
    expect([up.status, up.text]).toEqual([200, '{"status":"up"}']);
  });

  test('and after, the process is ready and says no more than that', async () => {
    const { call } = await opened({});
    const ready = await call('GET', '/readyz');
    expect([ready.status, ready.text]).toEqual([200, '{"ready":true}']);
  });
});

describe('the log', () => {
  test('has who did what to which proposal, and no content', async () => {
    const { call, logged } = await opened({});
    const body = { items: ['R8-0001', 'x\r\n{"forged":1}'].map((number) => ({ number })) };
    await call('POST', '/api/bulk/begin-review', { as: 'secretary', body });
    const acts = logged.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'act');
    expect(acts.map(({ number, outcome }) => [number, outcome])).toEqual([
      ['R8-0001', 'changed'],
      ['x\r\n{"forged":1}', 'not-found'],
    ]);
    expect(logged.every((line) => line.trimEnd().split('\n').length === 1)).toBe(true);
    expect(logged.join()).not.toContain('押印');
  });

  test('has every refusal for want of a token or a role', async () => {
    const { call, logged } = await opened({});
    await call('GET', '/api/triage');
    await call('GET', '/api/triage', { as: 'colleague' });
    expect(logged.join()).toContain('sign-in refused');
    expect(logged.join()).toContain('role missing');
    expect(logged.join()).not.toMatch(/Bearer|eyJ/);
  });
});

describe('closing', () => {
  test('lets a request under way finish', async () => {
    let finish = (): void => {};
    const asked = new Promise<void>((resolve) => {
      finish = resolve;
    });
    let entered = (): void => {};
    const begun = new Promise<void>((resolve) => {
      entered = resolve;
    });
    const { call, close } = await opened({
      deps: {
        botHandler: async (_request, response) => {
          entered();
          await asked;
          response.statusCode = 200;
          response.end();
        },
      },
    });
    api = undefined;
    const answer = call('POST', '/api/messages', { body: {} });
    await begun;
    const closed = close();
    finish();
    expect((await answer).status).toBe(200);
    await closed;
  });

  test('does not wait for connections that are idle', async () => {
    const { port, close } = await opened({});
    api = undefined;
    const socket = connect(port, '127.0.0.1');
    socket.write('GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n');
    await once(socket, 'data');
    await Promise.all([once(socket, 'close'), close()]);
    expect(socket.destroyed).toBe(true);
  });
});

describe('starting', () => {
  test('without built tabs says what is missing', () => {
    expect(() =>
      createApiServer({
        ...({} as Parameters<typeof createApiServer>[0]),
        tabsDir: '/nowhere/dist/tabs',
        config: { publicOrigin: '', teamsHostOrigins: [], teamsAppId: '' },
      }),
    ).toThrow('/nowhere/dist/tabs/index.html');
  });

  test('on a port that is taken rejects', async () => {
    const { port } = await opened({});
    await expect(openApi({ port })).rejects.toThrow('EADDRINUSE');
  });
});
