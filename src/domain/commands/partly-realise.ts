import { perform, refuseBefore } from '../perform.js';
import { publishedLinks } from '../published-links.js';
import { refused } from '../result.js';
import type { Command } from './command.js';

/** T8 一部実現: at least one published measure is linked, and none covers the whole. */
export const partlyRealise: Command = (proposal, _form, act, context) => {
  const refusal = refuseBefore(proposal, act, 'T8');
  if (refusal) return refused(refusal);
  const links = publishedLinks(proposal, context);
  if (links.length === 0) return refused({ code: 'no-published-measure' });
  if (proposal.links?.some(({ coverage }) => coverage === 'whole')) {
    return refused({ code: 'whole-coverage' });
  }
  return perform(proposal, act, 'T8', {}, () => ({ kind: 'partly-realised' }));
};
