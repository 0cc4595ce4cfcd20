import { createServerClock } from '../../src/tabs/shell/server-clock.js';

function clockAt(start: number) {
  const local = { now: start };
  return { local, clock: createServerClock(() => local.now) };
}

const at = Date.parse('2026-11-09T03:00:00Z');

test('before any answer the own clock is taken', () => {
  expect(clockAt(at).clock.now()).toBe(at);
});

test('the Date of answers sets the clock forward and back', () => {
  const { clock, local } = clockAt(at);
  clock.noteDate(at - 86_400_000);
  expect(clock.now()).toBe(at - 86_400_000);
  local.now += 1_000;
  clock.noteDate(at + 3_600_000);
  expect(clock.now()).toBe(at + 3_600_000);
  clock.noteDate(at - 7_200_000);
  expect(clock.now()).toBe(at - 7_200_000);
});

test('of readings rounded down the greatest is kept', () => {
  const { clock, local } = clockAt(at + 900);
  clock.noteDate(at);
  local.now += 200;
  clock.noteDate(at + 1_000);
  expect(clock.now()).toBe(at + 1_000);
  local.now += 500;
  clock.noteDate(at + 1_000);
  expect(clock.now()).toBe(at + 1_500);
});

test('old times in the content never move the clock back', () => {
  const { clock } = clockAt(at);
  clock.note(at - 86_400_000);
  expect(clock.now()).toBe(at);
});

test('a Date that the content contradicts is left aside', () => {
  const { clock } = clockAt(at);
  clock.noteDate(at);
  clock.note(at + 600_000);
  clock.noteDate(at);
  expect(clock.now()).toBe(at + 600_000);
});
