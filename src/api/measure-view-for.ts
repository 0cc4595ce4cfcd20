import type { Measure } from '../domain/measures/measure.js';
import { mayKnowOfMeasure, maySeeWorkingMeasure } from '../domain/measures/measure-visibility.js';
import { json } from './answer.js';
import type { Read, StaffCall } from './call.js';
import { deskMeasure } from './measure-desk.js';
import { measureItem } from './measure-views.js';
import { refusalAnswer } from './refusal-answer.js';
import { actOf } from './view-for.js';

/** A measure as the caller may see it; undefined where it does not exist for the caller. */
export function measureViewFor(call: StaffCall, measure: Measure): object | undefined {
  const act = actOf(call);
  if (maySeeWorkingMeasure(measure, act)) return deskMeasure(call, measure);
  return mayKnowOfMeasure(measure, act) ? measureItem(call, measure) : undefined;
}

/** GET /api/measures/:id. */
export const answerMeasure: Read = (call) => {
  const measure = call.deps.register.measure(call.params['id'] ?? '')?.value;
  const view = measure && measureViewFor(call, measure);
  return view ? json(view) : refusalAnswer({ code: 'no-such-measure' }, call.locale);
};
