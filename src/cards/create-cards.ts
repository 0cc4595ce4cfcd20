import type { Campaign } from '../domain/campaign.js';
import type { Locale } from '../domain/conversation.js';
import type { Draft } from '../domain/drafts/draft.js';
import type { Status } from '../domain/status.js';
import { cardTexts } from '../text/card-texts.js';
import type { CommandName, OutgoingCard } from './card.js';
import { type CardFrame, drawCard, statusImage } from './card-frame.js';
import { type ChannelCardInput, publishedChannelCard } from './channel-card.js';
import {
  dialogNoticeCard,
  type KeptCardInput,
  keptCard,
  menuCard,
  myProposalsCard,
  noticeCard,
  type OwnProposal,
  personalChatCard,
  welcomeCard,
} from './chat-cards.js';
import { type DigestCardInput, digestCard } from './digest-card.js';
import { draftsCard } from './drafts-card.js';
import { type FiguresCardInput, figuresCard } from './figures-card.js';
import { type FormInput, formValues } from './form-card.js';
import { type FoundCardInput, foundCard } from './found-card.js';
import { type HelpInput, helpCard } from './help-card.js';
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
import { type QuoteInput, quoteDialog } from './quote-dialog.js';
import { type ReceiptInput, receiptCard } from './receipt-card.js';
import { type ReleaseCardInput, releaseCard } from './release-card.js';
import { type SecretariatCardInput, secretariatCard } from './secretariat-card.js';
import { type SettingsCardInput, settingsCard } from './settings-card.js';
import { type SharedMeasureInput, sharedMeasureCard } from './shared-measure-card.js';
import { type SharedProposalInput, sharedProposalCard } from './shared-proposal-card.js';
import { type StatusCardInput, statusCard } from './status-card.js';
import { type ThroughOfficeCardInput, throughOfficeCard } from './through-office-card.js';

/** Every card of the product: typed values in, card and notification line out. */
export interface Cards {
  welcome(locale: Locale, campaign: Campaign | undefined): OutgoingCard;
  form(input: FormInput): OutgoingCard;
  /** The form as a dialog, filled from a message. */
  quoteDialog(input: QuoteInput): OutgoingCard;
  receipt(input: ReceiptInput): OutgoingCard;
  kept(locale: Locale, kept: KeptCardInput): OutgoingCard;
  /** Status on demand, review begun (T4) and published decision: one card that states the published state. */
  status(input: StatusCardInput): OutgoingCard;
  myProposals(locale: Locale, own: readonly OwnProposal[]): OutgoingCard;
  drafts(locale: Locale, drafts: readonly Draft[]): OutgoingCard;
  /** Several proposals at once, for one person. */
  digest(input: DigestCardInput): OutgoingCard;
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
  /** For a conversation, where anybody reads it. */
  sharedProposal(input: SharedProposalInput): OutgoingCard;
  sharedMeasure(input: SharedMeasureInput): OutgoingCard;
  /** Address of the picture of a status. */
  statusImage(status: Status): string;
  /** What a search in the chat found, or the question what to look for. */
  found(input: FoundCardInput): OutgoingCard;
  /** 実現状況. */
  figures(input: FiguresCardInput): OutgoingCard;
  /** 設定. */
  settings(input: SettingsCardInput): OutgoingCard;
  help(input: HelpInput): OutgoingCard;
  menu(locale: Locale): OutgoingCard;
  notice(locale: Locale, text: string, offered: readonly CommandName[]): OutgoingCard;
  personalChat(locale: Locale): OutgoingCard;
  /** A sentence in a dialog, with the way to the chat. */
  dialogNotice(locale: Locale, text: string): OutgoingCard;
}

/** Binds the cards to their templates and addresses. */
export function createCards(frame: CardFrame): Cards {
  return {
    welcome: (locale, campaign) => welcomeCard(frame, locale, campaign),
    form: (input) => {
      const { headline } = cardTexts[input.locale].form;
      return drawCard(frame, 'form', input.locale, headline, formValues(frame, input));
    },
    quoteDialog: (input) => quoteDialog(frame, input),
    receipt: (input) => receiptCard(frame, input),
    kept: (locale, kept) => keptCard(frame, locale, kept),
    status: (input) => statusCard(frame, input),
    myProposals: (locale, own) => myProposalsCard(frame, locale, own),
    drafts: (locale, drafts) => draftsCard(frame, locale, drafts),
    digest: (input) => digestCard(frame, input),
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
    sharedProposal: (input) => sharedProposalCard(frame, input),
    sharedMeasure: (input) => sharedMeasureCard(frame, input),
    statusImage: (status) => statusImage(frame, status),
    found: (input) => foundCard(frame, input),
    figures: (input) => figuresCard(frame, input),
    settings: (input) => settingsCard(frame, input),
    help: (input) => helpCard(frame, input),
    menu: (locale) => menuCard(frame, locale),
    notice: (locale, text, offered) => noticeCard(frame, locale, text, offered),
    dialogNotice: (locale, text) => dialogNoticeCard(frame, locale, text),
    personalChat: (locale) => personalChatCard(frame, locale),
  };
}
