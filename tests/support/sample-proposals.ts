import { publicationAudience } from '../../src/domain/audience.js';
import type { Decision } from '../../src/domain/decision.js';
import {
  beginReview,
  decideTrack,
  type Proposal,
  receiveProposal,
  releasePublication,
  schedulePublication,
} from '../../src/domain/proposal.js';
import type { Result } from '../../src/domain/result.js';
import { sampleKeptForm } from './sample-forms.js';

/** Monday 5 October 2026, 10:00 in Tokyo. */
export const sampleNow = Date.parse('2026-10-05T01:00:00Z');

/** An invented secretary. */
export const secretary = { id: '00000000-0000-4000-8000-0000000000bb', name: '木洩日 あおい' };

/** A decision that every rule accepts. */
export const sampleDecision = {
  track: 'start-this-fy',
  owner: { departmentId: 'soumu', sectionId: 'bunsho' },
  startMonth: '2026-12',
  startConditions: ['prior-coordination', 'rule-making'],
  reason: '法令に根拠のない押印欄は、廃止の基準を定めれば全庁で見直せます。',
} as const satisfies Decision;

/** The value of a result that must have been allowed. */
export function allowedValue<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${result.refusal.code}`);
  return result.value;
}

/** A received proposal with a number. */
export function receivedProposal(changes: { id?: string; number?: string } = {}): Proposal {
  const kept = sampleKeptForm(changes.id ?? '10000000-0000-4000-8000-000000000001');
  return receiveProposal(
    {
      id: kept.token,
      number: changes.number ?? 'R8-0001',
      campaignId: kept.campaignId,
      receivedAt: kept.receivedAt,
      proposer: { personId: kept.personId, name: kept.personName, ...kept.submission.profile },
      content: kept.submission.content,
    },
    kept.receivedAt,
  );
}

/** A proposal after review, decision and publication. */
export function publishedProposal(changes: { id?: string; number?: string } = {}): Proposal {
  const act = { by: secretary, at: sampleNow };
  const reviewing = allowedValue(beginReview(receivedProposal(changes), act));
  const decided = allowedValue(decideTrack(reviewing, sampleDecision, act));
  const scheduled = allowedValue(schedulePublication(decided, act));
  const audienceOf = (decision: Decision) =>
    publicationAudience(
      scheduled.proposer.personId,
      decision,
      [
        {
          id: 'all',
          purpose: 'staff-updates',
          teamId: 'team-all',
          channelId: '19:all@thread.tacv2',
          label: '働き方改革のお知らせ',
        },
      ],
      sampleNow + 10_000,
    );
  return allowedValue(
    releasePublication(scheduled, audienceOf, { by: secretary, at: sampleNow + 10_000 }),
  );
}
