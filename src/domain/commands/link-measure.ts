import type { FieldFault } from '../field-fault.js';
import { readChoice, readOptionalText, readText } from '../form-fields.js';
import { actTextLimits } from '../limits.js';
import { note } from '../perform.js';
import { coverages, type MeasureLink } from '../proposal-state.js';
import { refused } from '../result.js';
import type { Command } from './command.js';

const linkers = ['secretariat', 'owner', 'head'] as const;

/**
 * Says which measure realises a proposal, wholly or in part; what remains is named where it is a part. The link is
 * shown to others with the next publication.
 */
export const linkMeasure: Command = (proposal, form, act, context) => {
  const { publicationDue } = proposal;
  if (publicationDue) return refused({ code: 'publication-pending', due: publicationDue.due });
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
  return note(proposal, act, linkers, { faults }, () => ({ kind: 'measure-linked', link }));
};
