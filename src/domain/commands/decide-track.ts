import { checkDecision } from '../decision-form.js';
import { civilDateOf } from '../instant.js';
import { perform, refuseBefore } from '../perform.js';
import { refused } from '../result.js';
import { suggestTrack } from '../selection-policy.js';
import type { Command } from './command.js';

/**
 * T5 対応方針を決める, or T6 where a decision is changed: sets the working state only; nobody is told. What the policy
 * suggested from the notes is kept beside it.
 */
export const decideTrack: Command = (proposal, form, act, context) => {
  const id = proposal.status === 'reviewing' ? 'T5' : 'T6';
  const refusal = refuseBefore(proposal, act, id);
  if (refusal) return refused(refusal);
  const checked = checkDecision(form, { ...context, today: civilDateOf(act.at) });
  if (!checked.ok) return checked;
  const suggestion = proposal.marks && suggestTrack(proposal, context.issueGroupShare(proposal));
  return perform(proposal, act, id, {}, () => ({
    kind: 'track-decided',
    decision: checked.value,
    ...(suggestion && { suggestion }),
  }));
};
