import type { Locale } from '../domain/conversation.js';

/** An Adaptive Card as JSON. */
export type Card = Readonly<Record<string, unknown>>;

/** A card with the line a notification shows for it. The line never holds what a person wrote. */
export interface OutgoingCard {
  readonly card: Card;
  readonly summary: string;
}

/** Values for a template; what is missing would be left standing as `${…}`, so nothing is optional. */
export type TemplateValues = Readonly<Record<string, unknown>> & {
  readonly lang: Locale;
  readonly fallbackText: string;
};

/** A button that sends a command to the bot, as if it had been typed. */
export interface CommandButton {
  readonly title: string;
  readonly command: CommandName;
  /** The main act of a card; hosts may ignore it, so order carries the meaning. */
  readonly style: 'positive' | 'default';
}

/** A button that opens an address. */
export interface LinkButton {
  readonly title: string;
  readonly url: string;
}

/** What buttons and typed words can ask of the bot. */
export const commandNames = ['propose', 'mine', 'drafts', 'search', 'progress', 'help'] as const;

/** One of the commands. */
export type CommandName = (typeof commandNames)[number];

/** Verbs of Action.Execute that the bot knows. */
export const verbs = {
  submit: 'submit-proposal',
  draft: 'keep-draft',
  refresh: 'refresh-proposal',
  keepSettings: 'keep-settings',
} as const;
