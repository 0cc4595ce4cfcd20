import type { RefusalCode } from '../refusal.js';
import type { ItemRef } from './release-item.js';

/** Why an item of a set is not published with it. */
export const releaseExceptionCodes = [
  'not-found',
  'changed-since-chosen',
  'nothing-to-publish',
  'publication-pending',
  'confirmation-pending',
  'whole-coverage',
  'conflict-of-interest',
  'not-permitted',
  'decided-alone',
  'survivor-withdrawn',
  'taken-out',
  'refused',
] as const;

/** One of the codes; `taken-out`: a person undid its publication, `refused`: a rule spoke against it. */
export type ReleaseExceptionCode = (typeof releaseExceptionCodes)[number];

/** An item that is not published with its set, and why. */
export interface ReleaseException extends ItemRef {
  readonly code: ReleaseExceptionCode;
}

/**
 * The code under which an exception is read: whose idea a proposal is, is nothing for others, and who it is reads
 * nothing of the set (blind review).
 */
export function toldException(code: ReleaseExceptionCode): ReleaseExceptionCode {
  return code === 'conflict-of-interest' ? 'not-permitted' : code;
}

/** The exception that a refusal makes. */
export function exceptionCodeOf(refusal: RefusalCode): ReleaseExceptionCode {
  if (refusal === 'no-such-measure') return 'not-found';
  return releaseExceptionCodes.find((code) => code === refusal) ?? 'refused';
}
