import { audienceOf } from '../audience-of.js';
import { transitions } from '../lifecycle.js';
import { perform } from '../perform.js';
import type { Command } from './command.js';

/** T4 検討を始める: sets the reviewer, unless one was named before, and tells who proposed at once. Never implied by deciding. */
export const beginReview: Command = (proposal, _form, act, context) =>
  perform(proposal, act, 'T4', {}, () => ({
    kind: 'review-begun',
    reviewer: proposal.reviewer ?? act.by,
    audience: audienceOf(proposal, transitions.T4.atOnce, context, act.at),
  }));
