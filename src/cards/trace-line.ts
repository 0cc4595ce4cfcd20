import type { Locale } from '../domain/conversation.js';
import type { Decision } from '../domain/decision.js';
import { civilDateOf } from '../domain/instant.js';
import type { PublishedView } from '../domain/published-view.js';
import type { Status } from '../domain/status.js';
import { cardTexts } from '../text/card-texts.js';
import { formatFiscalYear, formatMonth, formatMonthDay } from '../text/format.js';
import { terms } from '../text/terms.js';

/** One of the four steps. */
export interface TraceStep {
  readonly state: 'done' | 'current' | 'todo';
  readonly label: string;
  readonly caption: string;
}

/** The step at which a status stands: 0 proposed, 1 decided, 2 measure, 3 effect. */
const stepOf: Readonly<Record<Status, 0 | 1 | 2 | 3>> = {
  received: 0,
  clarifying: 1,
  reviewing: 1,
  decided: 1,
  started: 2,
  'partially-realised': 2,
  realised: 3,
  difficult: 1,
  'out-of-scope': 1,
  withdrawn: 0,
};

function promise(decision: Decision | undefined, locale: Locale): string {
  const { startsIn, realisesIn, notYet } = cardTexts[locale].status;
  switch (decision?.track) {
    case 'start-this-fy':
      return startsIn(formatMonth(decision.startMonth, locale));
    case 'realise-this-fy':
      return realisesIn(formatMonth(decision.targetMonth, locale));
    case 'later':
      return formatFiscalYear(decision.targetFiscalYear, locale);
    default:
      return notYet;
  }
}

/** 提案 → 判断 → 取組 → 効果 with what is done, where it stands and what is promised; dates only where there are some. */
export function traceLine(view: PublishedView, locale: Locale): readonly TraceStep[] {
  const words = terms[locale];
  const day = (at: number): string => formatMonthDay(civilDateOf(at), locale);
  const now = stepOf[view.status];
  const decision = view.trail.find((line) => line.kind === 'published');
  const decided = decision && day(decision.at);
  const captions = [
    day(view.receivedAt),
    decided ?? (now === 0 ? cardTexts[locale].status.notYet : words.status[view.status]),
    now >= 2 ? words.status[view.status] : promise(view.decision, locale),
    now === 3 ? words.status[view.status] : cardTexts[locale].status.notYet,
  ];
  const labels = [
    words.trace.proposed,
    words.trace.decided,
    words.trace.measure,
    words.trace.effect,
  ];
  return labels.map((label, step) => ({
    label,
    caption: captions[step] ?? '',
    state: step === now ? 'current' : step < now ? 'done' : 'todo',
  }));
}
