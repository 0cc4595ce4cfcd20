import type { OutgoingCard } from '../cards/card.js';
import { formVersion } from '../cards/form-card.js';
import type { SentForm } from '../cards/read-submission.js';
import { isOpen, openCampaign } from '../domain/campaign.js';
import type { Draft } from '../domain/drafts/draft.js';
import { draftTexts } from '../text/draft-texts.js';
import { refusalText } from '../text/refusal-texts.js';
import { formAgain } from './form-again.js';
import type { BotPorts, Speaker } from './turn.js';

/** 下書き: the drafts of the speaker. */
export function draftsFor(
  { cards, drafts }: BotPorts,
  { locale, personId }: Speaker,
): OutgoingCard {
  return cards.drafts(locale, drafts.of(personId));
}

function formOf({ id, form, seq }: Draft, campaignId: string, formOpenedAt: number): SentForm {
  return { token: id, campaignId, formOpenedAt, formVersion, form, draftSeq: seq };
}

/** The form of a draft, for the campaign it was begun for, or once that is over, for the present one. */
export function openDraft(ports: BotPorts, speaker: Speaker, id: string): OutgoingCard {
  const { register, clock, cards, drafts } = ports;
  const { locale, personId } = speaker;
  const draft = drafts.of(personId).find((each) => each.id === id);
  if (!draft) return cards.notice(locale, draftTexts[locale].gone, ['drafts', 'mine', 'propose']);
  const at = clock.now();
  const campaigns = register.campaigns();
  const own = campaigns.find((campaign) => campaign.id === draft.campaignId);
  if (own && isOpen(own, at)) return formAgain(ports, speaker, formOf(draft, own.id, at), {});
  const department = register.profile(personId)?.value.departmentId;
  const present = openCampaign(campaigns, at, department);
  const summary = present
    ? draftTexts[locale].moved
    : refusalText({ code: 'no-open-campaign' }, locale);
  const campaignId = present?.id ?? draft.campaignId;
  return formAgain(ports, speaker, formOf(draft, campaignId, at), { summary });
}
