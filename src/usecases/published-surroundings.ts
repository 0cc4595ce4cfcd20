import { versionInForce } from '../domain/measures/published-measure.js';
import type { Surroundings } from '../domain/published-view.js';
import type { Register } from './ports.js';

/** What published views show of other records, as the register holds it now. */
export function publishedSurroundings(
  register: Pick<Register, 'proposal' | 'measure'>,
): Surroundings {
  return {
    proposal: (id) => register.proposal(id)?.value,
    measureTitle: (measureId) => {
      const measure = register.measure(measureId)?.value;
      return measure && versionInForce(measure)?.state.content.title;
    },
  };
}
