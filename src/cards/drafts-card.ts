import type { Locale } from '../domain/conversation.js';
import type { Draft } from '../domain/drafts/draft.js';
import { draftTexts } from '../text/draft-texts.js';
import { formatDayAndTime } from '../text/format.js';
import { terms } from '../text/terms.js';
import type { OutgoingCard } from './card.js';
import { type CardFrame, drawCard } from './card-frame.js';
import { commandButtons } from './command-buttons.js';
import { excerptOf } from './excerpt.js';
import { plainText } from './plain-text.js';

const mostCharacters = 60;

/** What a draft is called: its title, or how its text begins. */
function nameOf({ form }: Draft, locale: Locale): string {
  const texts = [form.title, form.proposedContent, form.currentProblem];
  const first = texts.find((text) => text?.trim());
  return first ? plainText(excerptOf(first, mostCharacters)) : draftTexts[locale].untitled;
}

/** 下書き: what the person put aside, saved last first; each line opens its form. */
export function draftsCard(
  frame: CardFrame,
  locale: Locale,
  drafts: readonly Draft[],
): OutgoingCard {
  const texts = draftTexts[locale];
  const headline = drafts.length === 0 ? texts.none : texts.headline(drafts.length);
  const drawn = drawCard(frame, 'menu', locale, headline, {
    headline,
    text: texts.rule,
    rows: drafts.map((draft) => ({
      title: nameOf(draft, locale),
      value: texts.savedAt(formatDayAndTime(draft.savedAt, locale)),
      press: { command: 'drafts', draft: draft.id },
    })),
    commands: commandButtons(locale, 'propose', 'mine'),
    links: [],
  });
  return { ...drawn, summary: `${terms[locale].appName} ${texts.eyebrow}` };
}
