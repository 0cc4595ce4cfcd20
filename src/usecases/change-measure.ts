import { channelsOn } from '../domain/channel-map.js';
import { civilDateOf } from '../domain/instant.js';
import type { Measure } from '../domain/measures/measure.js';
import type { MeasureContext } from '../domain/measures/measure-context.js';
import { longestLeft } from '../domain/measures/measure-room.js';
import type { Result } from '../domain/result.js';
import { changeStored, type StoredChange } from './change-stored.js';
import type { MeasurePorts, MeasureStores } from './measure-ports.js';
import type { Store, Stored } from './ports.js';
import { shortenedMeasure } from './shorten-trail.js';

/** What a change of a measure came to. */
export type MeasureOutcome = StoredChange<Measure>;

/** The list a measure lies in: a rule in the casebook's. Its kind never moves it from one to the other. */
export function storeOf(stores: MeasureStores, { content }: Measure): Store<Measure> {
  return content.kind === 'rule' ? stores.casebookRules : stores.measures;
}

/** What the rules about measures may look at, as the register holds it now. */
export function measureContextOf({
  register,
  clock,
}: Pick<MeasurePorts, 'register' | 'clock'>): MeasureContext {
  return {
    masters: register.masters(),
    campaigns: register.campaigns(),
    channelMap: channelsOn(register.channelMap(), civilDateOf(clock.now())),
    proposalsLinkedTo: (measureId) => register.proposalsLinkedTo(measureId),
    proposalsToldWith: (measureId) => register.proposalsToldWith(measureId),
    releaseState: (setId) => register.releaseState(setId),
  };
}

/**
 * Runs a command on one measure and writes it with If-Match (see change-stored.ts). The oldest entries of a trail that
 * has become too long are archived before; where they cannot go yet, at most `longest` characters may stay.
 */
export async function changeMeasure(
  { measureStores, measureArchive: archive, register, writer }: MeasurePorts,
  id: string,
  command: (measure: Measure) => Result<Measure>,
  longest: number = longestLeft.byItself,
): Promise<MeasureOutcome> {
  const held = register.measure(id);
  if (!held) return { kind: 'refused', refusal: { code: 'no-such-measure' } };
  const place = {
    store: storeOf(measureStores, held.value),
    took: (stored: Stored<Measure>) => writer.tookMeasure(stored),
    toFit: (stored: Measure, next: Measure) =>
      shortenedMeasure({ archive, register }, stored, next, longest),
  };
  return changeStored(place, held, command, { code: 'no-such-measure' });
}
