import type { Card } from '../cards/card.js';
import type { InvokeAnswer } from './sdk.js';

/** A card that takes the place of the pressed one. */
export function answerWithCard(card: Card): InvokeAnswer {
  const body = { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card };
  return { status: 200, body };
}

/** A sentence beside the pressed card, which stays. */
export function answerWithMessage(text: string): InvokeAnswer {
  const body = { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: text };
  return { status: 200, body };
}

/** A refusal in the documented shape; the pressed card stays. */
export function answerWithError(status: 400 | 404, message: string): InvokeAnswer {
  const code = status === 404 ? 'NotFound' : 'BadRequest';
  const body = {
    statusCode: status,
    type: 'application/vnd.microsoft.error',
    value: { code, message },
  };
  return { status, body };
}
