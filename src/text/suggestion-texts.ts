import type { Locale } from '../domain/conversation.js';
import type { StartCondition, Track } from '../domain/decision.js';
import { strongConcernPercent } from '../domain/selection-policy.js';
import type { PolicyInput, Suggestion } from '../domain/suggestion.js';
import { terms } from './terms.js';

interface SuggestionTexts {
  /** What the policy says, as a sentence, by the track that it suggests. */
  readonly says: Readonly<Record<Track, (conditions: string) => string>>;
  /** Why it suggests none. */
  readonly none: (inputs: string) => string;
  /** The same within brackets, beside what a person decided. */
  readonly note: (track: string) => string;
  readonly noNote: (inputs: string) => string;
  readonly noConditions: string;
  readonly comma: string;
}

const ja: SuggestionTexts = {
  says: {
    delegated: () => '全庁への水平展開が難しいため、方針に沿うと「所管部局で検討」が推奨されます。',
    'start-this-fy': (conditions) =>
      `課題群が全体の${strongConcernPercent}％以上を占め、先に必要な準備（${conditions}）があるため、方針に沿うと「今年度着手」が推奨されます。`,
    'realise-this-fy': () =>
      `課題群が全体の${strongConcernPercent}％以上を占め、人的・物的コストが小さく、先に必要な準備もないため、方針に沿うと「今年度実現」が推奨されます。`,
    later: () =>
      '今年度の実現・着手にも所管部局での検討にも当たらないため、方針に沿うと「次年度以降」が推奨されます。',
  },
  none: (inputs) => `${inputs}が分からないため、推奨はありません。分かったら記入してください。`,
  note: (track) => `推奨は${track}`,
  noNote: (inputs) => `推奨なし：${inputs}が不明`,
  noConditions: '準備不要',
  comma: '、',
};

const en: SuggestionTexts = {
  says: {
    delegated: () =>
      'It is hard to roll out to the whole office, so the policy suggests the owning department.',
    'start-this-fy': (conditions) =>
      `Its issue group holds ${strongConcernPercent} % of all or more and this must come first: ${conditions}. The policy suggests starting it this fiscal year.`,
    'realise-this-fy': () =>
      `Its issue group holds ${strongConcernPercent} % of all or more, human and material cost are small and nothing must come first. The policy suggests realising it this fiscal year.`,
    later: () =>
      'It is neither for this fiscal year nor for its owning department alone, so the policy suggests later years.',
  },
  none: (inputs) => `Nothing is suggested, because this is not known: ${inputs}. Please note it.`,
  note: (track) => `suggested: ${track}`,
  noNote: (inputs) => `nothing suggested; not known: ${inputs}`,
  noConditions: 'Nothing must come first',
  comma: ', ',
};

const suggestionTexts: Readonly<Record<Locale, SuggestionTexts>> = { ja, en };

/** What must come first, as words with commas; that nothing has to, where the list is empty. */
export function conditionsText(conditions: readonly StartCondition[], locale: Locale): string {
  const { noConditions, comma } = suggestionTexts[locale];
  const words = conditions.map((each) => terms[locale].startCondition[each]);
  return words.length === 0 ? noConditions : words.join(comma);
}

function unknownText(unknown: readonly PolicyInput[], locale: Locale): string {
  const labels = unknown.map((input) => terms[locale].field[input]);
  return labels.join(suggestionTexts[locale].comma);
}

/** What the policy says and why; where something unknown keeps it from that, what it is. */
export function suggestionSentence(suggestion: Suggestion, locale: Locale): string {
  const texts = suggestionTexts[locale];
  if ('unknown' in suggestion) return texts.none(unknownText(suggestion.unknown, locale));
  const { startConditions = [] } = suggestion.inputs;
  return texts.says[suggestion.track](conditionsText(startConditions, locale));
}

/** The suggestion in few words, for the line of a decision. */
export function suggestionNote(suggestion: Suggestion, locale: Locale): string {
  const texts = suggestionTexts[locale];
  return 'unknown' in suggestion
    ? texts.noNote(unknownText(suggestion.unknown, locale))
    : texts.note(terms[locale].track[suggestion.track]);
}
