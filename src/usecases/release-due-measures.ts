import { wholeSecond } from '../domain/instant.js';
import { releaseMeasure } from '../domain/measures/publish-measure.js';
import { theSystem } from '../domain/person.js';
import { isReleasable } from '../domain/publication.js';
import { changeMeasure, measureContextOf } from './change-measure.js';
import type { MeasurePorts } from './measure-ports.js';
import type { FaultLog } from './ports.js';

/**
 * The sweep of the publish protocol for measures: carries out every publication that is due by a second conditional
 * write. Several processes may sweep: the second finds it done. Returns how many were released.
 */
export async function releaseDueMeasures(ports: MeasurePorts, onFault: FaultLog): Promise<number> {
  const { register, clock } = ports;
  const act = { by: theSystem, at: wholeSecond(clock.now()) };
  const due = register.measures().filter((measure) => isReleasable(measure, act.at, register));
  let released = 0;
  for (const { id } of due) {
    try {
      const outcome = await changeMeasure(ports, id, (measure) =>
        releaseMeasure(measure, act, measureContextOf(ports)),
      );
      if (outcome.kind === 'changed') released += 1;
    } catch (fault) {
      onFault(`publishing the measure ${id}`, fault);
    }
  }
  return released;
}
