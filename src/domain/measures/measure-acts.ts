import {
  askRealisation,
  confirmRealisation,
  declineRealisation,
  publishRealised,
} from './begin-drive.js';
import type { MeasureCommand } from './measure-context.js';
import { publishMeasure, undoMeasurePublication } from './publish-measure.js';
import { reinstateMeasure, withdrawMeasure } from './withdraw-measure.js';
import { correctMeasure, editMeasure } from './write-measure.js';

/** Everything a person can do with a measure once it is made, by the name under which it is asked for. */
export const measureActs = {
  'ask-realisation': askRealisation,
  'confirm-realisation': confirmRealisation,
  correct: correctMeasure,
  'decline-realisation': declineRealisation,
  edit: editMeasure,
  publish: publishMeasure,
  'publish-realised': publishRealised,
  reinstate: reinstateMeasure,
  'undo-publication': undoMeasurePublication,
  withdraw: withdrawMeasure,
} as const satisfies Readonly<Record<string, MeasureCommand>>;

/** The name of an act on a measure. */
export type MeasureActName = keyof typeof measureActs;

function isActName(name: string): name is MeasureActName {
  return Object.hasOwn(measureActs, name);
}

/** All of them. */
export const measureActNames: readonly MeasureActName[] =
  Object.keys(measureActs).filter(isActName);
