import type { TurnoutAnswer } from '../contract/figures-answers.js';
import type { Campaign } from '../domain/campaign.js';
import { proposalAsOf } from '../domain/figures/as-of.js';
import type { FiguresView } from '../domain/figures/counted.js';
import { addDays, civilDateOf, type Instant, isCivilDate, startOfDay } from '../domain/instant.js';
import type { Proposal } from '../domain/proposal.js';
import {
  campaignFigures,
  campaignTurnout,
  proposalsOfCampaign,
} from '../usecases/campaign-figures.js';
import { someAtOnce } from '../usecases/some-at-once.js';
import { type Answer, json } from './answer.js';
import type { Read, StaffCall } from './call.js';
import { refusalAnswer } from './refusal-answer.js';

function campaignOf({ deps, params }: StaffCall): Campaign | undefined {
  return deps.register.campaigns().find(({ id }) => id === params['campaign']);
}

function answerFigures(
  call: StaffCall,
  campaign: Campaign,
  { view, asOf }: { readonly view: FiguresView; readonly asOf: Instant },
  then?: readonly Proposal[],
): Answer {
  const { id, title, isSample } = campaign;
  const figures = campaignFigures(call.deps.register, id, view, then && { proposals: then, asOf });
  return json({ campaign: { id, title, isSample }, asOf, ...figures });
}

/** Reads the campaign of the path; of an unknown one the answer is that it does not exist. */
export function inCampaign(
  read: (call: StaffCall, campaign: Campaign) => Answer | Promise<Answer>,
): Read {
  return (call) => {
    const campaign = campaignOf(call);
    return campaign ? read(call, campaign) : refusalAnswer({ code: 'not-found' }, call.locale);
  };
}

/** GET /api/figures/:campaign: what is published. */
export const answerPublishedFigures: Read = inCampaign((call, campaign) =>
  answerFigures(call, campaign, { view: 'published', asOf: call.asOf }),
);

/** Reads of the archive under way at once, for trails of which a part lies there. */
const readsAtOnce = 4;

/** GET /api/figures/:campaign/on/:day: what had been recorded and published at the end of a day in Tokyo. */
export const answerFiguresOn: Read = inCampaign(async (call, campaign) => {
  const day = call.params['day'] ?? '';
  if (!isCivilDate(day)) return refusalAnswer({ code: 'not-found' }, call.locale);
  const asOf = Math.min(startOfDay(addDays(day, 1)) - 1, call.at);
  const present = proposalsOfCampaign(call.deps.register, campaign.id);
  const then = await someAtOnce(present, readsAtOnce, async (each) => {
    // What nothing was recorded of since is as it was: its trail needs no looking at.
    if (each.course && each.course.recordedAt <= asOf) return [each];
    const { trail } = await call.deps.whole(each);
    return proposalAsOf(trail, asOf) ?? [];
  });
  return answerFigures(call, campaign, { view: 'published', asOf }, then.flat());
});

/** GET /api/triage-figures/:campaign: the working state, every cell, for those who decide. */
export const answerWorkingFigures: Read = inCampaign((call, campaign) =>
  answerFigures(call, campaign, { view: 'working', asOf: call.asOf }),
);

/** GET /api/turnout/:campaign: 応募状況 by department, for heads; the secretariat reads every line. */
export const answerTurnout: Read = inCampaign(({ deps, roles, at, asOf }, campaign) => {
  const view = roles.includes('secretariat') ? 'working' : 'published';
  const { id, title, isSample, closesAt } = campaign;
  const turnout = campaignTurnout(deps.register, campaign, view, civilDateOf(at));
  const answer: TurnoutAnswer = {
    campaign: { id, title, isSample, ...(closesAt !== undefined && { closesAt }) },
    asOf,
    received: turnout.received,
    withdrawn: turnout.withdrawn,
    departments: [...turnout.departments],
  };
  return json(answer);
});
