import { type CivilDate, civilDateOf } from '../../domain/instant.js';
import type { MeasureLink, ProposalState } from '../../domain/proposal-state.js';
import { toldHold } from '../../domain/publication-hold.js';
import type { TrailEntry } from '../../domain/trail.js';
import type { Classification, TriageMarks } from '../../domain/triage-marks.js';
import { codeTexts } from '../../text/code-texts.js';
import {
  formatBytes,
  formatDateTime,
  formatFiscalYear,
  formatShortDate,
  formatTime,
} from '../../text/format.js';
import { heldTexts } from '../../text/held-texts.js';
import { personalDataTexts } from '../../text/personal-data-texts.js';
import { conditionsText, suggestionNote } from '../../text/suggestion-texts.js';
import { terms } from '../../text/terms.js';
import { trailTexts } from '../../text/trail-texts.js';

const words = terms.ja;
const codes = codeTexts.ja;

type Entries = {
  readonly [K in TrailEntry['kind']]: Extract<TrailEntry, { readonly kind: K }>;
};

const dayText = (day: CivilDate): string => formatShortDate(day, 'ja');

/** What stands in brackets after the kind, and the text that somebody wrote. */
function detail(brackets: readonly (string | undefined)[], text = ''): string {
  const filled = brackets.filter((each) => each !== undefined && each !== '');
  return filled.length > 0 ? `（${filled.join('・')}）${text}` : text && ` ${text}`;
}

function stateText({ status, decision }: ProposalState): string {
  return detail([words.status[status], decision && words.track[decision.track]]);
}

function linkText({ measureId, coverage, remaining }: MeasureLink): string {
  return detail([measureId, codes.coverage[coverage]], remaining);
}

function marksText(marks: TriageMarks): string {
  const { humanCost, physicalCost, rollout, rolloutReason, startConditions } = marks;
  const { costLevel } = codes;
  const costs = [humanCost, physicalCost].map((level) => costLevel[level]).join('／');
  const conditions = startConditions && conditionsText(startConditions, 'ja');
  return detail([costs, codes.rollout[rollout], conditions], rolloutReason);
}

function classText({ categoryId, isDigital, costNeeded }: Classification): readonly string[] {
  const cost = costNeeded ? words.costNeeded : words.costNotNeeded;
  const digital = isDigital ? words.digital : words.nonDigital;
  return [categoryId, digital, `${words.field.costNeeded}${cost}`];
}

/** 代理受付: how it came, where it was not sent in the chat; and what its sender was warned of. */
function receivedText({ form, personalData }: Entries['received']): string {
  const { receivedFor } = form;
  const { kind, sentAnyway } = personalDataTexts.ja;
  return detail([
    ...(receivedFor ? ['代理受付', codes.receiptRoute[receivedFor.route]] : []),
    personalData && sentAnyway(personalData.map((each) => kind[each])),
  ]);
}

type Details = {
  readonly [K in TrailEntry['kind']]: (entry: Entries[K]) => string;
};

const nothing = (): string => '';
const reasonText = ({ reason }: { readonly reason?: string }): string => detail([], reason);
const saidText = ({ text }: { readonly text: string }): string => detail([], text);

