import type { Act } from '../act.js';
import { actsFor } from '../capacity.js';
import type { FieldFault } from '../field-fault.js';
import { readChoice, readOptionalText } from '../form-fields.js';
import { civilDateOf } from '../instant.js';
import { type Masters, validOn } from '../masters.js';
import { type Measure, publishedVersion } from '../measures/measure.js';
import type { MeasureForm } from '../measures/measure-context.js';
import { isSecretariat } from '../measures/measure-permissions.js';
import { allowed, type Result, refused } from '../result.js';
import type { Adoption } from './adoption.js';

/** Longest note, in characters as a person sees them. */
export const longestAdoptionNote = 100;

/**
 * 実践の有無: whether a department follows a published rule, answered in the progress inquiry 進捗照会 by its owner or
 * head, or by the secretariat on its behalf. It changes nothing of the rule.
 */
export function readAdoption(
  rule: Measure,
  form: MeasureForm,
  act: Act,
  masters: Pick<Masters, 'departments'>,
): Result<Adoption> {
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
  const { by, at } = act;
  return allowed({
    measureId: rule.id,
    departmentId,
    adopted,
    by,
    at,
    ...(note !== undefined && { note }),
  });
}
