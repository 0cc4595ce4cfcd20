import { createRateLimits } from '../../../src/local/connector/rate-limits.js';

function clocked() {
  let now = 1_000_000;
  const limits = createRateLimits(() => now);
  return {
    send: (conversation = 'a:1') => limits.take('send', conversation),
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
  };
}

test('seven a second, then the next second but only eight in two', () => {
  const { send, pass } = clocked();
  for (let at = 0; at < 7; at += 1) expect(send()).toBeUndefined();
  expect(send()).toMatchObject({ limit: 7, seconds: 1, waitSeconds: 1 });
  pass(1001);
  expect(send()).toBeUndefined();
  expect(send()).toMatchObject({ limit: 8, seconds: 2 });
});

test('sixty in half a minute', () => {
  const { send, pass } = clocked();
  for (let at = 0; at < 60; at += 1) {
    expect(send()).toBeUndefined();
    pass(300);
  }
  expect(send()).toMatchObject({ limit: 60, seconds: 30, waitSeconds: 12 });
});

test('one conversation does not use up the share of another', () => {
  const { send } = clocked();
  for (let at = 0; at < 7; at += 1) send('a:1');
  expect(send('a:1')).toBeDefined();
  expect(send('a:2')).toBeUndefined();
});

test('fifty calls a second for the whole tenant', () => {
  const { send } = clocked();
  for (let at = 0; at < 50; at += 1) expect(send(`a:${at}`)).toBeUndefined();
  expect(send('a:50')).toMatchObject({ limit: 50, seconds: 1 });
});
