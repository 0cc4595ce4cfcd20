import type { Audience, AudienceChannel } from '../../src/domain/audience.js';
import type { Decision } from '../../src/domain/decision.js';
import { decisionTextLimits } from '../../src/domain/decision-form.js';
import {
  beginReview,
  decideTrack,
  type Proposal,
  releasePublication,
  schedulePublication,
  undoPublication,
} from '../../src/domain/proposal.js';
import { longestTrail } from '../../src/domain/trail-room.js';
import { proposals } from '../../src/graph/lists/proposals.js';
import {
  allowedValue,
  sampleNow as at,
  receivedProposal,
  secretary,
} from '../support/sample-proposals.js';

const act = { by: secretary, at };
const later = { by: secretary, at: at + 20_000 };

const channels = Array.from({ length: 40 }, (_, index): AudienceChannel => {
  return { channelId: `19:${String(index).padStart(40, '0')}@thread.tacv2`, as: 'staff' };
});
const audience: Audience = {
  people: [{ personId: secretary.id, as: 'proposer' }],
  channels,
  asOf: at,
};

/** A decision whose texts are as long as the form allows, of one sign. */
function longDecision(sign: string): Decision {
  return {
    track: 'delegated',
    owner: { departmentId: 'soumu', sectionId: 'bunsho' },
    replyDue: '2026-11-04',
    reason: sign.repeat(decisionTextLimits.reason.most),
    reasonNotOfficeWide: sign.repeat(decisionTextLimits.note.most),
  };
}

const reviewing = () => allowedValue(beginReview(receivedProposal(), act));

/** Throws where the list would not take the proposal. */
function checkStorable(proposal: Proposal): void {
  expect(JSON.stringify(proposal.trail).length).toBeLessThanOrEqual(longestTrail);
  proposals.toFields(proposal);
}

function publishOver(proposal: Proposal): Proposal {
  const scheduled = allowedValue(schedulePublication(proposal, act));
  checkStorable(scheduled);
  checkStorable(allowedValue(undoPublication(scheduled, act)));
  const released = allowedValue(releasePublication(scheduled, () => audience, later));
  checkStorable(released);
  return released;
}

test.each([
  ['ordinary signs', '理', 6],
  ['signs that JSON writes as two', '"', 4],
  ['signs of eleven units', '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}\u200D\u{1F466}', 1],
])('whatever could be decided can be published and undone: %s', (_name, sign, atLeast) => {
  let proposal = reviewing();
  let rounds = 0;
  let result = decideTrack(proposal, longDecision(sign), act);
  while (result.ok) {
    checkStorable(result.value);
    proposal = publishOver(result.value);
    rounds += 1;
    result = decideTrack(proposal, longDecision(sign), act);
  }
  expect(result.refusal).toEqual({ code: 'trail-full' });
  expect(rounds).toBeGreaterThanOrEqual(atLeast);
});

test('a decision changed again and again is refused while the last one can still be published', () => {
  let decided = allowedValue(decideTrack(reviewing(), longDecision('理'), act));
  let result = decideTrack(decided, longDecision('理'), act);
  while (result.ok) {
    decided = result.value;
    result = decideTrack(decided, longDecision('理'), act);
  }
  expect(result.refusal).toEqual({ code: 'trail-full' });
  publishOver(decided);
});

test('a publication undone again and again is refused before it could not be undone', () => {
  let proposal = allowedValue(decideTrack(reviewing(), longDecision('理'), act));
  let result = schedulePublication(proposal, act);
  while (result.ok) {
    checkStorable(allowedValue(releasePublication(result.value, () => audience, later)));
    proposal = allowedValue(undoPublication(result.value, act));
    checkStorable(proposal);
    result = schedulePublication(proposal, act);
  }
  expect(result.refusal).toEqual({ code: 'trail-full' });
});
