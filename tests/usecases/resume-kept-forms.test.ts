import { resumeKeptForms } from '../../src/usecases/resume-kept-forms.js';
import { sampleNow } from '../support/sample-proposals.js';
import { command, conversation, form, office, personId } from '../support/submit-office.js';

test('when Graph is away the form is kept, and the sweep stores it later in order of receipt, once, with a receipt', async () => {
  const { desk, resume, told, list, kept, world } = office();
  list.onCall = () => {
    throw new Error('Graph is away');
  };
  const sent = command();
  expect(await desk.submit(sent)).toEqual({ kind: 'kept' });
  expect(await resume()).toBe(0);
  expect(kept.size).toBe(1);
  list.onCall = () => {};
  world.now += 7_200_000;
  expect(await resume()).toBe(1);
  expect(await resume()).toBe(0);
  expect(told).toEqual(['R8-0001 to a:chat-1']);
  expect(kept.size).toBe(0);
  expect([...list.items.values()][0]?.value.receivedAt).toBe(sampleNow);
});

test('a receipt that the ledger could not take keeps the form on disk', async () => {
  const { resuming, desk, kept, list } = office();
  list.onCall = () => {
    throw new Error('Graph is away');
  };
  await desk.submit(command());
  list.onCall = () => {};
  expect(await resumeKeptForms({ ...resuming, tellReceipt: async () => false })).toBe(0);
  expect(kept.size).toBe(1);
});

test('a person first heard during an outage keeps the form until their chat is known, then gets the receipt', async () => {
  const { desk, resume, told, list, chats, kept, world } = office();
  list.onCall = () => {
    throw new Error('Graph is away');
  };
  await desk.submit(command());
  list.onCall = () => {};
  chats.onCall = () => {
    throw new Error('Graph is away');
  };
  expect(await resume()).toBe(0);
  expect(told).toEqual([]);
  expect(kept.size).toBe(1);
  chats.onCall = () => {};
  expect(await resume()).toBe(0);
  world.now += 2_000;
  expect(await resume()).toBe(1);
  expect(told).toEqual(['R8-0001 to a:chat-1']);
  expect(chats.items.size).toBe(1);
});

test('a chat heard of later than the form is not set back', async () => {
  const { desk, resume, told, list, heldChats, world } = office();
  list.onCall = () => {
    throw new Error('Graph is away');
  };
  await desk.submit(command());
  list.onCall = () => {};
  const value = { ...conversation, conversationId: 'a:chat-2', updatedAt: world.now + 60_000 };
  heldChats.set(personId, { value, itemId: '1', revision: '"1,1"' });
  expect(await resume()).toBe(1);
  expect(told).toEqual(['R8-0001 to a:chat-2']);
});

