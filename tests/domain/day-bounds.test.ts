import type { ActForm } from '../../src/domain/commands/command.js';
import { latestDay } from '../../src/domain/limits.js';
import {
  did,
  publishedProposal,
  receivedProposal,
  sampleNow,
} from '../support/sample-proposals.js';

const faultOf = (name: Parameters<typeof did>[1], form: ActForm): string => {
  const result = did(receivedProposal(), name, form);
  if (result.ok || result.refusal.code !== 'invalid-fields') return '';
  return result.refusal.fields.map(({ field, rule }) => `${field} ${rule}`).join();
};

test('ten years ahead is the last day, of a leap day the end of February', () => {
  expect(latestDay('2026-10-05')).toBe('2036-10-05');
  expect(latestDay('2028-02-29')).toBe('2038-02-28');
});

test('a meeting is held within ten years', () => {
  expect(faultOf('invite-to-present', { meeting: '会議', heldOn: '9999-12-31' })).toBe(
    'heldOn too-late',
  );
});

test('the title of each milestone is bounded by itself', () => {
  const milestones = `2026-12-01|${'節'.repeat(61)}`;
  expect(faultOf('set-priority', { team: 'チーム', milestones })).toBe('milestones too-long');
});

test('nothing began before it was received', () => {
  const owner = { role: 'owner', departmentId: 'soumu' } as const;
  const act = { by: { id: 'owner', name: '所管（架空）' }, at: sampleNow + 60_000, roles: [owner] };
  const start = (startedOn: string) =>
    did(publishedProposal(), 'start-work', { startedOn, firstAction: '様式を集めた。' }, act);
  expect(start('2026-10-04')).toEqual({
    ok: false,
    refusal: { code: 'invalid-fields', fields: [{ field: 'startedOn', rule: 'too-early' }] },
  });
  expect(start('2026-10-05').ok).toBe(true);
});
