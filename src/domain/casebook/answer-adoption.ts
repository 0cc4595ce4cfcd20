import { actsFor } from '../capacity.js';
import type { FieldFault } from '../field-fault.js';
import { readChoice, readOptionalText } from '../form-fields.js';
import { civilDateOf } from '../instant.js';
import { validOn } from '../masters.js';
import { publishedVersion } from '../measures/measure.js';
import type { MeasureCommand } from '../measures/measure-context.js';
import { isSecretariat } from '../measures/measure-permissions.js';
import { recordMeasure } from '../measures/replay-measure.js';
import { allowed, refused } from '../result.js';

/** Longest note, in characters as a person sees them. Every department answers every inquiry, in the trail of the rule. */
export const longestAdoptionNote = 100;

/**
 * 実践の有無: whether a department follows a published rule, answered in the progress inquiry 進捗照会 by its owner or
 * head, or by the secretariat on its behalf. The last answer counts.
 */
export const answerAdoption: MeasureCommand = (rule, form, act, { masters }) => {
  const departmentId = form.department?.trim() ?? '';
  if (!isSecretariat(act) && !actsFor(act, departmentId)) return refused({ code: 'not-permitted' });
  const published = publishedVersion(rule)?.state;
  if (rule.content.kind !== 'rule') return refused({ code: 'not-a-rule' });
  if (!published || published.withdrawn) return refused({ code: 'not-yet-published' });
  const faults: FieldFault[] = [];
  const departments = validOn(masters.departments, civilDateOf(act.at)).map(({ id }) => id);
  readChoice(form, 'department', departments, faults);
  const adopted = readChoice(form, 'adopted', ['yes', 'no'], faults) === 'yes';
  const note = readOptionalText(form, 'note', longestAdoptionNote, faults);
  if (faults.length > 0) return refused({ code: 'invalid-fields', fields: faults });
  return allowed(
    recordMeasure(rule, act, {
      kind: 'adoption-answered',
      departmentId,
      adopted,
      ...(note !== undefined && { note }),
    }),
  );
};
