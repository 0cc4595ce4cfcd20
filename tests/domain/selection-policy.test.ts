import { strongConcernPercent, suggestTrack } from '../../src/domain/selection-policy.js';
import type { CostLevel, Rollout, TriageMarks } from '../../src/domain/triage-marks.js';

const marks = (humanCost: CostLevel, physicalCost: CostLevel, rollout: Rollout): TriageMarks =>
  rollout === 'hard'
    ? { humanCost, physicalCost, rollout, rolloutReason: '部局に固有のため。' }
    : { humanCost, physicalCost, rollout };
const suggested = (of: TriageMarks | undefined, share?: number) =>
  suggestTrack(of ? { marks: of } : {}, share)?.track;

test('nothing is suggested before the costs are noted', () => {
  expect(suggested(undefined)).toBeUndefined();
});

test('what is hard to roll out goes to its department, whatever it costs', () => {
  expect(suggested(marks('small', 'small', 'hard'), 50)).toBe('delegated');
});

test('what costs little is realised this year, what costs more in one way is begun', () => {
  expect(suggested(marks('small', 'small', 'possible'))).toBe('realise-this-fy');
  expect(suggested(marks('small', 'medium', 'possible'))).toBe('start-this-fy');
  expect(suggested(marks('unknown', 'small', 'possible'))).toBe('start-this-fy');
});

test('what costs more in both ways comes later, unless many care about it', () => {
  const large = marks('large', 'medium', 'possible');
  expect(suggested(large)).toBe('later');
  expect(suggested(large, strongConcernPercent - 0.1)).toBe('later');
  expect(suggested(large, strongConcernPercent)).toBe('start-this-fy');
});

test('a suggestion says what it looked at', () => {
  expect(suggestTrack({ marks: marks('small', 'large', 'possible') }, 3.5)).toEqual({
    track: 'start-this-fy',
    inputs: { humanCost: 'small', physicalCost: 'large', rollout: 'possible', groupShare: 3.5 },
  });
});
