import { randomUUID } from 'node:crypto';
import type { OutgoingCard } from '../cards/card.js';
import { openCampaign } from '../domain/campaign.js';
import { civilDateOf } from '../domain/instant.js';
import { refusalText } from '../text/refusal-texts.js';
import type { BotPorts, Speaker } from './turn.js';

/** A new form with its own token, with a thought already in 提案内容; without an open campaign, a word about it. */
export function openForm(ports: BotPorts, speaker: Speaker, thought?: string): OutgoingCard {
  const { register, clock, cards } = ports;
  const now = clock.now();
  const profile = register.profile(speaker.personId)?.value;
  const campaign = openCampaign(register.campaigns(), now, profile?.departmentId);
  if (!campaign) {
    const text = refusalText({ code: 'no-open-campaign' }, speaker.locale);
    return cards.notice(speaker.locale, text, ['mine', 'help']);
  }
  return cards.form({
    locale: speaker.locale,
    campaign,
    masters: register.masters(),
    today: civilDateOf(now),
    token: randomUUID(),
    formOpenedAt: now,
    ...(profile && { profile }),
    ...(thought !== undefined && { form: { proposedContent: thought } }),
  });
}
