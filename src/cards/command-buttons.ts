import type { Locale } from '../domain/conversation.js';
import { cardTexts } from '../text/card-texts.js';
import type { CommandButton, CommandName } from './card.js';

/** Buttons that send commands, in this order. */
export function commandButtons(
  locale: Locale,
  ...names: readonly CommandName[]
): readonly CommandButton[] {
  const { action } = cardTexts[locale];
  return names.map((command) => ({
    title: action[command],
    command,
    style: command === 'propose' ? 'positive' : 'default',
  }));
}
