import type { Act } from '../../src/domain/act.js';
import type { Proposal } from '../../src/domain/proposal.js';
import type { Result } from '../../src/domain/result.js';
import { people } from '../support/domain-people.js';
import { byTelephone, deskChannel, receiptGround, receivedOnBehalf } from '../support/handed-in.js';
import {
  after as acted,
  allowedValue,
  did,
  released,
  sampleContext,
  secretaryAct,
} from '../support/sample-proposals.js';

const context = { ...sampleContext, channelMap: receiptGround.channelMap };
const secondSecretary: Act = { ...secretaryAct, by: people.secondSecretary };

/** The code of a refusal, or the first field and what is wrong with it. */
function codeOf(result: Result<Proposal>): string | undefined {
  if (result.ok) return undefined;
  const { refusal } = result;
  if (refusal.code !== 'invalid-fields') return refusal.code;
  return refusal.fields.map(({ field, rule }) => `${field} ${rule}`)[0];
}

describe('the wish of a proposer without a chat to have it reconsidered', () => {
  const reason = '前の説明に、夜間の受付が入っていませんでした。';
  const exclusion = { exclusionReason: 'other', reason: 'この募集の対象になりません。' };

  const excluded = (proposal: Proposal): Proposal =>
    excludedFromReview(acted(proposal, 'begin-review', {}, secretaryAct, context));
  function excludedFromReview(reviewed: Proposal, why = exclusion.reason): Proposal {
    const asked = acted(
      reviewed,
      'propose-exclusion',
      { ...exclusion, reason: why },
      secretaryAct,
      context,
    );
    const confirmed = acted(asked, 'confirm', {}, secondSecretary, context);
    const scheduled = acted(confirmed, 'publish', {}, secondSecretary, context);
    return allowedValue(released(scheduled));
  }
  const wish = { reason, onBehalf: 'yes' };

  test('is written by the secretariat, told to it, and counted as the one there is', () => {
    const wished = acted(excluded(receivedOnBehalf()), 'reopen', wish, secretaryAct, context);
    expect(wished.status).toBe('reviewing');
    expect(wished.trail.at(-1)).toMatchObject({
      kind: 'reopened',
      reason,
      onBehalf: true,
      audience: { people: [], channels: [{ channelId: deskChannel, as: 'secretariat' }] },
    });
    const again = excludedFromReview(wished, '再考しても、この募集の対象になりません。');
    expect(codeOf(did(again, 'reopen', wish, secondSecretary, context))).toBe(
      'already-reconsidered',
    );
    expect(did(again, 'reopen', { reason }, secondSecretary, context).ok).toBe(true);
  });

  test('is not what the secretariat reopens by itself', () => {
    const reopened = acted(
      excluded(receivedOnBehalf()),
      'reopen',
      { reason, onBehalf: 'no' },
      secretaryAct,
      context,
    );
    expect(reopened.reconsidered).toBeFalsy();
    expect(reopened.trail.at(-1)).not.toHaveProperty('onBehalf');
  });

  test('is written for nobody who has a chat, and says yes or no', () => {
    const ofStaff = excluded(receivedOnBehalf(byTelephone()));
    expect(codeOf(did(ofStaff, 'reopen', wish, secretaryAct, context))).toBe('not-permitted');
    const unsure = { reason, onBehalf: 'maybe' };
    expect(codeOf(did(ofStaff, 'reopen', unsure, secretaryAct, context))).toEqual(
      'onBehalf not-a-choice',
    );
  });
});