/** What each kind says besides its name. A kind without a line here does not compile. */
const details: Details = {
  received: receivedText,
  'content-edited': ({ content }) => detail([], content.title),
  'file-attached': ({ file }) => detail([file.kind, formatBytes(file.size, 'ja')]),
  'file-removed': () => '',
  withdrawn: reasonText,
  'co-proposer-invited': ({ name }) => detail([name]),
  'co-proposer-answered': ({ answer }) => detail([codes.consent[answer]]),
  'presentation-answered': ({ answer }) => detail([codes.consent[answer]]),
  'review-begun': ({ reviewer }) => detail([reviewer.name]),
  'question-asked': ({ text, dueOn }) => detail([dayText(dueOn)], text),
  'question-answered': saidText,
  'question-dropped': ({ note }) => detail([], note),
  'opinion-requested': ({ departmentId, dueOn, text, blackedOut }) =>
    detail([departmentId, dayText(dueOn), blackedOut && '伏せ字の写し'], text),
  'opinion-given': ({ verdict, text }) => detail([codes.opinionVerdict[verdict]], text),
  'opinion-returned': ({ suggestedDepartmentId, reason }) =>
    detail([suggestedDepartmentId], reason),
  'handed-over': ({ reviewer, reason }) => detail([reviewer.name], reason),
  marked: ({ marks }) => marksText(marks),
  reclassified: ({ classification, reason }) => detail(classText(classification), reason),
  grouped: ({ issueGroupId }) => detail([issueGroupId]),
  'hidden-set': ({ hidden, reason }) =>
    detail([hidden ? codes.hidden.set : codes.hidden.lifted], reason),
  merged: ({ into, reason }) => detail([into], reason),
  unmerged: reasonText,
  'note-added': saidText,
  'track-decided': ({ decision, suggestion }) =>
    detail(
      [words.track[decision.track], suggestion && suggestionNote(suggestion, 'ja')],
      decision.reason,
    ),
  returned: ({ suggestedDepartmentId, reason }) => detail([suggestedDepartmentId], reason),
  'delegation-replied': ({ answer, dueOn, text }) =>
    detail([codes.replyAnswer[answer], dayText(dueOn)], text),
  'progress-reported': ({ answer, note }) => detail([codes.progressAnswer[answer]], note),
  'confirmation-asked': ({ confirmable }) => detail([codes.confirmable[confirmable.what]]),
  'confirmation-declined': reasonText,
  'found-difficult': ({ difficulty }) =>
    detail([formatFiscalYear(difficulty.reexamineFiscalYear, 'ja')], difficulty.reason),
  excluded: ({ exclusion }) =>
    detail([codes.exclusionReason[exclusion.reasonCode]], exclusion.reason),
  're-examined': reasonText,
  reopened: ({ onBehalf, reason }) => detail([onBehalf && '提案者の再考願い'], reason),
  started: ({ startedOn, firstAction }) => detail([dayText(startedOn)], firstAction),
  'measure-linked': ({ link }) => linkText(link),
  'measure-unlinked': ({ measureId, reason }) => detail([measureId], reason),
  'partly-realised': nothing,
  realised: ({ realisation }) => detail([dayText(realisation.realisedOn)], realisation.remaining),
  corrected: reasonText,
  'priority-set': ({ priority }) => detail([priority?.team]),
  'presentation-invited': ({ meeting, heldOn }) => detail([dayText(heldOn)], meeting),
  reminded: ({ about, step, dueOn }) =>
    detail([codes.awaited[about], codes.reminderStep[step], dayText(dueOn)]),
  'publication-scheduled': ({ due, release }) =>
    detail([formatDateTime(due, 'ja')], release?.title),
  'publication-undone': ({ because }) => detail([], because && heldTexts.ja[toldHold(because)]),
  published: ({ state }) => stateText(state),
};

function detailOf(entry: TrailEntry): string {
  // The table is keyed by the kind of the entry, which the compiler cannot follow through a union.
  const detailOfKind = details[entry.kind] as (entry: TrailEntry) => string;
  return detailOfKind(entry);
}

function lineOf(entry: TrailEntry): string {
  const day = dayText(civilDateOf(entry.occurredAt));
  const what = `${trailTexts.ja[entry.kind]}${detailOf(entry)}`.replaceAll('\n', ' ');
  return `${entry.seq}. ${day} ${formatTime(entry.occurredAt)} ${entry.by.name}: ${what}`;
}

/** The trail as plain lines in Japanese, so that a request for disclosure can be answered from the list itself. */
export function trailText(trail: readonly TrailEntry[]): string {
  return trail.map(lineOf).join('\n');
}
