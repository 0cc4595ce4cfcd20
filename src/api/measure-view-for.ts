import type { Measure } from '../domain/measures/measure.js';
import { mayKnowOfMeasure, maySeeWorkingMeasure } from '../domain/measures/measure-visibility.js';
import { actOf } from './act-of.js';
import { json } from './answer.js';
import type { Read, StaffCall } from './call.js';
import { deskMeasure } from './measure-desk.js';
import { measureItem } from './measure-views.js';
import { refusalAnswer } from './refusal-answer.js';

/** A measure as the caller may see it; undefined where it does not exist for the caller. */
export async function measureViewFor(
  call: StaffCall,
  measure: Measure,
): Promise<object | undefined> {
  const act = actOf(call);
  if (maySeeWorkingMeasure(measure, act)) {
    return deskMeasure(call, await call.deps.wholeMeasure(measure));
  }
  if (!mayKnowOfMeasure(measure, act)) return undefined;
  return measureItem(call, await call.deps.wholeMeasure(measure));
}

/** The same for what was just written: where the archive cannot be read now, what its item holds. */
export function writtenMeasureView(call: StaffCall, measure: Measure): Promise<object | undefined> {
  const { wholeMeasure } = call.deps;
  const deps = {
    ...call.deps,
    wholeMeasure: (held: Measure) => wholeMeasure(held).catch(() => held),
  };
  return measureViewFor({ ...call, deps }, measure);
}

/** GET /api/measures/:id. */
export const answerMeasure: Read = async (call) => {
  const measure = call.deps.register.measure(call.params['id'] ?? '')?.value;
  const view = measure && (await measureViewFor(call, measure));
  return view ? json(view) : refusalAnswer({ code: 'no-such-measure' }, call.locale);
};
