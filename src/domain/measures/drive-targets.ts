import type { Proposal } from '../proposal.js';
import type { ProposalNumber } from '../proposal-number.js';
import { isUnpublished } from '../publication.js';
import type { Status } from '../status.js';
import { causeOf, type Drive } from './drive.js';
import type { MeasureContext } from './measure-context.js';

type Linked = Pick<MeasureContext, 'proposalsLinkedTo'>;

/** Statuses in which there is nothing left for a measure to bring about. */
const over: ReadonlySet<Status> = new Set(['realised', 'withdrawn', 'out-of-scope', 'difficult']);

/** Whether one of its links, to this measure or another, covers the whole. */
function isWhole({ links = [] }: Proposal): boolean {
  return links.some(({ coverage }) => coverage === 'whole');
}

function isToAsk(proposal: Proposal): boolean {
  const { status, mergedInto, pending } = proposal;
  if (over.has(status) || mergedInto !== undefined || pending) return false;
  return status !== 'partially-realised' || isWhole(proposal);
}

const numberOf = ({ number }: Proposal): ProposalNumber => number;

/** Most proposals of one drive, so that the trail of the measure has room for its end. */
export const mostDriven = 200;

/** Statuses from which a measure can bring a proposal forward. */
const ready: ReadonlySet<Status> = new Set(['decided', 'started', 'partially-realised']);

/**
 * The proposals a measure can still bring forward, those that are ready first. Those not decided yet are among them,
 * so that they are listed as exceptions and not forgotten; merged ones follow their survivor.
 */
export function numbersToAsk(
  measureId: string,
  { proposalsLinkedTo }: Linked,
): readonly ProposalNumber[] {
  return proposalsLinkedTo(measureId)
    .filter(isToAsk)
    .toSorted((a, b) => Number(ready.has(b.status)) - Number(ready.has(a.status)))
    .slice(0, mostDriven)
    .map(numberOf);
}

/** Whether a proposal waits for the second person because of one of these events. */
export function waitsBecauseOf({ pending, trail }: Proposal, causes: readonly string[]): boolean {
  if (pending?.what !== 'realised') return false;
  const cause = trail.find(({ seq }) => seq === pending.seq)?.cause;
  return cause !== undefined && causes.includes(cause);
}

/** The events by which a measure proposed its proposals as realised. */
export function askCauses(measureId: string, drives: readonly Drive[]): readonly string[] {
  return drives.filter(({ step }) => step === 'ask').map((drive) => causeOf(measureId, drive));
}

/** The proposals that wait for a second person because of the measure. */
export function numbersToConfirm(
  measureId: string,
  drives: readonly Drive[],
  { proposalsLinkedTo }: Linked,
): readonly ProposalNumber[] {
  const causes = askCauses(measureId, drives);
  return proposalsLinkedTo(measureId)
    .filter((proposal) => waitsBecauseOf(proposal, causes))
    .slice(0, mostDriven)
    .map(numberOf);
}

/** The proposals that are realised, wholly or in part, and not told so. */
export function numbersToPublish(
  measureId: string,
  { proposalsLinkedTo }: Linked,
): readonly ProposalNumber[] {
  return proposalsLinkedTo(measureId)
    .filter(
      (proposal) =>
        (proposal.status === 'realised' || proposal.status === 'partially-realised') &&
        proposal.publicationDue === undefined &&
        isUnpublished(proposal),
    )
    .slice(0, mostDriven)
    .map(numberOf);
}
