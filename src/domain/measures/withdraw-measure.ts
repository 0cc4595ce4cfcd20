import type { Act } from '../act.js';
import type { FieldFault } from '../field-fault.js';
import { readText } from '../form-fields.js';
import { actTextLimits } from '../limits.js';
import type { Proposal } from '../proposal.js';
import type { ProposalNumber } from '../proposal-number.js';
import { allowed, refused } from '../result.js';
import type { Status } from '../status.js';
import { maySeePublished, maySeeWorking } from '../visibility.js';
import { type Measure, publishedVersion } from './measure.js';
import type { MeasureCommand, MeasureContext } from './measure-context.js';
import { refuseUnlessWorking } from './measure-permissions.js';
import { recordMeasure } from './replay-measure.js';
import { refuseToWrite } from './write-measure.js';

const realised: ReadonlySet<Status> = new Set(['realised', 'partially-realised']);

const isTold = ({ published }: Proposal): boolean => realised.has(published.status);

/** Whether a proposal is realised by what the working state links, or is about to be. */
function isBeingRealised({ status, pending }: Proposal): boolean {
  return realised.has(status) || pending?.what === 'realised';
}

/**
 * The proposals that are realised by a measure, so that it cannot be withdrawn: a realised proposal has a published
 * measure (domain specification 1.7, 3). They are corrected (T14) first, and the correction is published: until then
 * everyone reads that the measure realises them, whatever the working state links.
 */
export function restingOn(
  measureId: string,
  {
    proposalsLinkedTo,
    proposalsToldWith,
  }: Pick<MeasureContext, 'proposalsLinkedTo' | 'proposalsToldWith'>,
): readonly Proposal[] {
  const working = proposalsLinkedTo(measureId).filter(isBeingRealised);
  const told = proposalsToldWith(measureId).filter(isTold);
  return [...new Set([...working, ...told])];
}

/** The numbers of those that a person may know to rest on it: as one who works on them, or as everyone may. */
function numbersFor(
  proposals: readonly Proposal[],
  measureId: string,
  act: Act,
  { campaigns }: Pick<MeasureContext, 'campaigns'>,
): readonly ProposalNumber[] {
  return proposals
    .filter((proposal) => {
      if (maySeeWorking(proposal, act)) return true;
      const names = proposal.published.links?.some((link) => link.measureId === measureId);
      const campaign = campaigns.find(({ id }) => id === proposal.campaignId);
      return names && isTold(proposal) && maySeePublished(proposal, campaign, act.by.id);
    })
    .map(({ number }) => number);
}

/**
 * 取下げ: a draft is gone at once; a published measure stays as it is for everyone until the withdrawal is published
 * as a version of its own.
 */
export const withdrawMeasure: MeasureCommand = (measure, form, act, context) => {
  const refusal = refuseToWrite(measure, act);
  if (refusal) return refused(refusal);
  const resting = publishedVersion(measure) ? restingOn(measure.id, context) : [];
  if (resting.length > 0) {
    const numbers = numbersFor(resting, measure.id, act, context);
    return refused({ code: 'measure-in-use', numbers });
  }
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
