import { openSendRate } from '../../src/notifications/send-rate.js';
import type { SendOutcome } from '../../src/usecases/messenger.js';

const accepted: SendOutcome = { kind: 'accepted', activityId: '1' };
const refusedForLoad: SendOutcome = { kind: 'not-sent', why: 'throttled', retryAfterMs: 1_000 };

/** A rate of one send in 40 ms on a clock that moves as far as somebody waits. */
function openRate() {
  let now = 1_000_000;
  const sentAt: number[] = [];
  const rate = openSendRate({
    clock: { now: () => now },
    pause: async (milliseconds) => {
      now += milliseconds;
    },
    gapMs: 40,
  });
  const send = (place: string, outcome: SendOutcome = accepted) =>
    rate.through(place, async () => {
      sentAt.push(now);
      return outcome;
    });
  const pass = (milliseconds: number): void => {
    now += milliseconds;
  };
  return { send, sentAt, pass };
}

const gaps = (times: readonly number[]): readonly number[] =>
  times.slice(1).map((at, index) => at - (times[index] ?? 0));

test('sends to many places follow each other at the gap', async () => {
  const { send, sentAt } = openRate();
  for (let n = 0; n < 30; n += 1) await send(`chat ${n}`);
  expect(new Set(gaps(sentAt))).toStrictEqual(new Set([40]));
});

test('one conversation gets five in a second and fifty in thirty; what is more is not sent', async () => {
  const { send, sentAt, pass } = openRate();
  const first = [];
  for (let n = 0; n < 7; n += 1) first.push(await send('chat'));
  expect(first.filter(({ kind }) => kind === 'accepted')).toHaveLength(5);
  expect(first[6]).toMatchObject({ kind: 'not-sent', why: 'throttled' });
  expect((await send('another chat')).kind).toBe('accepted');
  for (let n = 0; n < 100; n += 1) {
    pass(400);
    await send('chat');
  }
  const inChat = sentAt.filter((at) => at > (sentAt.at(-1) ?? 0) - 30_000);
  expect(inChat.length).toBeLessThanOrEqual(50);
  pass(30_000);
  expect((await send('chat')).kind).toBe('accepted');
});

test('a refusal for load slows all sends down, and what is taken brings the gap back', async () => {
  const { send, sentAt } = openRate();
  for (let n = 0; n < 3; n += 1) await send(`chat ${n}`, refusedForLoad);
  await send('chat 3');
  await send('chat 4');
  expect(gaps(sentAt).at(-1)).toBe(320);
  for (let n = 5; n < 100; n += 1) await send(`chat ${n}`);
  expect(gaps(sentAt).at(-1)).toBe(40);
  expect(Math.max(...gaps(sentAt))).toBeLessThanOrEqual(400);
});

test('who comes when the next turn is far away is told to come again, and nothing is sent', async () => {
  const { send, pass } = openRate();
  for (let n = 0; n < 10; n += 1) await send(`chat ${n}`, refusedForLoad);
  pass(-3_000);
  expect(await send('late')).toMatchObject({ kind: 'not-sent', why: 'throttled' });
  pass(-2 * 3_600_000);
  expect((await send('clock set back')).kind).toBe('accepted');
});
