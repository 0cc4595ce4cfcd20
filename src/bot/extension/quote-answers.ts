import type { OutgoingCard } from '../../cards/card.js';
import { textLimits } from '../../domain/submission-form.js';
import { extensionTexts } from '../../text/extension-texts.js';
import type { InvokeAnswer } from '../sdk.js';
import type { BotPorts, Speaker } from '../turn.js';
import { answerWithDialog } from './extension-answers.js';
import type { Quoted } from './read-quoted.js';

/** A card in the dialog of 提案にする. */
export function answerInDialog({ locale }: Speaker, card: OutgoingCard): InvokeAnswer {
  return answerWithDialog(extensionTexts[locale].quote.title, card);
}

/** A sentence in the dialog. */
export function answerSentence({ cards }: BotPorts, speaker: Speaker, text: string): InvokeAnswer {
  return answerInDialog(speaker, cards.dialogNotice(speaker.locale, text));
}

/** What there is to say about a message that was copied into the form. */
export function notesOn({ text, rest, isCut, hasMore }: Quoted, { locale }: Speaker): string[] {
  const { quote } = extensionTexts[locale];
  const most = textLimits.proposedContent.toLocaleString('en-US');
  return [
    text === '' ? quote.empty : quote.copied,
    ...(hasMore ? [quote.leftOut] : []),
    ...(rest === '' ? [] : [quote.tooLong(most)]),
    ...(isCut ? [quote.cut] : []),
  ];
}
