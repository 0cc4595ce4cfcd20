import type { Act } from '../act.js';
import type { FieldFault } from '../field-fault.js';
import { readDay, readText } from '../form-fields.js';
import { civilDateOf } from '../instant.js';
import { actTextLimits } from '../limits.js';
import { theSystem } from '../person.js';
import type { Refusal } from '../refusal.js';
import { allowed, type Result, refused } from '../result.js';
import { type DriveException, type DriveOrder, openDrive } from './drive.js';
import { numbersToAsk, numbersToConfirm, numbersToPublish } from './drive-targets.js';
import { type Measure, standingOf } from './measure.js';
import type { MeasureCommand } from './measure-context.js';
import { refuseUnlessPublishing, refuseUnlessWorking } from './measure-permissions.js';
import { recordMeasure } from './replay-measure.js';

function refuseToDrive(measure: Measure): Refusal | undefined {
  if (standingOf(measure) !== 'published') return { code: 'not-yet-published' };
  return openDrive(measure) && { code: 'drive-open' };
}

function begin(
  measure: Measure,
  act: Act,
  faults: readonly FieldFault[],
  order: Omit<DriveOrder, 'by' | 'roles'>,
): Result<Measure> {
  if (faults.length > 0) return refused({ code: 'invalid-fields', fields: faults });
  if (order.numbers.length === 0) return refused({ code: 'nothing-to-drive' });
  const { by, roles = [] } = act;
  return allowed(
    recordMeasure(measure, act, { kind: 'drive-begun', order: { ...order, by, roles } }),
  );
}

/**
 * 提案への反映: proposes what the measure realises wholly as realised (the first of two people) and what it realises
 * in part as partly realised.
 */
export const askRealisation: MeasureCommand = (measure, form, act, context) => {
  const refusal = refuseUnlessWorking(measure, act) ?? refuseToDrive(measure);
  if (refusal) return refused(refusal);
  const faults: FieldFault[] = [];
  const realisedOn = readDay(form, 'realisedOn', { most: civilDateOf(act.at) }, faults);
  const numbers = numbersToAsk(measure.id, context);
  return begin(measure, act, faults, { step: 'ask', numbers, realisedOn });
};

/** Whether everything that waits was asked for by this very person. */
function refuseOwnAsk({ drives }: Measure, act: Act): Refusal | undefined {
  const askers = drives.filter(({ step }) => step === 'ask').map(({ by }) => by.id);
  const isOwn = askers.length > 0 && askers.every((id) => id === act.by.id);
  return isOwn ? { code: 'same-person' } : undefined;
}

/** 反映の確認: the second of two people (T9), for all that wait because of the measure. */
export const confirmRealisation: MeasureCommand = (measure, _form, act, context) => {
  const refusal =
    refuseUnlessWorking(measure, act) ?? refuseToDrive(measure) ?? refuseOwnAsk(measure, act);
  if (refusal) return refused(refusal);
  const numbers = numbersToConfirm(measure.id, measure.drives, context);
  return begin(measure, act, [], { step: 'confirm', numbers });
};

/** 差戻し: the second person does not confirm, or the first one takes it back. */
export const declineRealisation: MeasureCommand = (measure, form, act, context) => {
  const refusal = refuseUnlessWorking(measure, act) ?? refuseToDrive(measure);
  if (refusal) return refused(refusal);
  const faults: FieldFault[] = [];
  const reason = readText(form, 'reason', actTextLimits.reason, faults);
  const numbers = numbersToConfirm(measure.id, measure.drives, context);
  return begin(measure, act, faults, { step: 'decline', numbers, reason });
};

/** 反映の公表: asks for the publication of all that came of it, each to be undone within its ten seconds. */
export const publishRealised: MeasureCommand = (measure, _form, act, context) => {
  const refusal = refuseUnlessPublishing(measure, act, context) ?? refuseToDrive(measure);
  if (refusal) return refused(refusal);
  const numbers = numbersToPublish(measure.id, context);
  return begin(measure, act, [], { step: 'publish', numbers });
};

/** Ends a drive once each of its proposals is done or an exception. By the system alone, and once. */
export function endDrive(
  measure: Measure,
  act: Act,
  { seq, exceptions }: { readonly seq: number; readonly exceptions: readonly DriveException[] },
): Result<Measure> {
  if (act.by.id !== theSystem.id) return refused({ code: 'not-permitted' });
  const open = openDrive(measure);
  if (open?.seq !== seq) return refused({ code: 'nothing-to-drive' });
  const done = open.numbers.length - exceptions.length;
  return allowed(
    recordMeasure(measure, act, { kind: 'drive-ended', drive: seq, done, exceptions }),
  );
}
