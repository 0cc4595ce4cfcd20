import { dayMs, lists, minuteMs, subscriptionOffice, until } from './subscription-office.js';

const {
  clock,
  pass,
  open,
  ids,
  listed,
  stored,
  ofProposals,
  elsewhere,
  resetUsage,
  usage,
  calls,
  lifecycle,
  roundUntil,
  tell,
  switches,
  url,
  office,
} = subscriptionOffice();

describe('subscriptions', () => {
  test('are made once for each list, last as long as Graph grants, and cost SharePoint nothing', async () => {
    const { subscriptions } = await open();
    await resetUsage();
    await subscriptions.round();
    const all = await listed();
    expect(new Set(all.map(({ resource }) => resource)).size).toBe(lists);
    for (const { expirationDateTime, notificationUrl } of all) {
      expect(Date.parse(expirationDateTime) - clock.now()).toBeGreaterThan(29 * dayMs);
      expect(notificationUrl).toMatch(`${url()}/`);
    }
    expect(new Set(stored().map(({ clientState }) => clientState)).size).toBe(lists);
    expect(subscriptions.findings()).toEqual([{ code: 'subscriptions-kept', lists }]);
    const spent = Object.entries(await usage()).filter(([name]) => name.includes('subscription'));
    expect(spent.reduce((sum, [, { units }]) => sum + units, 0)).toBe(0);
    await resetUsage();
    await subscriptions.round();
    expect(await calls(/subscription/)).toBe(0);
  });

  test('are renewed each day, long before they end', async () => {
    const { subscriptions, codes } = await open();
    await subscriptions.round();
    const before = await ids();
    pass(dayMs + minuteMs);
    await subscriptions.round();
    expect(await ids()).toEqual(before);
    for (const { expirationDateTime } of await listed()) {
      expect(Date.parse(expirationDateTime) - clock.now()).toBeGreaterThan(29 * dayMs);
    }
    expect(codes()).toEqual(['subscriptions-kept']);
  });

  test('that ran out, or that Graph lost without a word, are made again', async () => {
    const { subscriptions } = await open();
    await subscriptions.round();
    const first = await ids();
    pass(30 * dayMs);
    await subscriptions.round();
    const second = await ids();
    expect(second).toHaveLength(lists);
    expect(second.filter((id) => first.includes(id))).toEqual([]);
    pass(16 * minuteMs);
    await subscriptions.round();
    const lost = (await ofProposals()).id;
    office().standIn.deps.state.collection('graph-subscriptions').delete(lost);
    pass(16 * minuteMs);
    await subscriptions.round();
    const third = await ids();
    expect(third).toHaveLength(lists);
    expect(third.filter((id) => !second.includes(id))).toHaveLength(1);
  });

  test('that are gone when they are to be renewed are made again', async () => {
    const { subscriptions, codes } = await open();
    await subscriptions.round();
    const before = await ids();
    pass(dayMs + minuteMs);
    office().faults({
      match: { family: 'graph', method: 'PATCH', path: '/subscriptions/', times: 1 },
      action: { kind: 'status', status: 404, body: { error: { code: 'ResourceNotFound' } } },
    });
    await subscriptions.round();
    const after = await ids();
    expect(after.filter((id) => !before.includes(id))).toHaveLength(1);
    expect(codes()).toEqual(['subscriptions-kept']);
    pass(16 * minuteMs);
    await subscriptions.round();
    expect(await ids()).toHaveLength(lists);
  });

  test('of an earlier process are taken over, second ones removed, those of another address left alone', async () => {
    const first = await open();
    await first.subscriptions.round();
    const before = await ids();
    const { id: _, ...twin } = await ofProposals();
    const others = [
      { ...twin, id: 'twin', expiresAt: clock.now() + dayMs },
      { ...twin, id: 'other-key', notificationUrl: `${url()}/0000000000000000` },
      {
        ...twin,
        id: 'elsewhere',
        notificationUrl: 'http://127.0.0.1:9/api/change-notifications/1',
      },
    ];
    const kept = office().standIn.deps.state.collection('graph-subscriptions');
    for (const other of others) kept.set(other.id, other);
    const second = await open(first.key);
    await second.subscriptions.round();
    expect(await ids()).toEqual([...before, 'elsewhere'].sort());
    const number = await elsewhere();
    await until(() => second.numbers().includes(number));
  });

  test('of a lost key are replaced, because what they bring proves nothing any more', async () => {
    const first = await open();
    await first.subscriptions.round();
    const before = await ids();
    const second = await open();
    await second.subscriptions.round();
    const after = await ids();
    expect(after).toHaveLength(lists);
    expect(after.filter((id) => before.includes(id))).toEqual([]);
  });

  test('are removed where nobody wants to be told any more', async () => {
    const { subscriptions, graph } = await open();
    await subscriptions.round();
    await graph.endSubscriptions(url());
    expect(await ids()).toEqual([]);
    office().faults({
      match: { family: 'graph', method: 'GET', path: '/subscriptions' },
      action: { kind: 'status', status: 503 },
    });
    await expect(graph.endSubscriptions(url())).rejects.toMatchObject({ kind: 'unavailable' });
    office().faults({
      match: { family: 'graph', method: 'GET', path: '/subscriptions' },
      action: { kind: 'status', status: 403, body: { error: { code: 'accessDenied' } } },
    });
    await expect(graph.endSubscriptions(url())).resolves.toBeUndefined();
  });
});

