import { audienceOf } from '../audience.js';
import { transitions } from '../lifecycle.js';
import { perform } from '../perform.js';
import { refused } from '../result.js';
import type { Command } from './command.js';
import { readReturn } from './read-return.js';

/** T6b 所管違い: the owner's head sends a delegation back, naming a better office if known. */
export const returnDelegation: Command = (proposal, form, act, context) => {
  const { faults, returned } = readReturn(form, act, context);
  if (proposal.status === 'decided' && proposal.decision?.track !== 'delegated') {
    return refused({ code: 'not-delegated' });
  }
  return perform(proposal, act, 'T6b', faults, () => ({
    kind: 'returned',
    ...returned,
    audience: audienceOf(proposal, transitions.T6b.atOnce, context, act.at),
  }));
};
