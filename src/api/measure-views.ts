import type {
  BehindAnswer,
  MeasureContentAnswer,
  MeasureItem,
  MeasuresAnswer,
  ShownMeasure,
} from '../contract/measure-answers.js';
import { adoptionTotals } from '../domain/casebook/adoption.js';
import { civilDateOf } from '../domain/instant.js';
import { validOn } from '../domain/masters.js';
import {
  type EffectAnswer,
  effectKey,
  effectTotals,
  shownEffectTotals,
} from '../domain/measures/effect-answer.js';
import type { Measure } from '../domain/measures/measure.js';
import type { MeasureContent } from '../domain/measures/measure-content.js';
import { countMeasures, measureRows } from '../domain/measures/measure-rows.js';
import {
  inPublishedOrder,
  shownVersions,
  versionInForce,
} from '../domain/measures/published-measure.js';
import { writeStartDate } from '../domain/measures/start-date.js';
import type { Proposal } from '../domain/proposal.js';
import type { ProposalState } from '../domain/proposal-state.js';
import { maySeePublished } from '../domain/visibility.js';
import { type Answer, json } from './answer.js';
import type { Read, StaffCall } from './call.js';

/** What a measure says, as it travels. */
export function measureContentAnswer(content: MeasureContent): MeasureContentAnswer {
  const { owner, start, materials, relistings, ...plain } = content;
  return {
    ...plain,
    ownerDepartmentId: owner.departmentId,
    ...(owner.sectionId !== undefined && { ownerSectionId: owner.sectionId }),
    ...(start && { start: writeStartDate(start) }),
    materials: [...materials],
    relistings: [...relistings],
  };
}

/** A proposal behind a measure, by one of its two states. */
export function behindAnswer(
  measureId: string,
  { number, content }: Proposal,
  { status, links = [] }: ProposalState,
): readonly BehindAnswer[] {
  return links
    .filter((link) => link.measureId === measureId)
    .map(({ coverage, remaining }) => ({
      number,
      title: content.title,
      status,
      coverage,
      ...(remaining !== undefined && { remaining }),
    }));
}

/** The proposals told as realised by a measure, as far as the caller may see them. */
function proposalsBehind({ deps, person }: StaffCall, id: string): readonly BehindAnswer[] {
  const campaigns = deps.register.campaigns();
  return deps.register
    .proposalsToldWith(id)
    .filter((proposal) => {
      const campaign = campaigns.find((each) => each.id === proposal.campaignId);
      return maySeePublished(proposal, campaign, person.personId);
    })
    .flatMap((proposal) => behindAnswer(id, proposal, proposal.published));
}

function effectAnswer({ deps }: StaffCall, id: string): ShownMeasure['effect'] {
  const totals = shownEffectTotals(effectTotals(deps.register.effectAnswersOf(id)));
  return totals
    ? { state: 'shown', totals: { ...totals, steps: [...totals.steps] } }
    : { state: 'few' };
}

function adoptionAnswer({ deps, at }: StaffCall, id: string) {
  const adoptions = deps.register.adoptionsOf(id);
  const departments = validOn(deps.register.masters().departments, civilDateOf(at));
  const follows = (department: string) =>
    adoptions.some(({ departmentId, adopted }) => departmentId === department && adopted);
  const departmentIds = departments.map((each) => each.id).filter(follows);
  return { ...adoptionTotals(adoptions, departments), departmentIds };
}

/** A published measure in force as all staff may read it; undefined for any other. */
export function shownMeasure(call: StaffCall, measure: Measure): ShownMeasure | undefined {
  const inForce = versionInForce(measure);
  if (!inForce) return undefined;
  const { state, version, at, correction } = inForce;
  const proposals = proposalsBehind(call, measure.id);
  return {
    ...measureContentAnswer(state.content),
    id: measure.id,
    version,
    publishedAt: at,
    ...(correction && { correction: correction.reason }),
    proposals: [...proposals],
    isPartial: proposals.some(({ coverage }) => coverage === 'part'),
    effect: effectAnswer(call, measure.id),
    ...(state.content.kind === 'rule' && { adoption: adoptionAnswer(call, measure.id) }),
  };
}

function answerList(call: StaffCall, isListed: (measure: Measure) => boolean): Answer {
  const { register } = call.deps;
  const published = inPublishedOrder(register.measures().filter(isListed));
  const listed = published.flatMap((measure) => {
    const inForce = versionInForce(measure);
    return inForce ? [{ id: measure.id, content: inForce.state.content }] : [];
  });
  const rows = measureRows(listed, register.masters().categories);
  const answer: MeasuresAnswer = {
    measures: published.flatMap((measure) => shownMeasure(call, measure) ?? []),
    rows: [...rows],
    count: countMeasures(rows),
  };
  return json(answer);
}

/** GET /api/measures: what is published, without the rules. */
export const answerMeasures: Read = (call) =>
  answerList(call, ({ content }) => content.kind !== 'rule');

/** GET /api/casebook: the published rules in the order of the casebook. */
export const answerCasebook: Read = (call) =>
  answerList(call, ({ content }) => content.kind === 'rule');

/** An own answer about the effect, as it travels. */
export function ownAnswer({ felt, hours, yen, text, answeredAt }: EffectAnswer) {
  return {
    felt,
    ...(hours !== undefined && { hours }),
    ...(yen !== undefined && { yen }),
    ...(text !== undefined && { text }),
    answeredAt,
  };
}

/** A measure with all its published versions, as all staff may read it. */
export function measureItem(call: StaffCall, measure: Measure): MeasureItem {
  const { register } = call.deps;
  const { personId } = call.person;
  const answer = register.effectAnswer(effectKey({ measureId: measure.id, personId }))?.value;
  const shown = shownMeasure(call, measure);
  return {
    id: measure.id,
    ...(shown && { shown }),
    versions: shownVersions(measure).map(({ version, state, at, correction, isCorrected }) => ({
      ...measureContentAnswer(state.content),
      version,
      at,
      isCorrected,
      ...(correction && { correction: correction.reason }),
      ...(state.withdrawn && { withdrawn: state.withdrawn.reason }),
    })),
    ...(answer && { ownAnswer: ownAnswer(answer) }),
  };
}
