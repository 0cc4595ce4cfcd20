import { isBeforeReview } from '../before-review.js';
import { civilDateOf } from '../instant.js';
import { refuseUnless } from '../perform.js';
import { record } from '../replay.js';
import { allowed, refused } from '../result.js';
import { checkSubmission } from '../submission-form.js';
import type { Command } from './command.js';

/** 編集: by the proposer until the review begins. The whole form is checked as it was at first. */
export const editContent: Command = (proposal, form, act, context) => {
  const refusal = refuseUnless(proposal, act, ['proposer']);
  if (refusal) return refused(refusal);
  if (!isBeforeReview(proposal)) return refused({ code: 'review-has-begun' });
  const { officeKind } = proposal.proposer;
  const checked = checkSubmission(
    { ...form, officeKind },
    context.masters,
    civilDateOf(act.at),
    context.campaign,
  );
  if (!checked.ok) return checked;
  const { content, profile } = checked.value;
  const { personId, name } = proposal.proposer;
  const proposer = { personId, name, ...profile };
  return allowed(record(proposal, act, { kind: 'content-edited', content, proposer }));
};
