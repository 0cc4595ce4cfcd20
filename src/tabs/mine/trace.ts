import type { DecisionAnswer, ProposalRow } from '../../contract/proposal-answers.js';
import type { Locale } from '../../domain/conversation.js';
import { type CivilMonth, civilDateOf } from '../../domain/instant.js';
import type { Status } from '../../domain/status.js';
import { formatFiscalYear, formatMonth, formatMonthDay } from '../../text/format.js';
import { tabTexts } from '../../text/tab-texts.js';
import { terms } from '../../text/terms.js';

/** The four steps every proposal goes through. */
export const traceSteps = ['proposed', 'decided', 'measure', 'effect'] as const;

/** How far one step is. */
export type StepState = 'done' | 'current' | 'ahead';

/** One step with what stands under it: a day, a word, or a promised month. */
export interface TraceStep {
  readonly step: (typeof traceSteps)[number];
  readonly state: StepState;
  readonly note: string;
}

const [done, current, ahead] = ['done', 'current', 'ahead'] as const;

const progress: Readonly<Record<Status, readonly StepState[]>> = {
  received: [done, ahead, ahead, ahead],
  clarifying: [done, current, ahead, ahead],
  reviewing: [done, current, ahead, ahead],
  decided: [done, done, ahead, ahead],
  started: [done, done, current, ahead],
  'partially-realised': [done, done, current, ahead],
  realised: [done, done, done, ahead],
  difficult: [done, done, ahead, ahead],
  'out-of-scope': [done, done, ahead, ahead],
  withdrawn: [done, ahead, ahead, ahead],
};

function monthWord(month: CivilMonth, locale: Locale): string {
  return locale === 'ja' ? `${Number(month.slice(5))}月` : formatMonth(month, locale);
}

type Sentences = Readonly<Record<DecisionAnswer['track'], (when: string) => string>>;

function promised(decision: DecisionAnswer, locale: Locale, sentences: Sentences): string {
  const say = sentences[decision.track];
  switch (decision.track) {
    case 'realise-this-fy':
      return say(monthWord(decision.targetMonth, locale));
    case 'start-this-fy':
      return say(monthWord(decision.startMonth, locale));
    case 'later':
      return say(formatFiscalYear(decision.targetFiscalYear, locale));
    case 'delegated':
      return say(formatMonthDay(decision.replyDue, locale));
  }
}

function noteOf(
  row: ProposalRow,
  { step, state }: Omit<TraceStep, 'note'>,
  locale: Locale,
): string {
  const { none, mine } = tabTexts[locale];
  if (step === 'proposed') return formatMonthDay(civilDateOf(row.receivedAt), locale);
  if (state === 'current') return terms[locale].status[row.status];
  const settledHere = step === 'decided' && row.status === 'decided';
  const realisedHere = step === 'measure' && row.status === 'realised';
  if (settledHere || realisedHere) return formatMonthDay(civilDateOf(row.statusAt), locale);
  if (step === 'decided' && state === 'done') return terms[locale].status[row.status];
  if (step === 'measure' && row.status === 'decided' && row.decision) {
    return promised(row.decision, locale, mine.promise);
  }
  return none;
}

/** The trace line 提案 → 判断 → 取組 → 効果 of a published state. A date to come is shown only where one is promised. */
export function traceOf(row: ProposalRow, locale: Locale): readonly TraceStep[] {
  const states = progress[row.status];
  return traceSteps.map((step, index) => {
    const state = states[index] ?? ahead;
    return { step, state, note: noteOf(row, { step, state }, locale) };
  });
}

/** What happens next, as a sentence to the proposer. */
export function nextStepOf(row: ProposalRow, locale: Locale): string {
  const { nextStep } = tabTexts[locale].mine;
  switch (row.status) {
    case 'received':
    case 'clarifying':
    case 'reviewing':
      return nextStep[row.status];
    case 'decided':
      return row.decision ? promised(row.decision, locale, nextStep) : nextStep.moving;
    case 'started':
    case 'partially-realised':
    case 'realised':
      return nextStep.moving;
    case 'difficult':
    case 'out-of-scope':
    case 'withdrawn':
      return nextStep.ended;
  }
}
