import {
  type Drive,
  driveAmong,
  longestTryMs,
  openDrive,
  progressOf,
  toldToOthers,
  wasTriedLong,
} from '../../../src/domain/measures/drive.js';
import { MeasureWorld, worldPeople } from '../../support/measure-world.js';

const open: Drive = {
  step: 'publish',
  ...worldPeople.secretary,
  numbers: ['R8-0001', 'R8-0002', 'R8-0003'],
  seq: 4,
  at: 1_000,
};
const ended: Drive = {
  ...open,
  end: {
    done: 1,
    exceptions: [
      { number: 'R8-0001', code: 'merged' },
      { number: 'R8-0003', code: 'not-permitted' },
    ],
    at: 9_000,
  },
};

test('whose idea a proposal is stays hidden from all but who was refused for it', () => {
  expect(toldToOthers('conflict-of-interest')).toBe('not-permitted');
  expect(toldToOthers('merged')).toBe('merged');
});

test('of a drive everybody reads only about the proposals that exist for them', () => {
  const isLater = (number: string) => number !== 'R8-0001';
  const numbers = ['R8-0002', 'R8-0003'];
  expect(driveAmong(open, isLater)).toEqual({ ...open, numbers });
  expect(driveAmong(ended, isLater)).toEqual({
    ...open,
    numbers,
    end: { done: 1, exceptions: [{ number: 'R8-0003', code: 'not-permitted' }], at: 9_000 },
  });
});

test('the oldest drive without an end is carried out', () => {
  expect(openDrive({ drives: [ended, open, { ...open, seq: 7 }] })?.seq).toBe(4);
  expect(openDrive({ drives: [ended] })).toBeUndefined();
});

test('what cannot be written is tried for an hour, from the end of the drive before it', () => {
  const alone = { drives: [open] };
  expect(wasTriedLong(alone, open, 1_000 + longestTryMs - 1)).toBe(false);
  expect(wasTriedLong(alone, open, 1_000 + longestTryMs)).toBe(true);
  const behind = { drives: [ended, open] };
  expect(wasTriedLong(behind, open, 9_000 + longestTryMs - 1)).toBe(false);
  expect(wasTriedLong(behind, open, 9_000 + longestTryMs)).toBe(true);
});

test('how far a drive is, is counted in the proposals until it has its end', () => {
  const world = new MeasureWorld();
  world.decided('R8-0001');
  const { trail, ...rest } = world.proposal('R8-0001');
  const proposalWith = (cause: string) => (number: string) =>
    number === 'R8-0001'
      ? { ...rest, trail: trail.map((entry) => ({ ...entry, cause })) }
      : undefined;
  expect(progressOf('m', open, proposalWith('m:4'))).toEqual({
    total: 3,
    done: 1,
    exceptions: [],
    isEnded: false,
  });
  expect(progressOf('m', open, proposalWith('m:5')).done).toBe(0);
  expect(progressOf('m', ended, proposalWith('m:4'))).toEqual({
    total: 3,
    done: 1,
    exceptions: ended.end?.exceptions,
    isEnded: true,
  });
});
