import type { Locale } from '../domain/conversation.js';
import type { Status } from '../domain/status.js';
import type { StepState } from '../domain/trace.js';
import { cardTexts } from '../text/card-texts.js';
import { terms } from '../text/terms.js';
import type { Card, LinkButton, OutgoingCard } from './card.js';
import { verbs } from './card.js';
import { botChatLink, proposalPage, type TabAddress, tabLink } from './deep-link.js';
import type { RefreshRequest } from './read-submission.js';
import type { FillTemplate, TemplateName } from './templates.js';

/** What all cards are drawn with. */
export interface CardFrame extends TabAddress {
  readonly fill: FillTemplate;
  readonly botAppId: string;
}

/** Fills a template; `headline` stands for the card where it cannot be drawn and in notifications. */
export function drawCard(
  frame: CardFrame,
  name: TemplateName,
  locale: Locale,
  headline: string,
  values: Readonly<Record<string, unknown>>,
): OutgoingCard {
  const fallbackText = cardTexts[locale].fallback(headline);
  return { card: frame.fill(name, { ...values, lang: locale, fallbackText }), summary: headline };
}

/** Address of the picture of a status; the word always stands beside it. */
export function statusImage({ publicOrigin }: CardFrame, status: Status): string {
  return `${publicOrigin}/tabs/status/${status}.png`;
}

const tracePictures: Readonly<Record<StepState, string>> = {
  done: 'done',
  current: 'current',
  ahead: 'todo',
  never: 'todo',
};

/** Address of the picture of a step of the trace line. */
export function traceImage({ publicOrigin }: CardFrame, state: StepState): string {
  return `${publicOrigin}/tabs/status/trace-${tracePictures[state]}.png`;
}

/** The button that opens one proposal in the tab. */
export function proposalLink(frame: CardFrame, number: string, title: string): LinkButton {
  return { title, url: tabLink(frame, proposalPage(number), number) };
}

/** The button that opens the list of own proposals in the tab. */
export function mineLink(frame: CardFrame, locale: Locale): LinkButton {
  const { appName } = terms[locale];
  return { title: cardTexts[locale].action.openTab, url: tabLink(frame, 'mine', appName) };
}

/** The button that opens the triage in the tab, for those with the role. */
export function triageLink(frame: CardFrame, locale: Locale, title: string): LinkButton {
  return { title, url: tabLink(frame, 'triage', terms[locale].appName) };
}

/** The button that leads from a channel to the chat with the bot. */
export function chatLink(frame: CardFrame, locale: Locale): LinkButton {
  return { title: cardTexts[locale].action.openChat, url: botChatLink(frame.botAppId) };
}

/**
 * Lets a card renew itself for one person: the client asks with `refresh-proposal` and shows the answer.
 * `userId` is the person's id in the channel (29:…); without it the card stays as it was sent.
 */
export function withRefresh(
  { card, summary }: OutgoingCard,
  userId: string | undefined,
  data: RefreshRequest,
): OutgoingCard {
  if (userId === undefined) return { card, summary };
  const action = { type: 'Action.Execute', verb: verbs.refresh, data };
  const refreshing: Card = { ...card, refresh: { action, userIds: [userId] } };
  return { card: refreshing, summary };
}

/** The note under cards of a campaign with invented data. */
export function sampleValues(
  campaign: { readonly isSample?: boolean } | undefined,
  locale: Locale,
): { readonly hasSample: boolean; readonly sampleNote: string } {
  return { hasSample: campaign?.isSample === true, sampleNote: cardTexts[locale].sampleNote };
}
