import type { Locale } from '../domain/conversation.js';
import { extensionTexts } from '../text/extension-texts.js';
import type { Card, OutgoingCard } from './card.js';
import type { CardFrame } from './card-frame.js';

/** What a dialog says about the message that its form was filled from. */
export interface QuoteInput {
  readonly locale: Locale;
  /** The form, as it stands in a chat. */
  readonly form: OutgoingCard;
  readonly notes: readonly string[];
  /** What of the message did not fit into the form; it comes back with the form. */
  readonly rest: string;
}

function isNode(value: unknown): value is Card {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function nodesOf(value: unknown): readonly Card[] {
  return Array.isArray(value) ? value.filter(isNode) : [];
}

/** A dialog takes no Action.Execute: what is sent from it comes as `composeExtension/submitAction`. */
function sentFromDialog(action: Card, rest: string): Card {
  if (action['type'] !== 'Action.Execute') return action;
  const { verb: _verb, data, ...same } = action;
  return { ...same, type: 'Action.Submit', data: { ...(isNode(data) && data), rest } };
}

/** What stands in a body, with what its sets of actions send. */
function withDialogActions(node: Card, rest: string): Card {
  const items = node['items'];
  const actions = node['actions'];
  return {
    ...node,
    ...(Array.isArray(items) && {
      items: nodesOf(items).map((item) => withDialogActions(item, rest)),
    }),
    ...(Array.isArray(actions) && {
      actions: nodesOf(actions).map((action) => sentFromDialog(action, rest)),
    }),
  };
}

/** The form as a dialog, with notes on the quoted message above its fields and what did not fit below. */
export function quoteDialog({ fill }: CardFrame, input: QuoteInput): OutgoingCard {
  const { locale, form, notes, rest } = input;
  const { fallbackText } = form.card;
  const head = fill('quote', {
    lang: locale,
    fallbackText: typeof fallbackText === 'string' ? fallbackText : form.summary,
    notes: notes.map((note) => ({ note })),
    hasRest: rest !== '',
    restLabel: extensionTexts[locale].quote.rest,
    rest,
  });
  const body = nodesOf(form.card['body']).map((node) => withDialogActions(node, rest));
  const added = nodesOf(head['body']);
  const notesAdded = added.filter(({ type }) => type === 'TextBlock');
  const firstField = body.findIndex(({ id }) => id === 'title');
  return {
    summary: form.summary,
    card: {
      ...form.card,
      body: [
        ...body.slice(0, firstField),
        ...notesAdded,
        ...body.slice(firstField),
        ...added.filter((node) => !notesAdded.includes(node)),
      ],
      actions: nodesOf(form.card['actions']).map((action) => sentFromDialog(action, rest)),
    },
  };
}