describe('what Graph tells', () => {
  test('wakes the list: what another process wrote is known, though nothing polls', async () => {
    const { subscriptions, numbers } = await open();
    await subscriptions.round();
    const number = await elsewhere();
    expect(numbers()).not.toContain(number);
    await until(() => numbers().includes(number));
  });

  test('is asked for by few polls, however much it is', async () => {
    const { subscriptions, numbers, graph } = await open();
    await subscriptions.round();
    const { id, clientState } = await ofProposals();
    // Polls follow each other: those that came with the making are over by then.
    await Promise.all(graph.feeds.map((feed) => feed.pollNow()));
    await resetUsage();
    const number = await elsewhere();
    const entry = { subscriptionId: id, clientState, changeType: 'updated' };
    const flood = Array.from({ length: 50 }, () => tell(Array.from({ length: 20 }, () => entry)));
    const answers = await Promise.all(flood);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]));
    await until(() => numbers().includes(number));
    // At once, once more for what came meanwhile, and thrice in vain, ten seconds each.
    expect(await calls(/delta/)).toBeLessThanOrEqual(5);
  });

  test('with a wrong secret or none, or of an unknown subscription, is refused all alike and wakes nothing', async () => {
    const { subscriptions, graph } = await open();
    await subscriptions.round();
    await Promise.all(graph.feeds.map((feed) => feed.pollNow()));
    await resetUsage();
    const { id, clientState } = await ofProposals();
    const wrong = 'a'.repeat(clientState?.length ?? 0);
    const entries = [
      { subscriptionId: id, clientState: wrong },
      { subscriptionId: id, clientState: clientState?.toUpperCase() },
      { subscriptionId: id },
      { subscriptionId: 'unknown', clientState },
      {},
    ];
    for (const entry of entries) {
      const { status, text } = await tell([entry, { ...entry, lifecycleEvent: 'missed' }]);
      expect([status, text]).toEqual([403, '']);
    }
    expect(await calls(/delta/)).toBe(0);
  });
});

describe('what Graph tells of a subscription', () => {
  test('subscriptionRemoved: the list is asked, and it is made again', async () => {
    const { subscriptions, numbers } = await open();
    await subscriptions.round();
    const before = await ofProposals();
    switches({ notificationLossChance: 1 });
    const number = await elsewhere();
    await lifecycle('subscriptionRemoved');
    await until(() => numbers().includes(number));
    expect(await ids()).toEqual([]);
    pass(minuteMs);
    await roundUntil(subscriptions, async () => (await ids()).length === lists);
    const { id, clientState } = await ofProposals();
    const told = [
      await tell([{ subscriptionId: before.id, clientState }]),
      await tell([{ subscriptionId: id, clientState }]),
    ];
    expect(told.map(({ status }) => status)).toEqual([403, 202]);
  });

  test('reauthorizationRequired: it is authorised again, and what was told to nobody is asked for', async () => {
    const { subscriptions, numbers } = await open();
    await subscriptions.round();
    const before = await ids();
    await lifecycle('reauthorizationRequired');
    const isSilent = () => stored().filter((each) => 'isPaused' in each).length;
    expect(isSilent()).toBe(lists);
    const number = await elsewhere();
    pass(minuteMs);
    await roundUntil(subscriptions, async () => isSilent() === 0);
    await until(() => numbers().includes(number));
    expect(await ids()).toEqual(before);
  });

  test('missed: the list is asked', async () => {
    const { subscriptions, numbers } = await open();
    await subscriptions.round();
    switches({ notificationLossChance: 1 });
    const number = await elsewhere();
    await lifecycle('missed');
    await until(() => numbers().includes(number));
  });
});
