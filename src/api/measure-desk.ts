import type { DeskMeasure, GivenAdoption, MeasureDeskAnswer } from '../contract/measure-answers.js';
import type { Adoption } from '../domain/casebook/adoption.js';
import { type Drive, driveAmong, progressOf, toldToOthers } from '../domain/measures/drive.js';
import { effectTotals } from '../domain/measures/effect-answer.js';
import { type Measure, standingOf } from '../domain/measures/measure.js';
import { maySeeWorkingMeasure } from '../domain/measures/measure-visibility.js';
import { isMeasureUnpublished } from '../domain/measures/publish-measure.js';
import { compareProposalNumbers, type ProposalNumber } from '../domain/proposal-number.js';
import { lastSeq } from '../domain/trail-entry.js';
import { mayKnowOf, maySeeWorking } from '../domain/visibility.js';
import { measureTexts } from '../text/measure-texts.js';
import { actOf } from './act-of.js';
import { json } from './answer.js';
import type { Read, StaffCall } from './call.js';
import { behindAnswer, measureContentAnswer, measureItem } from './measure-views.js';

/** Of what a drive does the caller is told only what it does to proposals that the caller works on. */
function driveAnswer(
  call: StaffCall,
  { id }: Measure,
  wholeDrive: Drive,
): DeskMeasure['drives'][number] {
  const { deps, locale } = call;
  const act = actOf(call);
  const proposalOf = (number: ProposalNumber) => deps.register.proposalByNumber(number)?.value;
  const drive = driveAmong(wholeDrive, (number) => {
    const proposal = proposalOf(number);
    return proposal !== undefined && maySeeWorking(proposal, act);
  });
  const progress = progressOf(id, drive, proposalOf);
  return {
    ...progress,
    seq: drive.seq,
    step: drive.step,
    byName: drive.by.name,
    at: drive.at,
    exceptions: progress.exceptions.map(({ number, code }) => {
      const told = toldToOthers(code);
      return { number, code: told, message: measureTexts[locale].driveException[told] };
    }),
  };
}

/**
 * The proposals behind a measure: by the working state for who works on them, by the published state for everyone
 * else, so that a link, a status or a proposal that is not published is told to nobody by its measure (domain 1).
 */
function linkedAnswer(call: StaffCall, { id }: Measure): DeskMeasure['linked'] {
  const act = actOf(call);
  const { register } = call.deps;
  const campaigns = register.campaigns();
  const working = register
    .proposalsLinkedTo(id)
    .filter((proposal) => maySeeWorking(proposal, act))
    .flatMap((proposal) => behindAnswer(id, proposal, proposal));
  const told = register
    .proposalsToldWith(id)
    .filter((proposal) => {
      const campaign = campaigns.find((each) => each.id === proposal.campaignId);
      return !maySeeWorking(proposal, act) && mayKnowOf(proposal, act, campaign);
    })
    .flatMap((proposal) => behindAnswer(id, proposal, proposal.published));
  return [...working, ...told].toSorted((a, b) => compareProposalNumbers(a.number, b.number));
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

/** What a department answered about a rule, as it travels to those who may answer for it or work on the rule. */
export function givenAdoption({ departmentId, adopted, note, by, at }: Adoption): GivenAdoption {
  return {
    departmentId,
    adopted,
    ...(note !== undefined && { note }),
    byName: by.name,
    at,
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
    // Of one that lies in the archive the item does not say which proposals it was about.
    drives: measure.drives
      .filter(({ numbers }) => numbers.length > 0)
      .map((drive) => driveAnswer(call, measure, drive)),
    adoptions: call.deps.register.adoptionsOf(measure.id).map(givenAdoption),
    effectTotals: { ...totals, steps: [...totals.steps] },
    remarks: answers.flatMap(({ text }) => text ?? []),
  };
}

/** GET /api/measure-desk: empty for whoever works on none. Of a very long trail what stands in its item. */
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
