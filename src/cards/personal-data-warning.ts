import type { Locale } from '../domain/conversation.js';
import {
  kindsFound,
  type PersonalDataFound,
} from '../domain/personal-data/find-personal-details.js';
import { cardTexts } from '../text/card-texts.js';
import { personalDataTexts } from '../text/personal-data-texts.js';
import { terms } from '../text/terms.js';
import { excerptOf } from './excerpt.js';

const mostShown = 4;
/** What has no place to break still fits the narrowest card. */
const mostCharacters = 32;

/** What the warning is drawn from. */
export interface WarningInput {
  readonly locale: Locale;
  readonly found?: readonly PersonalDataFound[];
}

/**
 * The values of the form template that warn of personal data: where it was found, as it was written, and the button
 * そのまま出す, which sends the same form with the kinds it has warned of.
 */
export function personalDataValues(
  { locale, found = [] }: WarningInput,
  form: Readonly<Record<string, string | number>>,
): Readonly<Record<string, unknown>> {
  const texts = personalDataTexts[locale];
  const left = found.length - mostShown;
  const isWarning = found.length > 0;
  const confirmed = kindsFound(found).join(',');
  return {
    found: found.slice(0, mostShown).map(({ field, kind, text }) => ({
      place: texts.place(terms[locale].field[field], texts.kind[kind]),
      text: excerptOf(text, mostCharacters),
    })),
    hasMoreFound: left > 0,
    moreFound: texts.more(left),
    hasAdvice: isWarning,
    advice: texts.advice,
    submit: isWarning ? texts.sendMended : cardTexts[locale].action.submit,
    sendAnyway: isWarning ? [{ title: texts.sendAnyway, press: { ...form, confirmed } }] : [],
  };
}
