import { randomUUID } from 'node:crypto';
import type { OutgoingCard } from '../cards/card.js';
import { type Campaign, openCampaign } from '../domain/campaign.js';
import { civilDateOf } from '../domain/instant.js';
import type { SubmissionForm } from '../domain/submission-form.js';
import { refusalText } from '../text/refusal-texts.js';
import type { BotPorts, Speaker } from './turn.js';

/** A new form of a campaign with its own token, filled in as told. */
export function newForm(
  { register, clock, cards }: BotPorts,
  { locale, personId }: Speaker,
  campaign: Campaign,
  form?: SubmissionForm,
): OutgoingCard {
  const now = clock.now();
  const profile = register.profile(personId)?.value;
  return cards.form({
    locale,
    campaign,
    masters: register.masters(),
    today: civilDateOf(now),
    token: randomUUID(),
    formOpenedAt: now,
    ...(profile && { profile }),
    ...(form && { form }),
  });
}

/** A new form with a thought already in 提案内容; without an open campaign, a word about it. */
export function openForm(ports: BotPorts, speaker: Speaker, thought?: string): OutgoingCard {
  const { register, clock, cards } = ports;
  const profile = register.profile(speaker.personId)?.value;
  const campaign = openCampaign(register.campaigns(), clock.now(), profile?.departmentId);
  if (!campaign) {
    const text = refusalText({ code: 'no-open-campaign' }, speaker.locale);
    return cards.notice(speaker.locale, text, ['mine', 'help']);
  }
  const form = thought === undefined ? undefined : { proposedContent: thought };
  return newForm(ports, speaker, campaign, form);
}
