import type { Measure } from '../domain/measures/measure.js';
import { type MeasureActName, measureActs } from '../domain/measures/measure-acts.js';
import type { MeasureCommand, MeasureForm } from '../domain/measures/measure-context.js';
import { longestLeft } from '../domain/measures/measure-room.js';
import { mayKnowOfMeasure } from '../domain/measures/measure-visibility.js';
import type { Actor } from '../domain/person.js';
import { type Result, refused } from '../domain/result.js';
import { lastSeq } from '../domain/trail-entry.js';
import { actNow } from './act-on-proposal.js';
import { changeMeasure, type MeasureOutcome, measureContextOf } from './change-measure.js';
import type { MeasurePorts } from './measure-ports.js';

/** A measure as the person acting saw it: its id and, where the working state was seen, its last trail entry. */
export interface SeenMeasure {
  readonly id: string;
  readonly seq?: number | undefined;
}

/**
 * Does one thing with one measure, for whoever asks. Whether the person may is the rule's to say; a draft that the
 * person does not work on is answered as not existing.
 */
export async function actOnMeasure(
  ports: MeasurePorts,
  by: Actor,
  { id, seq }: SeenMeasure,
  name: MeasureActName,
  form: MeasureForm,
): Promise<MeasureOutcome> {
  const { register, clock } = ports;
  const act = actNow(register, clock, by);
  const held = register.measure(id);
  if (!held || !mayKnowOfMeasure(held.value, act)) {
    return { kind: 'refused', refusal: { code: 'no-such-measure' } };
  }
  const context = measureContextOf(ports);
  const command: MeasureCommand = measureActs[name];
  const run = (measure: Measure): Result<Measure> =>
    seq === undefined || seq === lastSeq(measure.trail)
      ? command(measure, form, act, context)
      : refused({ code: 'changed-meanwhile' });
  return changeMeasure(ports, id, run, longestLeft.byPerson);
}
