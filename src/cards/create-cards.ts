import type { Campaign } from '../domain/campaign.js';
import type { Locale } from '../domain/conversation.js';
import { cardTexts } from '../text/card-texts.js';
import type { CommandName, OutgoingCard } from './card.js';
import { type CardFrame, drawCard } from './card-frame.js';
import { type ChannelCardInput, publishedChannelCard } from './channel-card.js';
import {
  helpCard,
  type KeptCardInput,
  keptCard,
  menuCard,
  myProposalsCard,
  noticeCard,
  type OwnProposal,
  personalChatCard,
  welcomeCard,
} from './chat-cards.js';
import { type FormInput, formValues } from './form-card.js';
import { type MeasureCardInput, measureCard } from './measure-card.js';
import {
  type DelegationCardInput,
  delegationCard,
  type OpinionCardInput,
  opinionCard,
} from './office-card.js';
import { type PresentationCardInput, presentationCard } from './presentation-card.js';
import {
  type InvitationCardInput,
  invitationCard,
  type QuestionCardInput,
  questionCard,
} from './question-card.js';
import { type ReceiptInput, receiptCard } from './receipt-card.js';
import { type ReleaseCardInput, releaseCard } from './release-card.js';
import { type SecretariatCardInput, secretariatCard } from './secretariat-card.js';
import { type StatusCardInput, statusCard } from './status-card.js';
import { type ThroughOfficeCardInput, throughOfficeCard } from './through-office-card.js';

/** Every card of the product: typed values in, card and notification line out. */
export interface Cards {
  welcome(locale: Locale, campaign: Campaign | undefined): OutgoingCard;
  form(input: FormInput): OutgoingCard;
  receipt(input: ReceiptInput): OutgoingCard;
  kept(locale: Locale, kept: KeptCardInput): OutgoingCard;
  /** Status on demand, review begun (T4) and published decision: one card that states the published state. */
  status(input: StatusCardInput): OutgoingCard;
  myProposals(locale: Locale, own: readonly OwnProposal[]): OutgoingCard;
  publishedChannel(input: ChannelCardInput): OutgoingCard;
  question(input: QuestionCardInput): OutgoingCard;
  invitation(input: InvitationCardInput): OutgoingCard;
  /** For those who proposed it. */
  presentation(input: PresentationCardInput): OutgoingCard;
  opinion(input: OpinionCardInput): OutgoingCard;
  delegation(input: DelegationCardInput): OutgoingCard;
  /** Undefined for an entry of which the secretariat is not told. */
  secretariat(input: SecretariatCardInput): OutgoingCard | undefined;
  /** For the secretariat, to be handed on to a proposer who does not use Teams. */
  throughOffice(input: ThroughOfficeCardInput): OutgoingCard;
  /** A release set, in one post per channel. */
  releaseChannel(input: ReleaseCardInput): OutgoingCard;
  /** A measure that was published on its own. */
  measureChannel(input: MeasureCardInput): OutgoingCard;
  help(locale: Locale): OutgoingCard;
  menu(locale: Locale): OutgoingCard;
  notice(locale: Locale, text: string, offered: readonly CommandName[]): OutgoingCard;
  personalChat(locale: Locale): OutgoingCard;
}

/** Binds the cards to their templates and addresses. */
export function createCards(frame: CardFrame): Cards {
  return {
    welcome: (locale, campaign) => welcomeCard(frame, locale, campaign),
    form: (input) => {
      const { headline } = cardTexts[input.locale].form;
      return drawCard(frame, 'form', input.locale, headline, formValues(input));
    },
    receipt: (input) => receiptCard(frame, input),
    kept: (locale, kept) => keptCard(frame, locale, kept),
    status: (input) => statusCard(frame, input),
    myProposals: (locale, own) => myProposalsCard(frame, locale, own),
    publishedChannel: (input) => publishedChannelCard(frame, input),
    question: (input) => questionCard(frame, input),
    invitation: (input) => invitationCard(frame, input),
    presentation: (input) => presentationCard(frame, input),
    opinion: (input) => opinionCard(frame, input),
    delegation: (input) => delegationCard(frame, input),
    secretariat: (input) => secretariatCard(frame, input),
    throughOffice: (input) => throughOfficeCard(frame, input),
    releaseChannel: (input) => releaseCard(frame, input),
    measureChannel: (input) => measureCard(frame, input),
    help: (locale) => helpCard(frame, locale),
    menu: (locale) => menuCard(frame, locale),
    notice: (locale, text, offered) => noticeCard(frame, locale, text, offered),
    personalChat: (locale) => personalChatCard(frame, locale),
  };
}
