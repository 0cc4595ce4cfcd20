import type { CampaignsAnswer, DotsAnswer } from '../contract/progress-answers.js';
import { openCampaign } from '../domain/campaign.js';
import { reportClassOf } from '../domain/report-class.js';
import { campaignDots } from '../usecases/campaign-dots.js';
import { actOf } from './act-of.js';
import { json } from './answer.js';
import type { Read } from './call.js';
import { inCampaign } from './figures-views.js';

/** GET /api/campaigns: what has begun; a call that is being prepared is nobody's to know. */
export const answerBegunCampaigns: Read = ({ deps, at }) => {
  const all = deps.register.campaigns();
  const open = openCampaign(all, at)?.id;
  const begun = all.filter(({ opensAt }) => opensAt <= at);
  const answer: CampaignsAnswer = {
    campaigns: begun
      .toSorted((a, b) => b.opensAt - a.opensAt)
      .map(({ id, title, isSample, opensAt }) => ({
        id,
        title,
        isSample,
        opensAt,
        isOpen: id === open,
      })),
  };
  return json(answer);
};

/** GET /api/figures/:campaign/dots. */
export const answerDots: Read = inCampaign((call, campaign) => {
  const { id, title, isSample } = campaign;
  const answer: DotsAnswer = {
    campaign: { id, title, isSample },
    asOf: call.asOf,
    rows: campaignDots(call.deps.register, campaign, actOf(call)).map(
      ({ mark, count, proposals }) => ({
        mark,
        // Merged ones stand in a row of their own, which no report counts as realised or examined.
        reportClass: mark === 'merged' ? 'other' : reportClassOf(campaign, mark),
        count,
        proposals: [...proposals],
      }),
    ),
  };
  return json(answer);
});