test('a turn that takes too long is answered as kept, and its receipt follows by the sweep', async () => {
  const { ports, resume, desk, kept, list, answerLate } = office();
  let finish = (): void => {};
  const slow = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const { store } = list;
  const create = ports.store.create;
  ports.store.create = async (proposal) => {
    await slow;
    return create(proposal);
  };
  const answer = desk.submit(command());
  await new Promise((resolve) => setImmediate(resolve));
  answerLate();
  expect(await answer).toEqual({ kind: 'kept' });
  expect(await resume()).toBe(0);
  finish();
  while (![...kept.values()].some((each) => each.waiting)) {
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(await store.findByKey([...kept.keys()][0] ?? '')).toBeDefined();
  expect(await resume()).toBe(1);
});

test('while nothing gets through forms are tried after growing waits, up to a minute', async () => {
  const { desk, resume, list, world } = office();
  let tries = 0;
  list.onCall = (call) => {
    if (call === 'create') tries += 1;
    throw new Error('Graph is away');
  };
  await desk.submit(command());
  const begun = world.now;
  const triedAt: number[] = [];
  for (tries = 0; world.now < begun + 600_000; world.now += 1_000) {
    const before = tries;
    await resume();
    if (tries > before) triedAt.push((world.now - begun) / 1_000);
  }
  expect(triedAt).toEqual([0, 2, 6, 14, 30, 62, 122, 182, 242, 302, 362, 422, 482, 542]);
});

/** An office whose list refuses, or not, what `isRefused` says of the title; the fault is nobody's form. */
function refusingOffice() {
  const world = office();
  const refused = { titles: new Set<string>(), all: true };
  const { create } = world.ports.store;
  world.ports.store.create = async (proposal) => {
    if (refused.all || refused.titles.has(proposal.content.title)) throw new Error('Graph is away');
    return create(proposal);
  };
  const send = async (title: string) => {
    await world.desk.submit(command({ form: { ...form, title } }));
    world.world.now += 60_000;
  };
  const titles = () =>
    [...world.list.items.values()].map(({ value }) => `${value.number} ${value.content.title}`);
  return { ...world, refused, send, titles };
}

test('after an outage forms are stored in the order in which they were received', async () => {
  const { refused, send, resume, titles, world } = refusingOffice();
  for (const title of ['一', '二', '三', '四', '五']) {
    await send(title);
    await resume();
  }
  refused.all = false;
  world.now += 60_000;
  expect(await resume()).toBe(5);
  expect(titles()).toStrictEqual([
    'R8-0001 一',
    'R8-0002 二',
    'R8-0003 三',
    'R8-0004 四',
    'R8-0005 五',
  ]);
});

test('forms that alone cannot be stored let the others pass, and wait longer each time', async () => {
  const { refused, send, resume, titles, world } = refusingOffice();
  const stuck = ['一', '二', '三', '四'];
  for (const title of [...stuck, '五', '六']) await send(title);
  refused.all = false;
  refused.titles = new Set(stuck);
  for (let second = 0; second < 120; second += 1) {
    world.now += 1_000;
    await resume();
  }
  expect(titles()).toStrictEqual(['R8-0001 五', 'R8-0002 六']);
  refused.titles.clear();
  world.now += 120_000;
  expect(await resume()).toBe(4);
  expect(titles()).toHaveLength(6);
});

test('how many forms wait and since when is said at most once a minute, until none waits', async () => {
  const { desk, resume, list, waiting, world } = office();
  list.onCall = () => {
    throw new Error('Graph is away');
  };
  await desk.submit(command());
  world.now += 5_000;
  await desk.submit(command());
  for (let second = 0; second < 90; second += 1) {
    await resume();
    world.now += 1_000;
  }
  expect(waiting).toEqual([
    { count: 2, since: sampleNow },
    { count: 2, since: sampleNow },
  ]);
  list.onCall = () => {};
  world.now += 120_000;
  expect(await resume()).toBe(2);
  world.now += 120_000;
  await resume();
  expect(waiting).toHaveLength(2);
});

test('a form answered while the sweep was at it is not told by message too', async () => {
  const { desk, ports, resume, told, list, kept } = office();
  list.onCall = () => {
    throw new Error('Graph is away');
  };
  const sent = command();
  await desk.submit(sent);
  list.onCall = () => {};
  const { create } = ports.store;
  ports.store.create = async (proposal) => {
    const stored = await create(proposal);
    await desk.answered(sent.token);
    return stored;
  };
  expect(await resume()).toBe(1);
  expect(told).toEqual([]);
  expect(kept.size).toBe(0);
});

test('a waiting form that was sent again and answered is no longer said to wait', async () => {
  const { desk, resume, list, waiting, world } = office();
  list.onCall = () => {
    throw new Error('Graph is away');
  };
  const sent = command();
  await desk.submit(sent);
  await resume();
  expect(waiting).toHaveLength(1);
  list.onCall = () => {};
  expect((await desk.submit(sent)).kind).toBe('received');
  await desk.answered(sent.token);
  world.now += 120_000;
  await resume();
  expect(waiting).toHaveLength(1);
});

test('a form that cannot be erased does not hold back the others', async () => {
  const { desk, ports, resuming, list, told } = office();
  list.onCall = () => {
    throw new Error('Graph is away');
  };
  await desk.submit(command());
  await desk.submit(command());
  await new Promise((resolve) => setImmediate(resolve));
  list.onCall = () => {};
  let erased = 0;
  const erase = async (token: string) => {
    erased += 1;
    if (erased === 1) throw new Error('the disk is read-only');
    await ports.spool.erase(token);
  };
  expect(await resumeKeptForms({ ...resuming, spool: { ...ports.spool, erase } })).toBe(1);
  expect(told).toHaveLength(2);
});

test('a clock that was a day ahead and is set back keeps no form waiting, and it is told again', async () => {
  const { refused, send, resume, titles, waiting, world } = refusingOffice();
  world.now += 86_400_000;
  for (const title of ['一', '二']) await send(title);
  refused.all = false;
  refused.titles.add('一');
  expect(await resume()).toBe(1);
  expect(waiting).toHaveLength(1);
  world.now -= 86_400_000;
  await resume();
  expect(waiting).toHaveLength(2);
  world.now -= 60_000;
  refused.titles.clear();
  expect(await resume()).toBe(1);
  expect(titles()).toStrictEqual(['R8-0001 二', 'R8-0002 一']);
});
