import type { OutgoingCard } from '../../cards/card.js';
import { type Campaign, openCampaign } from '../../domain/campaign.js';
import { commandTexts } from '../../text/command-texts.js';
import { campaignFigures } from '../../usecases/campaign-figures.js';
import { findMeasures } from '../../usecases/find-measures.js';
import type { BotPorts, Speaker } from '../turn.js';

const mostOthers = 3;

/** The campaigns that have begun, the latest first. */
function begun({ register, clock }: BotPorts): readonly Campaign[] {
  return register
    .campaigns()
    .filter(({ opensAt }) => opensAt <= clock.now())
    .toSorted((a, b) => b.opensAt - a.opensAt);
}

/** 実現状況: the published figures of a campaign; of the open one, or the latest, where none is named. */
export function figuresCardFor(
  ports: BotPorts,
  { locale }: Speaker,
  campaignId: string | undefined,
): OutgoingCard {
  const { register, cards, clock } = ports;
  const campaigns = begun(ports);
  const chosen =
    campaigns.find(({ id }) => id === campaignId) ??
    openCampaign(campaigns, clock.now()) ??
    campaigns[0];
  if (!chosen) return cards.notice(locale, commandTexts[locale].progress.none, ['mine', 'help']);
  const countOf = (among: 'measures' | 'rules'): number =>
    findMeasures(register, { words: '', among, from: 0, limit: 0 }).found;
  return cards.figures({
    locale,
    campaign: chosen,
    figures: campaignFigures(register, chosen.id, 'published'),
    measures: { measures: countOf('measures'), rules: countOf('rules') },
    others: campaigns.filter(({ id }) => id !== chosen.id).slice(0, mostOthers),
    at: clock.now(),
  });
}
