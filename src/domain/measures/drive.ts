import type { CivilDate, Instant } from '../instant.js';
import type { HeldRole } from '../member.js';
import type { Actor } from '../person.js';
import type { Proposal } from '../proposal.js';
import type { ProposalNumber } from '../proposal-number.js';
import type { RefusalCode } from '../refusal.js';
import { eventIdOf } from '../trail.js';

/**
 * What a measure drives into the proposals it realises. `ask`: partly realised, or proposed as realised (T9, the first
 * of two people); `confirm` and `decline`: the second of them; `publish`: their publication.
 */
export const driveSteps = ['ask', 'confirm', 'decline', 'publish'] as const;

/** One of the steps. */
export type DriveStep = (typeof driveSteps)[number];

/** What is to be done, by whom, and with which proposals: all that carrying it out needs, frozen when it was asked. */
export interface DriveOrder {
  readonly step: DriveStep;
  /** The person in whose name every proposal is changed. */
  readonly by: Actor;
  /** The roles held when it was asked, for the record: what is carried out later counts the roles held then. */
  readonly roles: readonly HeldRole[];
  readonly numbers: readonly ProposalNumber[];
  /** For `ask`. */
  readonly realisedOn?: CivilDate;
  /** For `decline`. */
  readonly reason?: string;
}

/** Why a proposal can be left as it is by a drive: the codes of what the rules refuse there. */
export const driveExceptionCodes = [
  'not-found',
  'not-permitted',
  'conflict-of-interest',
  'same-person',
  'transition-not-allowed',
  'no-published-measure',
  'whole-coverage',
  'merged',
  'confirmation-pending',
  'publication-pending',
  'nothing-to-confirm',
  'nothing-to-publish',
  'decided-alone',
  'survivor-withdrawn',
  'invalid-fields',
  // It was tried again and again, and could not be written.
  'failed',
] as const satisfies readonly (RefusalCode | 'failed')[];

/** One of the codes. */
export type DriveExceptionCode = (typeof driveExceptionCodes)[number];

/** The code under which a refusal is listed; one that no rule of a drive gives is listed as a faulty entry. */
export function exceptionCodeOf(code: RefusalCode): DriveExceptionCode {
  return driveExceptionCodes.find((each) => each === code) ?? 'invalid-fields';
}

/**
 * The code under which others than the person who was refused read an exception: whose idea a proposal is, is nothing
 * for them.
 */
export function toldToOthers(code: DriveExceptionCode): DriveExceptionCode {
  return code === 'conflict-of-interest' ? 'not-permitted' : code;
}

/** A proposal that was left as it is, and why. */
export interface DriveException {
  readonly number: ProposalNumber;
  readonly code: DriveExceptionCode;
}

/** How a drive ended: every proposal is done or listed as an exception. */
export interface DriveEnd {
  readonly done: number;
  readonly exceptions: readonly DriveException[];
  readonly at: Instant;
}

/** One drive with its place in the trail of the measure, and its end once it has one. */
export interface Drive extends DriveOrder {
  readonly seq: number;
  readonly at: Instant;
  readonly end?: DriveEnd;
}

/** What has drives: a measure. */
interface Drives {
  readonly drives: readonly Drive[];
}

/** The id of the event that a driven proposal names as its cause. */
export function causeOf(measureId: string, drive: Pick<Drive, 'seq'>): string {
  return eventIdOf(measureId, drive.seq);
}

/** Whether a proposal was changed because of an event. Asked of the trail itself, so that nothing is done twice. */
export function wasDriven(proposal: Proposal, cause: string): boolean {
  return proposal.trail.some((entry) => entry.cause === cause);
}

/** The oldest drive that is not carried out to its end. One that a publication began meanwhile waits behind it. */
export function openDrive({ drives }: Drives): Drive | undefined {
  return drives.find(({ end }) => end === undefined);
}

/** A drive as it would be with some of its proposals only. */
export function driveAmong(drive: Drive, isAmong: (number: ProposalNumber) => boolean): Drive {
  const numbers = drive.numbers.filter(isAmong);
  const among: Drive = { ...drive, numbers };
  if (!drive.end) return among;
  const exceptions = drive.end.exceptions.filter(({ number }) => isAmong(number));
  const done = numbers.length - exceptions.length;
  return { ...among, end: { ...drive.end, done, exceptions } };
}

/**
 * How long what cannot be written is tried again. Then it is listed as an exception, so that one proposal does not keep
 * the others, and what is asked of them next, waiting for ever.
 */
export const longestTryMs = 60 * 60 * 1000;

/** Whether a drive was tried for long enough, from its beginning or the end of the one before it. */
export function wasTriedLong({ drives }: Drives, drive: Drive, now: Instant): boolean {
  const ends = drives.flatMap(({ end }) => end?.at ?? []);
  return now >= Math.max(drive.at, ...ends) + longestTryMs;
}

/** How far a drive is. */
export interface DriveProgress {
  readonly total: number;
  readonly done: number;
  readonly exceptions: readonly DriveException[];
  readonly isEnded: boolean;
}

/** How far a drive is, counted in the proposals themselves until it is ended. */
export function progressOf(
  measureId: string,
  drive: Drive,
  proposalByNumber: (number: ProposalNumber) => Proposal | undefined,
): DriveProgress {
  const total = drive.numbers.length;
  if (drive.end) {
    const { done, exceptions } = drive.end;
    return { total, done, exceptions, isEnded: true };
  }
  const cause = causeOf(measureId, drive);
  const done = drive.numbers.filter((number) => {
    const proposal = proposalByNumber(number);
    return proposal !== undefined && wasDriven(proposal, cause);
  }).length;
  return { total, done, exceptions: [], isEnded: false };
}
