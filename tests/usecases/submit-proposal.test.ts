import { randomUUID } from 'node:crypto';
import { answerWithinMs, openSubmissionDesk } from '../../src/usecases/submission-desk.js';
import { sampleNow } from '../support/sample-proposals.js';
import { command, dayMs, numbersOf, office } from '../support/submit-office.js';

test('a form is stored once, numbered, and stays on disk until it is answered', async () => {
  const { desk, list, kept } = office();
  const sent = command();
  const outcome = await desk.submit(sent);
  expect(outcome).toMatchObject({ kind: 'received', repeated: false });
  expect(numbersOf(list)).toEqual(['R8-0001']);
  expect(kept.has(sent.token)).toBe(true);
  await desk.answered(sent.token);
  expect(kept.size).toBe(0);
});

test('the same form sent many times at once and again later is one proposal with one number', async () => {
  const { desk, list } = office();
  const sent = command();
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => desk.submit(sent)));
  outcomes.push(await desk.submit(sent));
  const numbers = outcomes.map((each) =>
    each.kind === 'received' ? each.stored.value.number : each.kind,
  );
  expect(new Set(numbers)).toEqual(new Set(['R8-0001']));
  expect(list.items.size).toBe(1);
});

test('a token of somebody else is refused without telling what it belongs to, during and after', async () => {
  const { desk } = office();
  const sent = command();
  const [own, other] = await Promise.all([
    desk.submit(sent),
    desk.submit({ ...sent, personId: 'x' }),
  ]);
  expect(own.kind).toBe('received');
  expect(other).toEqual({ kind: 'refused', refusal: { code: 'form-not-yours' } });
  expect(await desk.submit({ ...sent, personId: 'x' })).toEqual(other);
});

test('a create whose end is unknown but that was stored is found by its token', async () => {
  const { desk, list, world } = office();
  world.outcomes = ['unknown'];
  const outcome = await desk.submit(command());
  expect(outcome).toMatchObject({ kind: 'received', stored: { value: { number: 'R8-0001' } } });
  expect(list.items.size).toBe(1);
});

test('numbers taken by another process are passed over', async () => {
  const { desk, ports, list } = office();
  const first = await desk.submit(command());
  if (first.kind !== 'received') throw new Error('expected a receipt');
  for (const number of ['R8-0002', 'R8-0003']) {
    await ports.store.create({ ...first.stored.value, id: randomUUID(), number });
  }
  const next = await desk.submit(command());
  expect(next).toMatchObject({ kind: 'received', stored: { value: { number: 'R8-0004' } } });
  expect(new Set(numbersOf(list)).size).toBe(4);
});

test('a closed, an unknown and no campaign are told apart, and nothing is kept', async () => {
  const { desk, world, kept } = office();
  world.now += dayMs + 600_000;
  expect(await desk.submit(command())).toMatchObject({ refusal: { code: 'campaign-closed' } });
  expect(await desk.submit(command({ campaignId: 'other' }))).toMatchObject({
    refusal: { code: 'no-open-campaign' },
  });
  world.now = sampleNow;
  expect(await desk.submit(command({ campaignId: 'other' }))).toMatchObject({
    refusal: { code: 'form-not-yours' },
  });
  expect(kept.size).toBe(0);
});

test('the twenty-first proposal within an hour is refused, and accepted an hour later', async () => {
  const { desk, world } = office();
  for (let index = 0; index < 20; index += 1) await desk.submit(command());
  expect(await desk.submit(command())).toEqual({
    kind: 'refused',
    refusal: { code: 'too-many-proposals', limit: 20, per: 'hour' },
  });
  world.now += 3_599_000;
  expect((await desk.submit(command())).kind).toBe('refused');
  world.now += 1_000;
  expect((await desk.submit(command())).kind).toBe('received');
});

test('forms sent in parallel and forms kept during an outage count for the limit', async () => {
  const { desk, list, kept } = office();
  const outcomes = await Promise.all(Array.from({ length: 30 }, () => desk.submit(command())));
  expect(outcomes.filter((each) => each.kind === 'received')).toHaveLength(20);
  expect(list.items.size).toBe(20);
  expect(kept.size).toBe(20);

  const away = office();
  away.list.onCall = () => {
    throw new Error('Graph is away');
  };
  for (let index = 0; index < 20; index += 1) {
    expect((await away.desk.submit(command())).kind).toBe('kept');
  }
  const [first] = away.kept.keys();
  expect((await away.desk.submit(command())).kind).toBe('refused');
  expect((await away.desk.submit(command({ token: first ?? '' }))).kind).toBe('kept');
  expect(away.kept.size).toBe(20);
});

test('writes that are lost leave no gap in the numbers', async () => {
  const { desk, list, world } = office();
  world.outcomes = ['lost', 'lost', 'lost'];
  expect((await desk.submit(command())).kind).toBe('received');
  expect((await desk.submit(command())).kind).toBe('received');
  expect(numbersOf(list)).toEqual(['R8-0001', 'R8-0002']);
});

test('while one form pauses between its rounds, others are stored', async () => {
  const { ports, list, world } = office();
  const ends: (() => void)[] = [];
  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      if (ms < 5_000) ends.push(resolve);
    });
  const desk = openSubmissionDesk({ ...ports, pause });
  world.outcomes = ['lost', 'lost'];
  const slow = desk.submit(command());
  while (ends.length === 0) await new Promise((resolve) => setImmediate(resolve));
  expect(await desk.submit(command())).toMatchObject({
    kind: 'received',
    stored: { value: { number: 'R8-0001' } },
  });
  for (const end of ends) end();
  expect(await slow).toMatchObject({ stored: { value: { number: 'R8-0002' } } });
  expect(list.items.size).toBe(2);
});

test('a list that hangs for one form holds up the others for a few seconds only, and that form is kept', async () => {
  const { ports, list, kept } = office();
  const ends = new Map<number, () => void>();
  const pause = (ms: number) => new Promise<void>((resolve) => ends.set(ms, resolve));
  const { create } = ports.store;
  const hanging: (() => void)[] = [];
  ports.store.create = async (proposal) => {
    if (hanging.length === 0) await new Promise<void>((resolve) => hanging.push(resolve));
    return create(proposal);
  };
  const desk = openSubmissionDesk({ ...ports, pause });
  const first = desk.submit(command());
  while (hanging.length === 0) await new Promise((resolve) => setImmediate(resolve));
  const lateFirst = ends.get(answerWithinMs);
  const second = desk.submit(command());
  ends.get(5_000)?.();
  expect(await second).toMatchObject({
    kind: 'received',
    stored: { value: { number: 'R8-0001' } },
  });
  lateFirst?.();
  expect(await first).toEqual({ kind: 'kept' });
  hanging[0]?.();
  while (list.items.size < 2) await new Promise((resolve) => setImmediate(resolve));
  expect(numbersOf(list)).toEqual(['R8-0001', 'R8-0002']);
  expect(kept.size).toBe(2);
});

test('a form with a token that somebody else used in another process is refused and not kept', async () => {
  const { desk, ports, list, kept } = office();
  const sent = command();
  const first = await desk.submit(command({ personId: 'x' }));
  if (first.kind !== 'received') throw new Error('expected a receipt');
  await desk.answered(first.stored.value.id);
  await ports.store.create({ ...first.stored.value, id: sent.token, number: 'R8-0002' });
  expect(await desk.submit(sent)).toEqual({
    kind: 'refused',
    refusal: { code: 'form-not-yours' },
  });
  expect(kept.size).toBe(0);
  expect(list.items.size).toBe(2);
});
