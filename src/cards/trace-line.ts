import type { Locale } from '../domain/conversation.js';
import { civilDateOf } from '../domain/instant.js';
import type { PublishedView } from '../domain/published-view.js';
import { type Promised, type StepNote, type StepState, traceOf } from '../domain/trace.js';
import { cardTexts } from '../text/card-texts.js';
import { formatFiscalYear, formatMonth, formatMonthDay } from '../text/format.js';
import { tabTexts } from '../text/tab-texts.js';
import { terms } from '../text/terms.js';

/** One of the four steps as a card draws it. */
export interface TraceLineStep {
  readonly state: StepState;
  readonly label: string;
  readonly caption: string;
}

function promise(promised: Promised, locale: Locale): string {
  const { startsIn, realisesIn } = cardTexts[locale].status;
  switch (promised.track) {
    case 'start-this-fy':
      return startsIn(formatMonth(promised.month, locale));
    case 'realise-this-fy':
      return realisesIn(formatMonth(promised.month, locale));
    case 'later':
      return formatFiscalYear(promised.fiscalYear, locale);
    case 'delegated':
      return tabTexts[locale].mine.promise.delegated(formatMonthDay(promised.replyDue, locale));
  }
}

function caption(note: StepNote, locale: Locale): string {
  switch (note.kind) {
    case 'at':
      return formatMonthDay(civilDateOf(note.at), locale);
    case 'status':
      return terms[locale].status[note.status];
    case 'promised':
      return promise(note.promised, locale);
    case 'never':
      return terms[locale].noStep[note.because];
    case 'none':
      return cardTexts[locale].status.notYet;
  }
}

/** 提案 → 判断 → 取組 → 効果 in the words of a card: what is done, where it stands and what is promised. */
export function traceLine(view: PublishedView, locale: Locale): readonly TraceLineStep[] {
  const { status, receivedAt, at, decision } = view;
  return traceOf({ status, receivedAt, statusAt: at, decision }).map(({ step, state, note }) => ({
    label: terms[locale].trace[step],
    caption: caption(note, locale),
    state,
  }));
}
