import type { Act } from '../act.js';
import { type Measure, publishedVersion } from './measure.js';
import { worksFor } from './measure-permissions.js';

/** Whether somebody reads the working state of a measure: the secretariat, and the owner and head of its office. */
export function maySeeWorkingMeasure({ content }: Measure, act: Act): boolean {
  return worksFor(act, content.owner.departmentId);
}

/** Whether a measure exists for a person at all: a draft only for those who work on it. */
export function mayKnowOfMeasure(measure: Measure, act: Act): boolean {
  return publishedVersion(measure) !== undefined || maySeeWorkingMeasure(measure, act);
}
