import { setTimeout as pause } from 'node:timers/promises';
import { call } from './client.mjs';
import { seed } from './seed.mjs';

/** The app's own allowance per person (src/api/rate-limit.ts), a little less of it. */
const burst = 115;
const perSecond = 3.8;
const longestWaitMs = 40_000;

/**
 * The people of the demo with the tokens of their tabs. Requests are dealt out so that nobody exceeds
 * the app's rate limit; where that is not possible yet, the benchmark waits.
 */
export async function openReaders({ host, app }) {
  const readers = await Promise.all(
    seed.people.map(async ({ id }) => {
      const { token } = await call(`${host}/host/token`, { method: 'POST', body: { person: id } });
      return { token, left: burst, at: Date.now() };
    }),
  );

  function refill() {
    const now = Date.now();
    for (const reader of readers) {
      reader.left = Math.min(burst, reader.left + ((now - reader.at) / 1000) * perSecond);
      reader.at = now;
    }
  }

  const room = () => readers.reduce((sum, { left }) => sum + Math.floor(left), 0);

  async function untilRoom(count) {
    const end = Date.now() + longestWaitMs;
    for (refill(); room() < count; refill()) {
      if (Date.now() > end) throw new Error(`${count} requests are more than the people may ask`);
      await pause(100);
    }
  }

  /** Requests for one path, or for one that depends on the place in the row, by everyone in turn. */
  async function requests(path, count) {
    await untilRoom(count);
    const dealt = [];
    for (let next = 0; dealt.length < count; next += 1) {
      const reader = readers[next % readers.length];
      if (reader.left < 1) continue;
      reader.left -= 1;
      const headers = { Authorization: `Bearer ${reader.token}` };
      const place = typeof path === 'function' ? path(dealt.length) : path;
      dealt.push({ url: `${app}${place}`, headers });
    }
    return dealt;
  }

  return { count: readers.length, requests, token: () => readers[0].token };
}
