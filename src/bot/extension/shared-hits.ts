import type { Proposal } from '../../domain/proposal.js';
import { publishedHead, type Surroundings } from '../../domain/published-view.js';
import { extensionTexts } from '../../text/extension-texts.js';
import { measureTexts } from '../../text/measure-texts.js';
import { terms } from '../../text/terms.js';
import type { FoundMeasure } from '../../usecases/find-measures.js';
import { asEverybodyReads } from '../../usecases/find-proposals.js';
import { publishedSurroundings } from '../../usecases/published-surroundings.js';
import type { BotPorts, Speaker } from '../turn.js';
import type { Hit } from './extension-answers.js';

/** What a proposal is shown with, of which each is for everybody or not named at all. */
function commonSurroundings({ register }: BotPorts): Surroundings {
  const around = publishedSurroundings(register);
  return {
    ...around,
    proposal: (id) => {
      const found = around.proposal(id);
      return found && asEverybodyReads(register.campaigns(), found);
    },
  };
}

/** A proposal, which everybody may read as it is given here, as a hit with its card. */
export function proposalHit(ports: BotPorts, { locale }: Speaker, proposal: Proposal): Hit {
  const { register, cards, clock } = ports;
  const view = publishedHead(proposal, commonSurroundings(ports));
  const endorsers = register.endorsementCount(proposal.id);
  const { endorsed, people } = extensionTexts[locale];
  const support = endorsers === 0 ? [] : [`${endorsed} ${people(endorsers)}`];
  return {
    title: view.content.title,
    text: [view.number, terms[locale].status[view.status], ...support].join(' · '),
    image: cards.statusImage(view.status),
    card: cards.sharedProposal({
      locale,
      masters: register.masters(),
      view,
      campaign: register.campaigns().find(({ id }) => id === proposal.campaignId),
      endorsers,
      at: clock.now(),
    }),
  };
}

/** A published measure or rule as a hit with its card. */
export function measureHit(
  ports: BotPorts,
  { locale }: Speaker,
  { measure, inForce }: FoundMeasure,
): Hit {
  const { register, cards, clock } = ports;
  const { content } = inForce.state;
  const campaigns = register.campaigns();
  const behind = register
    .proposalsToldWith(measure.id)
    .filter((proposal) => asEverybodyReads(campaigns, proposal) !== undefined);
  const { kind, card } = measureTexts[locale];
  return {
    title: content.title,
    text: [kind[content.kind], card.inForce].join(' · '),
    image: cards.statusImage('realised'),
    card: cards.sharedMeasure({
      locale,
      masters: register.masters(),
      version: inForce,
      behind: behind.map(({ number }) => number),
      campaign: campaigns.find(({ id }) => id === content.campaignId),
      at: clock.now(),
    }),
  };
}
