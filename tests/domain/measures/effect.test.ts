import fc from 'fast-check';
import {
  type EffectAnswer,
  type EffectStep,
  effectSteps,
  effectTotals,
  readEffectAnswer,
  shownEffectTotals,
} from '../../../src/domain/measures/effect-answer.js';
import { allowedValue } from '../../support/sample-proposals.js';

const who = { measureId: 'm', personId: 'p', answeredAt: 1_000 };

test('an answer is one step of five, with hours, yen and a remark where there are any', () => {
  const form = { effectFelt: '4', effectHours: '１２', effectYen: '3,000円', effectText: '速い。' };
  expect(allowedValue(readEffectAnswer(form, who))).toEqual({
    ...who,
    felt: 4,
    hours: 12,
    yen: 3_000,
    text: '速い。',
  });
  expect(allowedValue(readEffectAnswer({ effectFelt: '1' }, who))).toEqual({ ...who, felt: 1 });
});

test('everything wrong is told at once', () => {
  const form = {
    effectFelt: '6',
    effectHours: '9000',
    effectYen: 'たくさん',
    effectText: 'あ'.repeat(501),
  };
  const refused = readEffectAnswer(form, who);
  expect(refused.ok ? [] : refused.refusal).toEqual({
    code: 'invalid-fields',
    fields: [
      { field: 'effectFelt', rule: 'not-a-choice' },
      { field: 'effectHours', rule: 'out-of-range', least: 0, limit: 8_784 },
      { field: 'effectYen', rule: 'not-a-number' },
      { field: 'effectText', rule: 'too-long', limit: 500 },
    ],
  });
});

const answer = fc.record({
  measureId: fc.constant('m'),
  personId: fc.integer({ min: 1, max: 8 }).map(String),
  felt: fc.constantFrom(...effectSteps),
  hours: fc.nat(100),
  yen: fc.nat(10_000),
  answeredAt: fc.nat(),
});

test('each person counts once, with the last answer, and the sums agree with the steps', () => {
  fc.assert(
    fc.property(fc.array(answer), (answers) => {
      const last = new Map(answers.map((each) => [each.personId, each]));
      const totals = effectTotals(answers);
      expect(totals.answers).toBe(last.size);
      expect(totals.steps.reduce((all, each) => all + each, 0)).toBe(last.size);
      expect(totals.hours).toBe([...last.values()].reduce((all, { hours }) => all + hours, 0));
      expect(totals.satisfied).toBe((totals.steps[3] ?? 0) + (totals.steps[4] ?? 0));
      expect(shownEffectTotals(totals)).toEqual(last.size < 5 ? undefined : totals);
    }),
    { numRuns: 500 },
  );
});

test('satisfaction is the mean with one decimal, and nothing without answers', () => {
  const of = (felt: EffectStep, index: number): EffectAnswer => ({
    ...who,
    personId: String(index),
    felt,
  });
  expect(effectTotals(([5, 4, 4] as const).map(of)).satisfaction).toBe(4.3);
  expect(effectTotals([])).toEqual({
    answers: 0,
    hours: 0,
    yen: 0,
    steps: [0, 0, 0, 0, 0],
    satisfied: 0,
  });
});
