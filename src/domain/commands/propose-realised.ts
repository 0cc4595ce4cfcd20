import type { FieldFault } from '../field-fault.js';
import { readDay, readOptionalText } from '../form-fields.js';
import { civilDateOf } from '../instant.js';
import { actTextLimits } from '../limits.js';
import { perform, refuseBefore } from '../perform.js';
import type { Realisation } from '../proposal-state.js';
import { publishedLinks } from '../published-links.js';
import { refused } from '../result.js';
import type { Command } from './command.js';

/**
 * T9, the first of two people: needs a published measure, a day from the start (or the receipt) to today, and what remains where no measure
 * covers the whole.
 */
export const proposeRealised: Command = (proposal, form, act, context) => {
  const refusal = refuseBefore(proposal, act, 'T9');
  if (refusal) return refused(refusal);
  const faults: FieldFault[] = [];
  const least = proposal.start?.startedOn ?? civilDateOf(proposal.receivedAt);
  const realisedOn = readDay(form, 'realisedOn', { least, most: civilDateOf(act.at) }, faults);
  const remaining = readOptionalText(form, 'remaining', actTextLimits.remaining, faults);
  const links = publishedLinks(proposal, context);
  if (links.length === 0) return refused({ code: 'no-published-measure' });
  const isWhole = links.some(({ coverage }) => coverage === 'whole');
  if (!isWhole && remaining === undefined) faults.push({ field: 'remaining', rule: 'required' });
  const realisation: Realisation = { realisedOn, ...(remaining !== undefined && { remaining }) };
  return perform(proposal, act, 'T9', { faults }, () => ({
    kind: 'confirmation-asked',
    confirmable: { what: 'realised', realisation },
  }));
};
