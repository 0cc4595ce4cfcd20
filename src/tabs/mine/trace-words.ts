import type { ProposalRow } from '../../contract/proposal-answers.js';
import type { Locale } from '../../domain/conversation.js';
import { type CivilMonth, civilDateOf } from '../../domain/instant.js';
import { type Promised, promisedBy, type StepNote } from '../../domain/trace.js';
import { formatFiscalYear, formatMonth, formatMonthDay } from '../../text/format.js';
import { tabTexts } from '../../text/tab-texts.js';
import { terms } from '../../text/terms.js';

function monthWord(month: CivilMonth, locale: Locale): string {
  return locale === 'ja' ? `${Number(month.slice(5))}月` : formatMonth(month, locale);
}

type Sentences = Readonly<Record<Promised['track'], (when: string) => string>>;

function promiseWords(promised: Promised, locale: Locale, sentences: Sentences): string {
  const say = sentences[promised.track];
  switch (promised.track) {
    case 'realise-this-fy':
    case 'start-this-fy':
      return say(monthWord(promised.month, locale));
    case 'later':
      return say(formatFiscalYear(promised.fiscalYear, locale));
    case 'delegated':
      return say(formatMonthDay(promised.replyDue, locale));
  }
}

/** What stands under a step of the trace line: a day, a word, what is promised, or why it never comes. */
export function noteWords(note: StepNote, locale: Locale): string {
  switch (note.kind) {
    case 'at':
      return formatMonthDay(civilDateOf(note.at), locale);
    case 'status':
      return terms[locale].status[note.status];
    case 'promised':
      return promiseWords(note.promised, locale, tabTexts[locale].mine.promise);
    case 'never':
      return terms[locale].noStep[note.because];
    case 'none':
      return tabTexts[locale].none;
  }
}

/** What happens next, as a sentence to the proposer. */
export function nextStepWords(row: ProposalRow, locale: Locale): string {
  const { nextStep } = tabTexts[locale].mine;
  switch (row.status) {
    case 'received':
    case 'clarifying':
    case 'reviewing':
      return nextStep[row.status];
    case 'decided':
      return row.decision
        ? promiseWords(promisedBy(row.decision), locale, nextStep)
        : nextStep.moving;
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
