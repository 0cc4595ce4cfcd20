import fc from 'fast-check';
import { isOfficeHoliday } from '../../../src/api/office-holidays.js';
import { burnDown } from '../../../src/domain/queues/burn-down.js';
import {
  after as acted,
  receivedProposal,
  reviewedProposal,
  sampleDecisionForm,
  secretaryAct,
} from '../../support/sample-proposals.js';

describe('burn-down', () => {
  test('of 212 undecided with ten working days left asks for 22 a day', () => {
    const items = Array.from({ length: 212 }, (_, index) =>
      receivedProposal({ id: String(index) }),
    );
    const { remaining, pace } = burnDown(items, '2026-11-09', isOfficeHoliday, '2026-11-24');
    expect(remaining).toBe(212);
    expect(pace).toEqual({ reportOn: '2026-11-24', workingDays: 10, perDay: 22, isOnPace: false });
  });

  test('counts what was decided on the last working day, over a weekend', () => {
    const at = Date.parse('2026-11-06T05:00:00Z');
    const act = { ...secretaryAct, at };
    const decided = acted(
      reviewedProposal({ number: 'R8-0002' }),
      'decide-track',
      sampleDecisionForm,
      act,
    );
    const again = acted(
      decided,
      'decide-track',
      { ...sampleDecisionForm, reason: '別の理由を十文字以上で。' },
      { ...act, at: at + 4 * 86_400_000 },
    );
    const shown = burnDown(
      [reviewedProposal(), again],
      '2026-11-09',
      isOfficeHoliday,
      '2026-11-10',
    );
    expect(shown).toMatchObject({ remaining: 1, decidedLastWorkingDay: 1 });
    expect(shown.pace).toEqual({
      reportOn: '2026-11-10',
      workingDays: 1,
      perDay: 1,
      isOnPace: true,
    });
    expect(shown.days).toHaveLength(20);
    expect(shown.days.slice(-3)).toEqual([
      { day: '2026-11-05', remaining: 2 },
      { day: '2026-11-06', remaining: 1 },
      { day: '2026-11-09', remaining: 1 },
    ]);
  });

  test('has no pace without a report day, and asks for all that is left once the day has come', () => {
    expect(burnDown([], '2026-11-09', isOfficeHoliday).pace).toBeUndefined();
    const late = burnDown([receivedProposal()], '2026-11-24', isOfficeHoliday, '2026-11-24');
    expect(late.pace).toMatchObject({ workingDays: 0, perDay: 1, isOnPace: false });
  });

  test('ends each row of days with what is left now', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 30 }),
        fc.integer({ min: 0, max: 30 }),
        (open, done) => {
          const items = [
            ...Array.from({ length: open }, () => receivedProposal()),
            ...Array.from({ length: done }, () =>
              acted(reviewedProposal(), 'decide-track', sampleDecisionForm),
            ),
          ];
          const { remaining, days } = burnDown(items, '2026-11-09', isOfficeHoliday);
          expect(remaining).toBe(open);
          expect(days.at(-1)?.remaining).toBe(open);
        },
      ),
      { numRuns: 20 },
    );
  });
});
