import { someAtOnce } from '../../src/usecases/some-at-once.js';

test('works on at most so many at once and answers in order', async () => {
  let running = 0;
  let most = 0;
  const doubled = await someAtOnce([1, 2, 3, 4, 5, 6, 7], 3, async (each) => {
    running += 1;
    most = Math.max(most, running);
    for (let turn = 0; turn < 10 - each; turn += 1) await Promise.resolve();
    running -= 1;
    return each * 2;
  });
  expect(doubled).toEqual([2, 4, 6, 8, 10, 12, 14]);
  expect(most).toBe(3);
});
