import type { DeskMeasure, MeasureDeskAnswer } from '../contract/measure-answers.js';
import { type Drive, progressOf } from '../domain/measures/drive.js';
import { effectTotals } from '../domain/measures/effect-answer.js';
import { type Measure, standingOf } from '../domain/measures/measure.js';
import { maySeeWorkingMeasure } from '../domain/measures/measure-visibility.js';
import { isMeasureUnpublished } from '../domain/measures/publish-measure.js';
import { lastSeq } from '../domain/trail-entry.js';
import { mayKnowOf } from '../domain/visibility.js';
import { measureTexts } from '../text/measure-texts.js';
import { json } from './answer.js';
import type { Read, StaffCall } from './call.js';
import { behindAnswer, measureContentAnswer, measureItem } from './measure-views.js';
import { actOf } from './view-for.js';

function driveAnswer(
  { deps, locale }: StaffCall,
  { id }: Measure,
  drive: Drive,
): DeskMeasure['drives'][number] {
  const progress = progressOf(id, drive, (number) => deps.register.proposalByNumber(number)?.value);
  return {
    ...progress,
    seq: drive.seq,
    step: drive.step,
    byName: drive.by.name,
    at: drive.at,
    exceptions: progress.exceptions.map(({ number, code }) => ({
      number,
      code,
      message: measureTexts[locale].driveException[code],
    })),
  };
}

/** The proposals that name a measure in the working state, as far as the caller may know of them. */
function linkedAnswer(call: StaffCall, { id }: Measure): DeskMeasure['linked'] {
  const act = actOf(call);
  const campaigns = call.deps.register.campaigns();
  return call.deps.register
    .proposalsLinkedTo(id)
    .filter((proposal) => {
      const campaign = campaigns.find((each) => each.id === proposal.campaignId);
      return mayKnowOf(proposal, act, campaign);
    })
    .flatMap((proposal) => behindAnswer(id, proposal, proposal));
}

function workingAnswer(measure: Measure) {
  const { content, publicationDue, correction, withdrawn, trail } = measure;
  return {
    working: measureContentAnswer(content),
    standing: standingOf(measure) ?? ('withdrawn' as const),
    isUnpublished: isMeasureUnpublished(measure),
    ...(publicationDue && { publicationDue: publicationDue.due }),
    ...(correction && { correction: correction.reason }),
    ...(withdrawn && { withdrawn: withdrawn.reason }),
    seq: lastSeq(trail),
    trail: trail.map(({ seq, kind, occurredAt, by }) => ({
      seq,
      kind,
      at: occurredAt,
      byName: by.name,
    })),
  };
}

/** A measure as those see it who work on it. */
export function deskMeasure(call: StaffCall, measure: Measure): DeskMeasure {
  const answers = call.deps.register.effectAnswersOf(measure.id);
  const totals = effectTotals(answers);
  return {
    ...measureItem(call, measure),
    ...workingAnswer(measure),
    linked: linkedAnswer(call, measure),
    drives: measure.drives.map((drive) => driveAnswer(call, measure, drive)),
    adoptions: measure.adoptions.map(({ departmentId, adopted, note, by, at }) => ({
      departmentId,
      adopted,
      ...(note !== undefined && { note }),
      byName: by.name,
      at,
    })),
    effectTotals: { ...totals, steps: [...totals.steps] },
    remarks: answers.flatMap(({ text }) => text ?? []),
  };
}

/** GET /api/measure-desk: empty for whoever works on none. */
export const answerMeasureDesk: Read = (call) => {
  const act = actOf(call);
  const answer: MeasureDeskAnswer = {
    measures: call.deps.register
      .measures()
      .filter((measure) => maySeeWorkingMeasure(measure, act))
      .map((measure) => deskMeasure(call, measure)),
  };
  return json(answer);
};
