import type { FieldFault } from '../field-fault.js';
import { readText } from '../form-fields.js';
import { actTextLimits } from '../limits.js';
import type { Proposal } from '../proposal.js';
import type { ProposalNumber } from '../proposal-number.js';
import { allowed, refused } from '../result.js';
import type { Status } from '../status.js';
import { type Measure, publishedVersion } from './measure.js';
import type { MeasureCommand, MeasureContext } from './measure-context.js';
import { refuseUnlessWorking } from './measure-permissions.js';
import { recordMeasure } from './replay-measure.js';
import { refuseToWrite } from './write-measure.js';

const realised: ReadonlySet<Status> = new Set(['realised', 'partially-realised']);

/** Whether a proposal is realised by what the working state links, or is about to be. */
function isBeingRealised({ status, pending }: Proposal): boolean {
  return realised.has(status) || pending?.what === 'realised';
}

/**
 * The numbers of the proposals that are realised by a measure, so that it cannot be withdrawn: a realised proposal has
 * a published measure (domain specification 1.7, 3). They are corrected (T14) first, and the correction is published:
 * until then everyone reads that the measure realises them, whatever the working state links.
 */
export function restingOn(
  measureId: string,
  { proposalsLinkedTo, proposalsToldWith }: MeasureContext,
): readonly ProposalNumber[] {
  const told = proposalsToldWith(measureId).filter(({ published }) =>
    realised.has(published.status),
  );
  const working = proposalsLinkedTo(measureId).filter(isBeingRealised);
  return [...new Set([...working, ...told].map(({ number }) => number))];
}

/**
 * 取下げ: a draft is gone at once; a published measure stays as it is for everyone until the withdrawal is published
 * as a version of its own.
 */
export const withdrawMeasure: MeasureCommand = (measure, form, act, context) => {
  const refusal = refuseToWrite(measure, act);
  if (refusal) return refused(refusal);
  const numbers = publishedVersion(measure) ? restingOn(measure.id, context) : [];
  if (numbers.length > 0) return refused({ code: 'measure-in-use', numbers });
  const faults: FieldFault[] = [];
  const reason = readText(form, 'reason', actTextLimits.reason, faults);
  if (faults.length > 0) return refused({ code: 'invalid-fields', fields: faults });
  return allowed(recordMeasure(measure, act, { kind: 'withdrawn', reason }));
};

function refuseToReinstate(measure: Measure) {
  const { publicationDue, withdrawn } = measure;
  if (!withdrawn) return { code: 'measure-not-withdrawn' } as const;
  return publicationDue && ({ code: 'publication-pending', due: publicationDue.due } as const);
}

/** 取下げをやめる. A published withdrawal stays readable; the next publication adds a version in force again. */
export const reinstateMeasure: MeasureCommand = (measure, form, act) => {
  const refusal = refuseUnlessWorking(measure, act) ?? refuseToReinstate(measure);
  if (refusal) return refused(refusal);
  const faults: FieldFault[] = [];
  const reason = readText(form, 'reason', actTextLimits.reason, faults);
  if (faults.length > 0) return refused({ code: 'invalid-fields', fields: faults });
  return allowed(recordMeasure(measure, act, { kind: 'reinstated', reason }));
};
