import { answerCardAction } from './answer-card-action.js';
import { answerInstallation } from './answer-installation.js';
import { answerMessage } from './answer-message.js';
import { answerQuery } from './extension/answer-query.js';
import { openQuote } from './extension/open-quote.js';
import { submitQuote } from './extension/submit-quote.js';
import type { IncomingActivity } from './incoming-activity.js';
import type { TurnHandler } from './turn.js';

interface Route {
  readonly type: string;
  /** Of an invoke. */
  readonly name?: string;
  readonly handle: TurnHandler;
}

/** Everything the bot answers, on one page. Invokes that are not here get 501, other activities a silent 200. */
export const routes: readonly Route[] = [
  { type: 'message', handle: answerMessage },
  { type: 'invoke', name: 'adaptiveCard/action', handle: answerCardAction },
  { type: 'invoke', name: 'composeExtension/query', handle: answerQuery },
  { type: 'invoke', name: 'composeExtension/fetchTask', handle: openQuote },
  { type: 'invoke', name: 'composeExtension/submitAction', handle: submitQuote },
  { type: 'installationUpdate', handle: answerInstallation },
];

/** The handler of an activity. */
export function routeOf({ type, name }: IncomingActivity): TurnHandler | undefined {
  return routes.find((route) => route.type === type && (route.name ?? name) === name)?.handle;
}
