import type { AlikeRow } from '../cards/alike-notice.js';
import type { OutgoingCard } from '../cards/card.js';
import type { FormCampaign } from '../cards/form-card.js';
import type { SentForm } from '../cards/read-submission.js';
import { openCampaign } from '../domain/campaign.js';
import { civilDateOf } from '../domain/instant.js';
import type { PersonalDataFound } from '../domain/personal-data/find-personal-details.js';
import type { Refusal } from '../domain/refusal.js';
import { terms } from '../text/terms.js';
import type { BotPorts, Speaker } from './turn.js';

/** The campaign the form was opened for; a forged or vanished one still gets its form back, with nothing to promise. */
function campaignOf(
  { register, clock }: BotPorts,
  { campaignId }: SentForm,
  appName: string,
): FormCampaign {
  const campaigns = register.campaigns();
  return (
    campaigns.find((each) => each.id === campaignId) ??
    openCampaign(campaigns, clock.now()) ?? { id: campaignId, title: appName }
  );
}

/** Why a form is back. */
export interface WhyAgain {
  readonly summary?: string;
  readonly refusal?: Refusal;
  /** What looks like personal data in it. */
  readonly found?: readonly PersonalDataFound[];
  /** What is like it. */
  readonly alike?: readonly AlikeRow[];
  /** Whether what was asked for was done. */
  readonly isGood?: true;
}

/** The same form again, with every text as it was sent and a line above that says why. */
export function formAgain(
  ports: BotPorts,
  speaker: Speaker,
  sent: SentForm,
  why: WhyAgain,
): OutgoingCard {
  const { register, clock, cards } = ports;
  const { locale, personId } = speaker;
  const profile = register.profile(personId)?.value;
  const { refusal, found, alike, isGood } = why;
  const { confirmed, hasSeenAlike, draftSeq } = sent;
  return cards.form({
    locale,
    campaign: campaignOf(ports, sent, terms[locale].appName),
    masters: register.masters(),
    today: civilDateOf(clock.now()),
    token: sent.token,
    formOpenedAt: sent.formOpenedAt,
    form: sent.form,
    ...(why.summary !== undefined && { summary: why.summary }),
    ...(isGood && { isGood }),
    ...(confirmed && { confirmed }),
    ...(hasSeenAlike && { hasSeenAlike }),
    ...(draftSeq !== undefined && { draftSeq }),
    ...(alike && { alike }),
    ...(profile && { profile }),
    ...(found && { found }),
    ...(refusal?.code === 'invalid-fields' && { faults: refusal.fields }),
  });
}
