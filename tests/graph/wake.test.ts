import { createWake } from '../../src/graph/wake.js';

/** A list that answers its polls when told to, with so many changes. */
function openList() {
  const waiting: ((told: number | undefined) => void)[] = [];
  let polls = 0;
  return {
    polls: () => polls,
    poll: () => {
      polls += 1;
      return new Promise<number | undefined>((resolve) => waiting.push(resolve));
    },
    async answer(told: number | undefined): Promise<void> {
      while (waiting.length === 0) await new Promise((resolve) => setTimeout(resolve, 1));
      waiting.shift()?.(told);
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

const gapMs = 10;
const rest = () => new Promise((resolve) => setTimeout(resolve, 5 * gapMs));

test('however often it is woken, a list is asked at once and then once more', async () => {
  const list = openList();
  const { wake, stop } = createWake({ poll: list.poll, gapMs });
  for (let n = 0; n < 100; n += 1) wake();
  expect(list.polls()).toBe(1);
  for (let n = 0; n < 100; n += 1) wake();
  await list.answer(3);
  for (let n = 0; n < 100; n += 1) wake();
  expect(list.polls()).toBe(1);
  await list.answer(1);
  await rest();
  expect(list.polls()).toBe(2);
  wake();
  expect(list.polls()).toBe(3);
  stop();
});

test.each([
  ['tells nothing', 0],
  ['fails', undefined],
])('a poll that %s is repeated three times, because delta may not know yet', async (_, told) => {
  const list = openList();
  const { wake, stop } = createWake({ poll: list.poll, gapMs });
  wake();
  for (let n = 0; n < 4; n += 1) await list.answer(told);
  await rest();
  expect(list.polls()).toBe(4);
  stop();
});

test('once the change is told the list is left alone', async () => {
  const list = openList();
  const { wake, stop } = createWake({ poll: list.poll, gapMs });
  wake();
  await list.answer(0);
  await list.answer(1);
  await rest();
  expect(list.polls()).toBe(2);
  stop();
});

test('after the end it is not asked any more', async () => {
  const list = openList();
  const { wake, stop } = createWake({ poll: list.poll, gapMs });
  wake();
  wake();
  stop();
  await list.answer(0);
  wake();
  await rest();
  expect(list.polls()).toBe(1);
});
