import { audienceOf } from '../audience-of.js';
import { transitions } from '../lifecycle.js';
import { perform, refuseUnlessDelegated } from '../perform.js';
import type { Command } from './command.js';
import { readReturn } from './read-return.js';

/** T6b 所管違い: the owner's head sends a delegation back, naming a better office if known. */
export const returnDelegation: Command = (proposal, form, act, context) => {
  const { faults, returned } = readReturn(form, act, context);
  const refusal = refuseUnlessDelegated(proposal);
  return perform(proposal, act, 'T6b', { faults, refusal }, () => ({
    kind: 'returned',
    ...returned,
    audience: audienceOf(proposal, transitions.T6b.atOnce, context, act.at),
  }));
};
