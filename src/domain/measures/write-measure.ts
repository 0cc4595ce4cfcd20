import type { Act } from '../act.js';
import type { FieldFault } from '../field-fault.js';
import { readText } from '../form-fields.js';
import { civilDateOf } from '../instant.js';
import { actTextLimits } from '../limits.js';
import type { Refusal } from '../refusal.js';
import { allowed, type Result, refused } from '../result.js';
import { sameValue } from '../same-value.js';
import { entryAfter } from '../trail-entry.js';
import { type Measure, publishedVersion } from './measure.js';
import type { MeasureContent } from './measure-content.js';
import type { MeasureCommand, MeasureContext, MeasureForm } from './measure-context.js';
import { readMeasureContent } from './measure-form.js';
import { isSecretariat, refuseUnlessWorking, worksFor } from './measure-permissions.js';
import { measureFrom, recordMeasure } from './replay-measure.js';

/** 取組をつくる: by the secretariat, or by the office for itself. `id` is the token of the form: one form, one measure. */
export function createMeasure(
  id: string,
  form: MeasureForm,
  act: Act,
  { masters, campaigns }: MeasureContext,
): Result<Measure> {
  if (!worksFor(act, form.ownerDepartment?.trim() ?? '')) return refused({ code: 'not-permitted' });
  const faults: FieldFault[] = [];
  const maySetCampaign = isSecretariat(act);
  const setting = { masters, campaigns, today: civilDateOf(act.at), maySetCampaign };
  const content = readMeasureContent(form, setting, faults);
  if (faults.length > 0) return refused({ code: 'invalid-fields', fields: faults });
  return allowed(measureFrom(entryAfter([], act, { kind: 'created', id, content })));
}

/** Why a measure cannot be written on now. */
export function refuseToWrite(measure: Measure, act: Act): Refusal | undefined {
  const refusal = refuseUnlessWorking(measure, act);
  if (refusal) return refusal;
  if (measure.withdrawn) return { code: 'measure-withdrawn' };
  const { publicationDue } = measure;
  return publicationDue && { code: 'publication-pending', due: publicationDue.due };
}

/** The content as typed. Only who also works for the office it is given to may give it away. */
function readNext(
  measure: Measure,
  form: MeasureForm,
  act: Act,
  { masters, campaigns }: MeasureContext,
  faults: FieldFault[],
): Result<MeasureContent> {
  const present = measure.content;
  const today = civilDateOf(act.at);
  const setting = { masters, campaigns, today, present, maySetCampaign: isSecretariat(act) };
  const content = readMeasureContent(form, setting, faults);
  if (faults.length > 0) return refused({ code: 'invalid-fields', fields: faults });
  const mayGive = worksFor(act, content.owner.departmentId);
  return mayGive ? allowed(content) : refused({ code: 'not-permitted' });
}

/** 編集: what is published stays as it is until the next publication, which adds a version. */
export const editMeasure: MeasureCommand = (measure, form, act, context) => {
  const refusal = refuseToWrite(measure, act);
  if (refusal) return refused(refusal);
  const content = readNext(measure, form, act, context, []);
  if (!content.ok) return content;
  return allowed(recordMeasure(measure, act, { kind: 'edited', content: content.value }));
};

/** 訂正: what is published was wrong. The next publication adds a version marked 訂正 with the reason. */
export const correctMeasure: MeasureCommand = (measure, form, act, context) => {
  const published = publishedVersion(measure);
  const refusal = refuseToWrite(measure, act);
  if (refusal) return refused(refusal);
  if (!published) return refused({ code: 'not-yet-published' });
  const faults: FieldFault[] = [];
  const reason = readText(form, 'reason', actTextLimits.reason, faults);
  const content = readNext(measure, form, act, context, faults);
  if (!content.ok) return content;
  if (sameValue(content.value, published.state.content)) {
    return refused({ code: 'nothing-to-publish' });
  }
  const event = { kind: 'corrected', content: content.value, reason } as const;
  return allowed(recordMeasure(measure, act, event));
};
