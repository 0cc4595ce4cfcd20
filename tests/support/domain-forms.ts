import type { ActName } from '../../src/domain/acts.js';
import type { ActForm } from '../../src/domain/commands/command.js';
import {
  budgetingStates,
  delegationKinds,
  startConditions,
  tracks,
} from '../../src/domain/decision.js';
import { type FieldName, fieldNames } from '../../src/domain/field-fault.js';
import { fiscalYearOfDate, monthsOfFiscalYear } from '../../src/domain/fiscal-year.js';
import { addDays, type CivilDate, monthOf } from '../../src/domain/instant.js';
import { opinionVerdicts } from '../../src/domain/opinion.js';
import type { Proposal } from '../../src/domain/proposal.js';
import { exclusionReasons, replyAnswers } from '../../src/domain/proposal-state.js';
import { costLevels } from '../../src/domain/triage-marks.js';
import { people, personNames } from './domain-people.js';

/** What a form is filled in about, and the dice that choose among what is right. */
export interface FormGround {
  readonly proposal: Proposal;
  readonly today: CivilDate;
  readonly numbers: readonly string[];
  readonly measureIds: readonly string[];
  readonly dice: Dice;
}

/** Chooses one of several, the same for the same numbers. */
export type Dice = <T>(choices: readonly T[]) => T;

/** Dice that fall as the numbers say, from the beginning again once they are used up. */
export function diceOf(numbers: readonly number[]): Dice {
  let next = 0;
  return (choices) => {
    const number = numbers[next % Math.max(1, numbers.length)] ?? 0;
    next += 1;
    const choice = choices[number % choices.length];
    if (choice === undefined) throw new Error('nothing to choose from');
    return choice;
  };
}

/** Texts that every bound for reasons allows, with what often breaks: other scripts, joined signs, code, line ends. */
const texts = [
  '庁内の様式を総点検してから決めるためです。',
  '　𠮷野家の隣の邉󠄀さんの窓口です。\r\n二行目もあります。  ',
  'が行の濁点を分けて書いた文です。が、それでも読めます。',
  '<script>alert(1)</script> ${title} =HYPERLINK("x")',
  '家族の絵文字 👨‍👩‍👧‍👦 を含む、十文字を超える文です。',
];

const departments = ['soumu', 'doboku'];
const sectionOf: Readonly<Record<string, string>> = { soumu: 'bunsho', doboku: 'minato' };

function ownerForm(dice: Dice): ActForm {
  const ownerDepartment = dice(['soumu', 'soumu', 'doboku']);
  return { ownerDepartment, ownerSection: sectionOf[ownerDepartment] ?? '' };
}

/** A decision that is right on that day. */
export function decisionForm({ today, dice }: Pick<FormGround, 'today' | 'dice'>): ActForm {
  const year = fiscalYearOfDate(today);
  const months = monthsOfFiscalYear(year).filter((month) => month >= monthOf(today));
  return {
    track: dice(['delegated', ...tracks]),
    ...ownerForm(dice),
    targetMonth: dice(months),
    startMonth: dice(months),
    costBasis: dice(texts),
    startConditions: dice([...startConditions, startConditions.join(',')]),
    horizon: dice(['short', 'medium']),
    targetFiscalYear: String(year + 1),
    budgetingState: dice(budgetingStates),
    budgetingAmountYen: dice(['', '１２０,０００円']),
    budgetKind: dice(['', 'supplementary']),
    reasonNotOfficeWide: dice(texts),
    delegationKind: dice(['', ...delegationKinds]),
    replyDue: addDays(today, 20),
    reason: dice(texts),
  };
}

/** A proposal form that is right. */
export function contentForm({ dice }: Pick<FormGround, 'dice'>): ActForm {
  const department = dice(departments);
  return {
    title: dice(['押印欄の全廃', '窓口の番号札を画面にも出す', '𠮷の字を名札に']),
    currentProblem: dice(texts),
    proposedContent: dice(texts),
    expectedEffect: dice(['', ...texts]),
    effectHoursPerYear: dice(['', '0', '１２０']),
    effectYenPerYear: dice(['', '1,000']),
    category: 'paperless',
    isDigital: dice(['digital', 'non-digital']),
    costNeeded: dice(['yes', 'no']),
    costEstimateYen: dice(['', '50000']),
    scopeHint: dice(['', 'office-wide'] as const) || 'unknown',
    namePublication: dice(['yes', 'no']),
    department,
    section: dice(['', sectionOf[department] ?? '']),
    jobGrade: 'shunin',
  };
}

const reasonOnly = ({ dice }: FormGround): ActForm => ({ reason: dice(texts) });
const empty = (): ActForm => ({});

const requestOf = ({ proposal, dice }: FormGround): string =>
  dice(['', ...proposal.opinions.map(({ id }) => id)].slice(proposal.opinions.length > 0 ? 1 : 0));

