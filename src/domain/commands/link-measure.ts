import type { FieldFault } from '../field-fault.js';
import { readChoice, readOptionalText, readText } from '../form-fields.js';
import { actTextLimits } from '../limits.js';
import { note } from '../perform.js';
import type { Proposal } from '../proposal.js';
import { coverages, type MeasureLink } from '../proposal-state.js';
import type { Refusal } from '../refusal.js';
import type { Command } from './command.js';

const linkers = ['secretariat', 'owner', 'head'] as const;

/** What is about to be published or confirmed stays as it was seen. */
function refuseWhileSeen({ publicationDue, pending }: Proposal): Refusal | undefined {
  if (publicationDue) return { code: 'publication-pending', due: publicationDue.due };
  return pending && { code: 'confirmation-pending', what: pending.what };
}

/**
 * Says which measure realises a proposal, wholly or in part; what remains is named where it is a part. The link is
 * shown to others with the next publication.
 */
export const linkMeasure: Command = (proposal, form, act, context) => {
  const faults: FieldFault[] = [];
  const measureId = form.measure?.trim() ?? '';
  const isKnown = measureId !== '' && context.measureState(measureId) !== undefined;
  if (!isKnown) faults.push({ field: 'measure', rule: measureId ? 'not-a-choice' : 'required' });
  const coverage = readChoice(form, 'coverage', coverages, faults);
  const remaining =
    coverage === 'part'
      ? readText(form, 'remaining', { most: actTextLimits.remaining }, faults)
      : readOptionalText({}, 'remaining', actTextLimits.remaining, faults);
  const link: MeasureLink = {
    measureId,
    coverage: coverage || 'part',
    ...(remaining !== undefined && { remaining }),
  };
  const refusal = refuseWhileSeen(proposal);
  return note(proposal, act, linkers, { faults, refusal }, () => ({
    kind: 'measure-linked',
    link,
  }));
};
