import { randomBytes } from 'node:crypto';
import { examineSubscriptions } from '../../src/graph/subscriptions/examine-subscriptions.js';
import { testSettings } from '../local/frame/test-stand-in.js';
import { dayMs, lists, minuteMs, subscriptionOffice } from './subscription-office.js';

const {
  clock,
  pass,
  open,
  ids,
  ofProposals,
  elsewhere,
  resetUsage,
  calls,
  tell,
  switches,
  url,
  office,
  api,
} = subscriptionOffice();

describe('where Graph does not subscribe', () => {
  test('because the app may not, that is told, tried again, and the polls go on', async () => {
    switches({ subscriptionsByGrant: false });
    const { subscriptions, numbers, codes, graph } = await open();
    const since = clock.now();
    await subscriptions.round();
    expect(subscriptions.findings()).toMatchObject([
      { code: 'subscriptions-denied', said: expect.stringContaining('403 ExtensionError') },
    ]);
    const number = await elsewhere();
    await Promise.all(graph.feeds.map((feed) => feed.pollNow()));
    expect(numbers()).toContain(number);
    // One list stands for all, and nothing is asked before its time.
    await resetUsage();
    await subscriptions.round();
    pass(minuteMs);
    await subscriptions.round();
    expect(await calls(/POST subscriptions/)).toBe(1);
    const [finding] = subscriptions.findings();
    expect(finding && 'since' in finding && finding.since - since).toBeLessThan(minuteMs);
    switches({});
    pass(2 * minuteMs);
    await subscriptions.round();
    expect(codes()).toEqual(['subscriptions-kept']);
  });

  test('because it does not reach the door, that is told, and over once it does', async () => {
    const { subscriptions, codes } = await open(randomBytes(32), `${api().origin}/api/elsewhere`);
    await subscriptions.round();
    expect(subscriptions.findings()).toMatchObject([
      { code: 'subscriptions-unreached', said: expect.stringContaining('400 ValidationError') },
    ]);
    expect(await ids()).toEqual([]);
    const open2 = await open();
    await open2.subscriptions.round();
    expect([codes(), open2.codes()]).toEqual([['subscriptions-unreached'], ['subscriptions-kept']]);
  });

  test('any more, because the door was closed meanwhile, that is told within a day', async () => {
    const { subscriptions, codes } = await open();
    await subscriptions.round();
    pass(dayMs + minuteMs);
    office().faults({
      match: { family: 'graph', method: 'PATCH', path: '/subscriptions/' },
      action: { kind: 'status', status: 400, body: { error: { code: 'ValidationError' } } },
    });
    await subscriptions.round();
    expect(codes()).toEqual(['subscriptions-unreached']);
    expect(await ids()).toHaveLength(lists);
  });

  test('for a while, what is there is kept, tried again with pauses, and polls need none of it', async () => {
    const { subscriptions, codes } = await open();
    await subscriptions.round();
    const before = await ids();
    pass(dayMs + minuteMs);
    office().faults({
      match: { family: 'graph', path: '/subscriptions' },
      action: { kind: 'status', status: 500, body: { error: { code: 'generalException' } } },
    });
    await subscriptions.round();
    pass(minuteMs);
    await subscriptions.round();
    expect(codes()).toEqual(['subscriptions-failing']);
    const { id, clientState } = await ofProposals();
    expect((await tell([{ subscriptionId: id, clientState }])).status).toBe(202);
    office().faults();
    pass(2 * minuteMs);
    await subscriptions.round();
    expect([codes(), await ids()]).toEqual([['subscriptions-kept'], before]);
  });
});

describe('looked at from outside', () => {
  const site = { hostname: testSettings.siteHostname, path: testSettings.sitePath };
  const look = (at = url()) =>
    examineSubscriptions({ client: office().client, site, clock, url: at });

  test('lists that are not subscribed to are named, until all are', async () => {
    const { subscriptions } = await open();
    expect(await look()).toEqual([
      { code: 'subscriptions-missing', names: expect.arrayContaining(['芽吹き 提案']) },
    ]);
    await subscriptions.round();
    expect(await look()).toEqual([{ code: 'subscriptions-kept', lists }]);
  });

  test('a door that does not answer as it should is told', async () => {
    const [wrong] = await look(`${api().origin}/healthz`);
    expect(wrong).toMatchObject({ code: 'door-unanswered', said: expect.stringMatching('404') });
    const [away] = await look('http://127.0.0.1:9/api/change-notifications');
    expect(away).toMatchObject({ code: 'door-unanswered' });
  });

  test('subscriptions that may not be read are told as refused', async () => {
    office().faults({
      match: { family: 'graph', method: 'GET', path: '/subscriptions' },
      action: { kind: 'status', status: 403, body: { error: { code: 'accessDenied' } } },
    });
    expect(await look()).toMatchObject([
      { code: 'subscriptions-denied', said: expect.stringContaining('403 accessDenied') },
    ]);
  });
});
