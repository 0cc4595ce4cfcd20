import * as AC from 'adaptivecards';
import type { HostCardAction } from '../wire.js';
import { cardConfig } from './card-config.js';
import { cardMarkdown } from './card-markdown.js';

AC.AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = cardMarkdown(text);
  result.didProcess = true;
};

/** What a drawn card tells: an action for the bot, or an address to open. */
export interface CardEvents {
  readonly onAction: (action: HostCardAction) => void;
  readonly onLink: (address: string) => void;
}

function actionOf(action: AC.SubmitActionBase): HostCardAction {
  return {
    type: action instanceof AC.ExecuteAction ? 'Action.Execute' : 'Action.Submit',
    ...(action.id !== undefined && { id: action.id }),
    ...(action instanceof AC.ExecuteAction && action.verb && { verb: action.verb }),
    ...(action.title !== undefined && { title: action.title }),
    data: action.data,
  };
}

/** Teams draws bot cards up to version 1.5 and shows the fallback text of newer ones. */
function fallbackOf(card: AC.AdaptiveCard): string | undefined {
  const newest = AC.Versions.v1_5;
  return card.version.compareTo(newest) > 0 ? (card.fallbackText ?? '') : undefined;
}

/** A list one can type in shows the title of its chosen entry in Teams; the renderer shows the value, and no label. */
function finishTypedLists(card: AC.AdaptiveCard): void {
  for (const input of card.getAllInputs()) {
    if (!(input instanceof AC.ChoiceSetInput) || input.style !== 'filtered') continue;
    const box = input.renderedElement?.querySelector('input');
    if (!box) continue;
    const chosen = input.choices.find(({ value }) => value === input.defaultValue);
    if (chosen?.title !== undefined) box.value = chosen.title;
    const labels = box.parentElement?.getAttribute('aria-labelledby');
    if (labels) box.setAttribute('aria-labelledby', labels);
  }
}

/** Draws an Adaptive Card; a string instead of an element is the fallback text of a newer card. */
export function drawCard(json: unknown, events: CardEvents): HTMLElement | string | undefined {
  const card = new AC.AdaptiveCard();
  card.hostConfig = new AC.HostConfig(cardConfig);
  card.onExecuteAction = (action) => {
    if (action instanceof AC.OpenUrlAction) events.onLink(action.url ?? '');
    else if (action instanceof AC.SubmitActionBase) events.onAction(actionOf(action));
  };
  card.onAnchorClicked = (_element, anchor) => {
    events.onLink(anchor.href);
    return true;
  };
  card.parse(json);
  const fallback = fallbackOf(card);
  if (fallback !== undefined) return fallback;
  const drawn = card.render();
  finishTypedLists(card);
  if (drawn && card.lang) drawn.lang = card.lang;
  return drawn;
}
