import type { Act } from '../act.js';
import type { ActContext } from '../act-context.js';
import type { FieldFault } from '../field-fault.js';
import { readChoice, readText } from '../form-fields.js';
import { civilDateOf } from '../instant.js';
import { actTextLimits } from '../limits.js';
import { validOn } from '../masters.js';
import type { ActForm } from './command.js';

/** Why something is sent back as 所管違い, and where it belongs if the office knows. */
export function readReturn(
  form: ActForm,
  { at }: Act,
  { masters }: ActContext,
): {
  readonly faults: readonly FieldFault[];
  readonly returned: { readonly reason: string; readonly suggestedDepartmentId?: string };
} {
  const faults: FieldFault[] = [];
  const reason = readText(form, 'reason', actTextLimits.reason, faults);
  if (!form.suggestedDepartment?.trim()) return { faults, returned: { reason } };
  const departments = validOn(masters.departments, civilDateOf(at)).map(({ id }) => id);
  const suggestedDepartmentId = readChoice(form, 'suggestedDepartment', departments, faults);
  return { faults, returned: { reason, suggestedDepartmentId } };
}
