import type { OutgoingCard } from '../../cards/card.js';
import type { InvokeAnswer } from '../sdk.js';

const cardType = 'application/vnd.microsoft.card.adaptive';
const previewType = 'application/vnd.microsoft.card.thumbnail';

/** A card as Teams takes it into a message or a dialog. */
interface CardAttachment {
  readonly contentType: string;
  readonly content: unknown;
}

/** A card as an attachment. */
function attachmentOf({ card }: OutgoingCard): CardAttachment {
  return { contentType: cardType, content: card };
}

/** One hit: its card, and the line that stands for it in the list. */
export interface Hit {
  readonly card: OutgoingCard;
  /** Shown as it is written. */
  readonly title: string;
  /** Read as HTML by Teams, so it holds nothing that somebody wrote. */
  readonly text: string;
  readonly image: string;
}

/** Hits of a search, to be put into the conversation. */
export function answerWithHits(hits: readonly Hit[]): InvokeAnswer {
  const attachments = hits.map(({ card, title, text, image }) => ({
    ...attachmentOf(card),
    preview: {
      contentType: previewType,
      content: { title, text, images: [{ url: image, alt: '' }] },
    },
  }));
  return {
    status: 200,
    body: { composeExtension: { type: 'result', attachmentLayout: 'list', attachments } },
  };
}

/** A sentence in the place of hits. */
export function answerWithSentence(text: string): InvokeAnswer {
  return { status: 200, body: { composeExtension: { type: 'message', text } } };
}

/** A card in a dialog, which stays open. */
export function answerWithDialog(title: string, card: OutgoingCard): InvokeAnswer {
  const value = { title, height: 'large', width: 'medium', card: attachmentOf(card) };
  return { status: 200, body: { task: { type: 'continue', value } } };
}
