import { wholeSecond } from '../domain/instant.js';
import { endDrive } from '../domain/measures/begin-drive.js';
import {
  type Drive,
  type DriveException,
  exceptionCodeOf,
  openDrive,
  wasTriedLong,
} from '../domain/measures/drive.js';
import { driveProposal } from '../domain/measures/drive-proposal.js';
import type { Measure } from '../domain/measures/measure.js';
import { theSystem } from '../domain/person.js';
import type { ProposalNumber } from '../domain/proposal-number.js';
import type { Refusal } from '../domain/refusal.js';
import { contextOf } from './act-context-now.js';
import type { ActPorts } from './act-on-proposal.js';
import { changeMeasure } from './change-measure.js';
import { type ChangeOutcome, changeProposal } from './change-proposal.js';
import type { MeasurePorts } from './measure-ports.js';
import type { FaultLog } from './ports.js';
import { someAtOnce } from './some-at-once.js';

/** What carrying drives out needs. */
export type DrivePorts = ActPorts & MeasurePorts;

const writesAtOnce = 4;

/** A publication that is carried out so soon is waited for; a later one makes the proposal an exception. */
const soonMs = 60_000;

type Came =
  | { readonly kind: 'done' }
  /** With the code under which it is listed when it was tried for long enough. */
  | { readonly kind: 'again'; readonly exception: DriveException }
  | { readonly kind: 'exception'; readonly exception: DriveException };

const failed = (number: ProposalNumber): Came => ({
  kind: 'again',
  exception: { number, code: 'failed' },
});

function cameOfRefusal(number: ProposalNumber, refusal: Refusal, now: number): Came {
  if (refusal.code === 'already-driven') return { kind: 'done' };
  if (refusal.code === 'changed-meanwhile') return failed(number);
  const exception = { number, code: exceptionCodeOf(refusal.code) };
  const isSoon = refusal.code === 'publication-pending' && refusal.due <= now + soonMs;
  return { kind: isSoon ? 'again' : 'exception', exception };
}

async function driveOne(
  ports: DrivePorts,
  measure: Measure,
  drive: Drive,
  number: ProposalNumber,
): Promise<Came> {
  const at = wholeSecond(ports.clock.now());
  const held = ports.register.proposalByNumber(number);
  const outcome: ChangeOutcome = held
    ? await changeProposal(ports, held.value.id, (proposal) =>
        driveProposal(measure, drive, proposal, at, contextOf(ports, proposal)),
      )
    : { kind: 'refused', refusal: { code: 'not-found' } };
  return outcome.kind === 'changed' ? { kind: 'done' } : cameOfRefusal(number, outcome.refusal, at);
}

/** Brings one drive as far as it goes now; ends it where each proposal is done, an exception, or was tried for long. */
async function carryOut(
  ports: DrivePorts,
  measure: Measure,
  drive: Drive,
  onFault: FaultLog,
): Promise<void> {
  const came = await someAtOnce(drive.numbers, writesAtOnce, async (number): Promise<Came> => {
    try {
      return await driveOne(ports, measure, drive, number);
    } catch (fault) {
      onFault(`bringing ${number} up to date with the measure ${measure.id}`, fault);
      return failed(number);
    }
  });
  const act = { by: theSystem, at: wholeSecond(ports.clock.now()) };
  const isOpen = came.some(({ kind }) => kind === 'again');
  if (isOpen && !wasTriedLong(measure, drive, act.at)) return;
  const exceptions = came.flatMap((each) => (each.kind === 'done' ? [] : [each.exception]));
  await changeMeasure(ports, measure.id, (present) =>
    endDrive(present, act, { seq: drive.seq, exceptions }),
  );
}

/**
 * Carries out what measures drive into the proposals they realise: one conditional write each, which names the event
 * of the measure as its cause. A process that dies leaves the drive open; the next sweep finds by the causes what is
 * done and goes on with the rest. Returns how many drives were worked on.
 */
export async function carryOutDrives(ports: DrivePorts, onFault: FaultLog): Promise<number> {
  const open = ports.register.measures().flatMap((measure) => {
    const drive = openDrive(measure);
    return drive ? [{ measure, drive }] : [];
  });
  for (const { measure, drive } of open) {
    try {
      await carryOut(ports, measure, drive, onFault);
    } catch (fault) {
      onFault(`ending a drive of the measure ${measure.id}`, fault);
    }
  }
  return open.length;
}
