import { type Measure, makerOf } from '../domain/measures/measure.js';
import type { MeasureForm } from '../domain/measures/measure-context.js';
import { createMeasure } from '../domain/measures/write-measure.js';
import type { Actor } from '../domain/person.js';
import { actNow } from './act-on-proposal.js';
import { type MeasureOutcome, measureContextOf, storeOf } from './change-measure.js';
import { Failure } from './failure.js';
import type { MeasurePorts } from './measure-ports.js';
import type { Stored } from './ports.js';

/** The measure that was made with a token before, in either list. */
async function findMade(
  { measureStores, writer }: MeasurePorts,
  id: string,
): Promise<Stored<Measure> | undefined> {
  const found =
    (await measureStores.measures.findByKey(id)) ??
    (await measureStores.casebookRules.findByKey(id));
  if (found) writer.tookMeasure(found);
  return found;
}

/** What a token already made: its own maker gets it again, anybody else learns nothing of it. */
function madeBefore(made: Stored<Measure>, by: Actor): MeasureOutcome {
  return makerOf(made.value)?.id === by.id
    ? { kind: 'changed', stored: made }
    : { kind: 'refused', refusal: { code: 'not-permitted' } };
}

/**
 * 取組をつくる: one form, one measure, however often it is sent. Where nobody can say whether it was stored, it is read
 * by its token before it is said to have failed.
 */
export async function makeMeasure(
  ports: MeasurePorts,
  by: Actor,
  id: string,
  form: MeasureForm,
): Promise<MeasureOutcome> {
  const { register, clock, measureStores, writer } = ports;
  const held = register.measure(id);
  if (held) return madeBefore(held, by);
  const act = actNow(register, clock, by);
  const made = createMeasure(id, form, act, measureContextOf(ports));
  if (!made.ok) return { kind: 'refused', refusal: made.refusal };
  const outcome = await storeOf(measureStores, made.value).create(made.value);
  if (outcome.kind === 'stored') {
    writer.tookMeasure(outcome.stored);
    return { kind: 'changed', stored: outcome.stored };
  }
  const found = await findMade(ports, id);
  if (found) return madeBefore(found, by);
  throw new Failure('unavailable', `whether the measure ${id} was stored is not known`);
}
