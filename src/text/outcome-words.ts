import type { Locale } from '../domain/conversation.js';
import type {
  Coverage,
  DelegationReply,
  Difficulty,
  Exclusion,
  Start,
  WayBack,
} from '../domain/proposal-state.js';
import type { Status } from '../domain/status.js';
import { codeTexts } from './code-texts.js';
import { formatFiscalYear, formatLongDate } from './format.js';
import { terms } from './terms.js';

/** What is published of a proposal beside its decision, from the view or from the answer of the API. */
export interface Outcome {
  readonly status: Status;
  readonly start?: Start | undefined;
  readonly realisation?:
    | { readonly realisedOn: string; readonly remaining?: string | undefined }
    | undefined;
  readonly difficulty?: Difficulty | undefined;
  readonly exclusion?: Exclusion | undefined;
  readonly reply?: DelegationReply | undefined;
  readonly wayBack?: WayBack | undefined;
  readonly links?:
    | readonly {
        readonly title: string;
        readonly coverage: Coverage;
        readonly remaining?: string | undefined;
      }[]
    | undefined;
  readonly mergedInto?:
    | { readonly number?: string | undefined; readonly status?: Status | undefined }
    | undefined;
}

/** A value under its name. */
export interface OutcomeWord {
  readonly label: string;
  readonly value: string;
}

/** `facts` are the product's own words; `texts` hold what people wrote, which no host may read as Markdown. */
export interface OutcomeWords {
  readonly facts: readonly OutcomeWord[];
  readonly texts: readonly OutcomeWord[];
}

type Part = (outcome: Outcome, locale: Locale) => OutcomeWords;

const nothing: OutcomeWords = { facts: [], texts: [] };

const merged: Part = ({ mergedInto }, locale) => {
  if (!mergedInto) return nothing;
  const { number, status } = mergedInto;
  const { mergedInto: label, mergedElsewhere } = codeTexts[locale].outcome;
  const where = status === undefined ? '' : terms[locale].status[status];
  const brackets = locale === 'ja' ? `（${where}）` : ` (${where})`;
  return {
    facts: [{ label, value: number === undefined ? mergedElsewhere : `${number}${brackets}` }],
    texts: [],
  };
};

const difficult: Part = ({ status, difficulty }, locale) => {
  if (status !== 'difficult' || !difficulty) return nothing;
  const { field } = terms[locale];
  const year = formatFiscalYear(difficulty.reexamineFiscalYear, locale);
  return {
    facts: [{ label: field.reexamineFiscalYear, value: year }],
    texts: [{ label: field.reason, value: difficulty.reason }],
  };
};

const excluded: Part = ({ status, exclusion }, locale) => {
  if (status !== 'out-of-scope' || !exclusion) return nothing;
  const { field } = terms[locale];
  const word = codeTexts[locale].exclusionReason[exclusion.reasonCode];
  return {
    facts: [{ label: field.exclusionReason, value: word }],
    texts: [{ label: field.reason, value: exclusion.reason }],
  };
};

const wentBack: Part = ({ wayBack }, locale) =>
  wayBack
    ? {
        facts: [],
        texts: [{ label: codeTexts[locale].wayBack[wayBack.why], value: wayBack.reason }],
      }
    : nothing;

const replied: Part = ({ status, reply }, locale) => {
  if (!reply || status === 'difficult' || status === 'out-of-scope') return nothing;
  const { field } = terms[locale];
  return {
    facts: [
      { label: field.replyAnswer, value: codeTexts[locale].replyAnswer[reply.answer] },
      { label: field.replyBy, value: formatLongDate(reply.by, locale) },
    ],
    texts: [{ label: field.replyText, value: reply.text }],
  };
};

const underWay: ReadonlySet<Status> = new Set(['started', 'partially-realised', 'realised']);

const started: Part = ({ status, start }, locale) => {
  if (!start || !underWay.has(status)) return nothing;
  const { field } = terms[locale];
  return {
    facts: [{ label: field.startedOn, value: formatLongDate(start.startedOn, locale) }],
    texts: [{ label: field.firstAction, value: start.firstAction }],
  };
};

const realised: Part = ({ status, realisation }, locale) => {
  if (!realisation || status !== 'realised') return nothing;
  const { field } = terms[locale];
  const { realisedOn, remaining } = realisation;
  return {
    facts: [{ label: field.realisedOn, value: formatLongDate(realisedOn, locale) }],
    texts: remaining === undefined ? [] : [{ label: field.remaining, value: remaining }],
  };
};

const linked: Part = ({ links = [] }, locale) => ({
  facts: [],
  texts: links.flatMap(({ title, coverage, remaining }) => {
    const { field } = terms[locale];
    const word = codeTexts[locale].coverage[coverage];
    const measure = locale === 'ja' ? `${title}（${word}）` : `${title} (${word})`;
    const left = remaining === undefined ? [] : [{ label: field.remaining, value: remaining }];
    return [{ label: field.measure, value: measure }, ...left];
  }),
});

const parts: readonly Part[] = [
  merged,
  difficult,
  excluded,
  wentBack,
  replied,
  started,
  realised,
  linked,
];

/** What became of a proposal, in words, as far as it holds for its published status. */
export function outcomeWords(outcome: Outcome, locale: Locale): OutcomeWords {
  const said = parts.map((part) => part(outcome, locale));
  return {
    facts: said.flatMap(({ facts }) => facts),
    texts: said.flatMap(({ texts }) => texts),
  };
}
