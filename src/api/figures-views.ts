import type { Campaign } from '../domain/campaign.js';
import { proposalAsOf } from '../domain/figures/as-of.js';
import type { FiguresView } from '../domain/figures/counted.js';
import { figuresOf } from '../domain/figures/figures.js';
import { addDays, type Instant, isCivilDate, startOfDay } from '../domain/instant.js';
import type { Proposal } from '../domain/proposal.js';
import { type Answer, json } from './answer.js';
import type { Read, StaffCall } from './call.js';
import { refusalAnswer } from './refusal-answer.js';

function campaignOf({ deps, params }: StaffCall): Campaign | undefined {
  return deps.register.campaigns().find(({ id }) => id === params['campaign']);
}

function proposalsIn({ deps }: StaffCall, { id }: Campaign): readonly Proposal[] {
  const all = deps.register.proposals().map(({ value }) => value);
  return all.filter(({ campaignId }) => campaignId === id);
}

function answerFigures(
  call: StaffCall,
  campaign: Campaign,
  proposals: readonly Proposal[],
  { view, asOf }: { readonly view: FiguresView; readonly asOf: Instant },
): Answer {
  const { register } = call.deps;
  const supportersOf = (proposalId: string) => register.endorsersOf(proposalId);
  const figures = figuresOf({ proposals, masters: register.masters(), supportersOf }, view);
  const { id, title, isSample } = campaign;
  return json({ campaign: { id, title, isSample }, asOf, ...figures });
}

/** Reads the campaign of the path; of an unknown one the answer is that it does not exist. */
function inCampaign(read: (call: StaffCall, campaign: Campaign) => Answer): Read {
  return (call) => {
    const campaign = campaignOf(call);
    return campaign ? read(call, campaign) : refusalAnswer({ code: 'not-found' }, call.locale);
  };
}

/** GET /api/figures/:campaign: what is published. */
export const answerPublishedFigures: Read = inCampaign((call, campaign) =>
  answerFigures(call, campaign, proposalsIn(call, campaign), {
    view: 'published',
    asOf: call.asOf,
  }),
);

/** GET /api/figures/:campaign/on/:day: what had been recorded and published at the end of a day in Tokyo. */
export const answerFiguresOn: Read = inCampaign((call, campaign) => {
  const day = call.params['day'] ?? '';
  if (!isCivilDate(day)) return refusalAnswer({ code: 'not-found' }, call.locale);
  const asOf = Math.min(startOfDay(addDays(day, 1)) - 1, call.at);
  const then = proposalsIn(call, campaign).flatMap(({ trail }) => proposalAsOf(trail, asOf) ?? []);
  return answerFigures(call, campaign, then, { view: 'published', asOf });
});

/** GET /api/triage-figures/:campaign: the working state, every cell, for those who decide. */
export const answerWorkingFigures: Read = inCampaign((call, campaign) =>
  answerFigures(call, campaign, proposalsIn(call, campaign), { view: 'working', asOf: call.asOf }),
);