/** For every act a form that is right where the act is possible. */
const forms: Readonly<Record<ActName, (ground: FormGround) => ActForm>> = {
  'add-note': ({ dice }) => ({ note: dice(texts) }),
  'answer-invitation': ({ dice }) => ({ invitation: dice(['accepted', 'accepted', 'declined']) }),
  'answer-presentation': ({ dice }) => ({ invitation: dice(['accepted', 'declined']) }),
  'answer-question': ({ dice }) => ({ answer: dice(texts) }),
  'ask-question': (ground) => ({
    question: ground.dice(texts),
    requestId: ground.dice(['', requestOf(ground)]),
  }),
  'begin-review': empty,
  confirm: empty,
  'correct-publication': reasonOnly,
  'decide-track': decisionForm,
  'decline-confirmation': reasonOnly,
  'drop-question': ({ dice }) => ({ note: dice(texts) }),
  'edit-content': contentForm,
  'give-opinion': (ground) => ({
    requestId: requestOf(ground),
    opinionVerdict: ground.dice(opinionVerdicts),
    opinionText: ground.dice(texts),
  }),
  group: ({ dice }) => ({ issueGroup: dice(['', 'group-1']) }),
  'hand-over': ({ dice }) => ({
    person: people[dice(['secretary', 'secondSecretary', 'friendlySecretary'] as const)].id,
    reason: dice(['', ...texts]),
  }),
  hide: ({ dice }) => ({ hidden: dice(['yes', 'no']), reason: dice(texts) }),
  'invite-co-proposer': ({ dice }) => {
    const name = dice(['friend', 'friendlySecretary', 'owner', ...personNames] as const);
    return { person: people[name].id, personName: people[name].name };
  },
  'invite-to-present': ({ today, dice }) => ({
    meeting: '知事との意見交換会（架空）',
    heldOn: addDays(today, dice([0, 30])),
  }),
  'link-measure': ({ measureIds, dice }) => ({
    measure: dice(measureIds),
    coverage: dice(['part', 'part', 'whole']),
    remaining: dice(texts),
  }),
  'mark-costs': ({ dice }) => ({
    humanCost: dice(costLevels),
    physicalCost: dice(costLevels),
    rollout: dice(['possible', 'hard']),
    rolloutReason: dice(texts),
    startConditions: dice(['', 'none', 'rule-making', 'prior-coordination,other']),
  }),
  merge: ({ numbers, dice }) => ({ mergeInto: dice(numbers), reason: dice(texts) }),
  'partly-realise': empty,
  'propose-difficult': ({ today, dice }) => ({
    reason: dice(texts),
    reexamineFiscalYear: String(fiscalYearOfDate(today) + 1),
  }),
  'propose-exclusion': ({ dice }) => ({
    exclusionReason: dice(exclusionReasons),
    reason: dice(texts),
  }),
  'propose-realised': ({ today, dice }) => ({
    realisedOn: addDays(today, dice([0, -10])),
    remaining: dice(['', ...texts]),
  }),
  publish: empty,
  're-examine': reasonOnly,
  reclassify: ({ dice }) => ({
    category: 'paperless',
    isDigital: dice(['digital', 'non-digital']),
    costNeeded: dice(['yes', 'no']),
    reason: dice(texts),
  }),
  reopen: reasonOnly,
  'reply-to-delegation': ({ today, dice }) => ({
    replyAnswer: dice(replyAnswers),
    replyBy: addDays(today, 60),
    replyText: dice(texts),
  }),
  'report-progress': ({ dice }) => ({
    progressAnswer: dice(['on-track', 'delayed', 'needs-talk']),
    note: dice(['', ...texts]),
  }),
  'request-opinion': ({ today, dice }) => ({
    requestDepartment: dice(departments),
    requestText: dice(texts),
    requestDue: dice(['', addDays(today, 14)]),
  }),
  'return-delegation': ({ dice }) => ({
    reason: dice(texts),
    suggestedDepartment: dice(['', 'doboku']),
  }),
  'return-request': (ground) => ({
    requestId: requestOf(ground),
    reason: ground.dice(texts),
    suggestedDepartment: ground.dice(['', 'doboku']),
  }),
  'set-priority': ({ today, dice }) => ({
    team: dice(['', '働き方推進班（架空）']),
    milestones: dice(['', `${today}|試行|${today}\n${addDays(today, 30)}\t本実施`]),
  }),
  'start-work': ({ today, dice }) => ({
    startedOn: addDays(today, dice([0, -3])),
    firstAction: dice(texts),
  }),
  'undo-publication': empty,
  'unlink-measure': ({ proposal, measureIds, dice }) => ({
    measure: proposal.links?.[0]?.measureId ?? dice(measureIds),
    reason: dice(texts),
  }),
  unmerge: reasonOnly,
  withdraw: ({ dice }) => ({ reason: dice(['', ...texts]) }),
};

/** A form for an act that is right where the act is possible. */
export function rightForm(name: ActName, ground: FormGround): ActForm {
  return forms[name](ground);
}

const wrong = ['', '　\u200b', 'x', 'あ'.repeat(1200), 'a\u0000b', '\ud800', 'constructor', '-1'];

/** The form with something wrong in one place, or with a field that does not belong to it. */
export function spoilt(form: ActForm, dice: Dice): ActForm {
  const own = fieldNames.filter((field) => form[field] !== undefined);
  const field: FieldName = dice(own.length > 0 ? own : fieldNames);
  if (dice([true, false, false])) {
    return Object.fromEntries(Object.entries(form).filter(([name]) => name !== field));
  }
  return { ...form, [field]: dice(wrong) };
}
