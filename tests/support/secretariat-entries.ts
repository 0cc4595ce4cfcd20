import type { Audience } from '../../src/domain/audience.js';
import type { Proposal } from '../../src/domain/proposal.js';
import type { TrailEntry } from '../../src/domain/trail.js';
import { publishedProposal, sampleNow } from './sample-proposals.js';

const audience: Audience = { people: [], channels: [], asOf: sampleNow };
const base = {
  seq: 9,
  occurredAt: sampleNow,
  recordedAt: sampleNow,
  by: { id: 'x', name: '早苗 ひなた' },
  audience,
};
const reason = 'この様式は出先機関の規則で定めており、所管が異なります。';
const text =
  '規則で押印を定める様式が約40あります。廃止の基準を先に決めれば、年度内に始められます。';

/** A proposal that two offices were asked about and that one owns. */
function workedOn(): Proposal {
  const request = { text: 'ご意見を', dueOn: '2026-11-13', askedAt: sampleNow };
  return {
    ...publishedProposal({ number: 'R8-0214' }),
    opinions: [{ id: '4', departmentId: 'touris-2', ...request }],
  };
}

/** One entry of every kind that the secretariat's channel is told of, with the name of its card. */
export function secretariatEntries(): readonly (readonly [string, Proposal, TrailEntry])[] {
  const proposal = workedOn();
  const reminded = { ...base, kind: 'reminded' as const, dueOn: '2026-11-13' };
  const entries: readonly (readonly [string, TrailEntry])[] = [
    ['answer', { ...base, kind: 'question-answered', text }],
    ['withdrawn', { ...base, kind: 'withdrawn' }],
    [
      'opinion',
      { ...base, kind: 'opinion-given', requestId: '4', verdict: 'feasible-in-part', text },
    ],
    [
      'opinion-returned',
      {
        ...base,
        kind: 'opinion-returned',
        requestId: '4',
        reason,
        suggestedDepartmentId: 'touris-3',
      },
    ],
    ['returned', { ...base, kind: 'returned', reason }],
    [
      'replied',
      { ...base, kind: 'delegation-replied', answer: 'will-start', dueOn: '2026-12-25', text },
    ],
    ['reopened', { ...base, kind: 'reopened', reason }],
    ['late-question', { ...reminded, about: 'question', target: '1', step: 'escalated' }],
    ['late-opinion', { ...reminded, about: 'opinion', target: '4', step: 'escalated' }],
    ['late-delegation', { ...reminded, about: 'delegation', target: 'd', step: 'escalated' }],
    ['late-confirmation', { ...reminded, about: 'confirmation', target: '5', step: 'escalated' }],
    ['no-channel', { ...reminded, about: 'opinion', target: '4', step: 'soon' }],
  ];
  return entries.map(([name, entry]) => [name, proposal, entry]);
}
