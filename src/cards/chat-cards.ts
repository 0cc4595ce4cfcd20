import type { Campaign } from '../domain/campaign.js';
import type { Standing } from '../domain/capacity.js';
import type { Locale } from '../domain/conversation.js';
import { civilDateOf } from '../domain/instant.js';
import type { PublishedHead } from '../domain/published-view.js';
import { cardTexts } from '../text/card-texts.js';
import { commandTexts } from '../text/command-texts.js';
import { formatDayWithWeekday, formatMonthDay, formatShortDate } from '../text/format.js';
import { terms } from '../text/terms.js';
import type { CommandName, OutgoingCard } from './card.js';
import {
  type CardFrame,
  chatLink,
  drawCard,
  mineLink,
  sampleValues,
  statusImage,
} from './card-frame.js';
import { commandButtons } from './command-buttons.js';
import { proposalPage, tabLink } from './deep-link.js';
import { plainText } from './plain-text.js';

/** ようこそ: what this is, until when, and what to press. */
export function welcomeCard(
  frame: CardFrame,
  locale: Locale,
  campaign: Campaign | undefined,
): OutgoingCard {
  const { welcome } = cardTexts[locale];
  const lastDay = campaign?.closesAt && civilDateOf(campaign.closesAt - 1);
  const open = lastDay
    ? welcome.openUntil(formatDayWithWeekday(lastDay, locale))
    : welcome.openAlways;
  return drawCard(frame, 'welcome', locale, welcome.headline, {
    eyebrow: campaign ? plainText(campaign.title) : terms[locale].appName,
    headline: welcome.headline,
    text: campaign ? open : welcome.closed,
    hasHow: campaign !== undefined,
    how: welcome.how,
    ...sampleValues(campaign, locale),
    commands: campaign
      ? commandButtons(locale, 'propose', 'mine', 'help')
      : commandButtons(locale, 'mine', 'help'),
  });
}

/** What is offered where nothing else fits. */
export function menuCard(frame: CardFrame, locale: Locale): OutgoingCard {
  const { menu, action } = cardTexts[locale];
  return drawCard(frame, 'menu', locale, menu.headline, {
    headline: menu.headline,
    text: menu.text,
    rows: (['mine', 'search', 'progress'] as const).map((command) => ({
      title: action[command],
      value: commandTexts[locale].menu[command],
      press: { command },
    })),
    commands: commandButtons(locale, 'propose', 'help'),
    links: [],
  });
}

/** A sentence of the product's own: a refusal, a fault with its reference number. */
export function noticeCard(
  frame: CardFrame,
  locale: Locale,
  text: string,
  offered: readonly CommandName[],
): OutgoingCard {
  const { notice } = cardTexts[locale];
  return drawCard(frame, 'notice', locale, notice.headline, {
    headline: notice.headline,
    text,
    commands: commandButtons(locale, ...offered),
    links: [],
  });
}

/** In a dialog: a sentence, and the way to the chat, where everything else is. */
export function dialogNoticeCard(frame: CardFrame, locale: Locale, text: string): OutgoingCard {
  const { notice } = cardTexts[locale];
  return drawCard(frame, 'notice', locale, notice.headline, {
    headline: notice.headline,
    text,
    commands: [],
    links: [chatLink(frame, locale)],
  });
}

/** In a channel: where to propose. */
export function personalChatCard(frame: CardFrame, locale: Locale): OutgoingCard {
  const { personalChat } = cardTexts[locale];
  return drawCard(frame, 'notice', locale, personalChat.headline, {
    headline: personalChat.headline,
    text: personalChat.text,
    commands: [],
    links: [chatLink(frame, locale)],
  });
}

/** A form that is safely kept; `isBusy` where it waits for want of nothing but time. */
export interface KeptCardInput {
  readonly title: string;
  readonly at: number;
  readonly isBusy: boolean;
}

/** 受付中: safely kept, number and receipt follow. */
export function keptCard(frame: CardFrame, locale: Locale, kept: KeptCardInput): OutgoingCard {
  const texts = cardTexts[locale].kept;
  return drawCard(frame, 'kept', locale, texts.headline, {
    eyebrow: texts.eyebrow,
    date: formatShortDate(civilDateOf(kept.at), locale),
    headline: texts.headline,
    text: kept.isBusy ? texts.busyText : texts.text,
    titleLabel: terms[locale].field.title,
    title: kept.title,
  });
}

const mostRows = 6;

/** A proposal of a person with as what: alone or as representative, together with others, or invited so far. */
export interface OwnProposal {
  readonly view: PublishedHead;
  readonly as: Standing;
}

/** 自分の提案: the published state of each, newest first; those of others with whom one proposes are marked 共同. */
export function myProposalsCard(
  frame: CardFrame,
  locale: Locale,
  own: readonly OwnProposal[],
): OutgoingCard {
  const { mine } = cardTexts[locale];
  const { status } = terms[locale];
  const rows = own.slice(0, mostRows).map(({ view, as }) => ({
    title: view.content.title,
    line: `${view.number}　${status[view.status]}　${formatMonthDay(civilDateOf(view.at), locale)}${mine.mark[as]}`,
    image: statusImage(frame, view.status),
    statusName: status[view.status],
    open: view.number,
    url: tabLink(frame, proposalPage(view.number), view.number),
  }));
  const left = own.length - rows.length;
  const headline = own.length > 0 ? mine.headline(own.length) : mine.empty;
  return drawCard(frame, 'my-proposals', locale, headline, {
    eyebrow: mine.eyebrow,
    headline,
    rows,
    hasMore: left > 0,
    more: mine.more(left),
    commands: commandButtons(locale, 'propose'),
    links: own.length > 0 ? [mineLink(frame, locale)] : [],
  });
}
