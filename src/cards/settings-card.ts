import type { Locale } from '../domain/conversation.js';
import { type Choices, chatLanguages, wantedNews } from '../domain/preference.js';
import { preferenceTexts } from '../text/preference-texts.js';
import type { OutgoingCard } from './card.js';
import { type CardFrame, drawCard } from './card-frame.js';
import { commandButtons } from './command-buttons.js';

/** What the card of 設定 shows. */
export interface SettingsCardInput {
  readonly locale: Locale;
  readonly choices: Choices;
  /** What became of a press on 保存; absent where nothing was pressed. */
  readonly came?: 'kept' | 'notKept';
}

/** Whether the activity feed is used, as the card says it. */
export const feedWords = ['yes', 'no'] as const;

function choicesFrom<K extends string>(
  codes: readonly K[],
  words: Readonly<Record<K, string>>,
): readonly object[] {
  return codes.map((code) => ({ title: words[code], value: code }));
}

/** 設定: what a person may choose about what this person is told. */
export function settingsCard(
  frame: CardFrame,
  { locale, choices, came }: SettingsCardInput,
): OutgoingCard {
  const texts = preferenceTexts[locale];
  const { missing: errorMessage } = texts;
  return drawCard(frame, 'settings', locale, texts.headline, {
    headline: texts.headline,
    lead: texts.lead,
    isKept: came === 'kept',
    kept: texts.kept,
    isNotKept: came === 'notKept',
    notKept: texts.notKept,
    inputs: [
      {
        id: 'supported',
        label: texts.supported,
        value: choices.supported,
        choices: choicesFrom(wantedNews, texts.wanted),
        errorMessage,
      },
      {
        id: 'language',
        label: texts.language,
        value: choices.language,
        choices: choicesFrom(chatLanguages, texts.spoken),
        errorMessage,
      },
      {
        id: 'inFeed',
        label: texts.feed,
        value: choices.inFeed ? 'yes' : 'no',
        choices: choicesFrom(feedWords, texts.inFeed),
        errorMessage,
      },
    ],
    note: texts.note,
    keep: texts.keep,
    commands: commandButtons(locale, 'mine', 'help'),
  });
}
