import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { followedClock } from '../../src/runtime/clock.js';
import { openQueue } from '../../src/runtime/queue.js';
import { repeat } from '../../src/runtime/repeat.js';

test('a followed clock tells the time of the address it follows, and keeps it while the address is away', async () => {
  const there = Date.parse('2026-10-05T01:00:00Z');
  const server = createServer((_, response) =>
    response.end(JSON.stringify({ now: new Date(there) })),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const faults: unknown[] = [];
  const clock = await followedClock(`http://127.0.0.1:${port}/`, (fault) => faults.push(fault));
  expect(Math.abs(clock.now() - there)).toBeLessThan(60_000);
  server.closeAllConnections();
  server.close();
  while (faults.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
  expect(Math.abs(clock.now() - there)).toBeLessThan(60_000);
  clock.stop();
});

test('a clock that cannot be read at the start is a fault', async () => {
  await expect(followedClock('http://127.0.0.1:9/', () => {})).rejects.toThrow();
});

test('works in a queue never overlap, and a failing one lets the next run', async () => {
  const inTurn = openQueue();
  const log: string[] = [];
  const work =
    (name: string, fails = false) =>
    async () => {
      log.push(`${name} begins`);
      await new Promise((resolve) => setImmediate(resolve));
      log.push(`${name} ends`);
      if (fails) throw new Error(name);
      return name;
    };
  const results = await Promise.allSettled([
    inTurn(work('a')),
    inTurn(work('b', true)),
    inTurn(work('c')),
  ]);
  expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});

test('a repeated work goes on after a fault and ends when it is stopped', async () => {
  let rounds = 0;
  const faults: string[] = [];
  const thrice = new Promise<void>((resolve) => {
    const repeated = repeat(
      'counting',
      1,
      async () => {
        rounds += 1;
        if (rounds === 1) throw new Error('once');
        if (rounds === 3) repeated.stop().then(resolve, resolve);
      },
      (what) => faults.push(what),
    );
  });
  await thrice;
  const after = rounds;
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(rounds).toBe(after);
  expect(faults).toEqual(['counting']);
});
