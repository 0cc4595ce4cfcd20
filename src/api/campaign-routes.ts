import type { CampaignAnswer, CampaignPreview, CampaignsAnswer } from '../contract/keep-answers.js';
import {
  changeCampaignRequest,
  copyCampaignRequest,
  enterCampaignRequest,
} from '../contract/keep-requests.js';
import { type Campaign, graceMsOf, isOpen, limitsOf } from '../domain/campaign.js';
import { calendarOf } from '../domain/campaign-calendar.js';
import { formOf } from '../domain/campaign-form.js';
import { civilDateOf } from '../domain/instant.js';
import { valuesOf } from '../domain/recorded.js';
import { reportClassOf } from '../domain/report-class.js';
import { statuses } from '../domain/status.js';
import { masterTexts } from '../text/master-texts.js';
import { terms } from '../text/terms.js';
import type { KeepOutcome } from '../usecases/keep-row.js';
import { type Answer, json } from './answer.js';
import type { Read, StaffCall, Write } from './call.js';
import { keeperOf, logKeeping } from './master-routes.js';
import { recordedView } from './recorded-view.js';
import { refusalAnswer } from './refusal-answer.js';
import { withBody } from './with-body.js';

function formView(call: StaffCall, campaign: Campaign): CampaignPreview['form'] {
  const { locale, deps, at } = call;
  return formOf(campaign, deps.register.masters(), civilDateOf(at)).map(
    ({ field, isRequired, most, choices }) => ({
      field,
      label: terms[locale].field[field],
      isRequired,
      ...(most !== undefined && { most }),
      ...(choices && {
        choices: choices.map(({ id, label, labelEn }) => ({
          id,
          label: locale === 'ja' ? label : labelEn,
        })),
      }),
    }),
  );
}

function calendarView(call: StaffCall, campaign: Campaign): CampaignPreview['calendar'] {
  return calendarOf(campaign, call.deps.isHoliday).map(({ id, post, at, text }) => ({
    id,
    post,
    at,
    text: text ?? masterTexts[call.locale].post[post],
    isPrepared: text === undefined,
  }));
}

function previewOf(call: StaffCall, campaign: Campaign): CampaignPreview {
  const { hour, campaign: person } = limitsOf(campaign);
  return {
    // The settings of a campaign are a draft of themselves, as arrays of their own.
    draft: structuredClone(valuesOf(campaign)) as CampaignPreview['draft'],
    form: formView(call, campaign),
    calendar: calendarView(call, campaign),
    reportClasses: statuses.map((status) => ({
      status,
      label: terms[call.locale].status[status],
      reportClass: reportClassOf(campaign, status),
    })),
    graceMinutes: graceMsOf(campaign) / 60_000,
    limitPerHour: hour,
    limitPerPerson: person,
  };
}

function campaignView(call: StaffCall, campaign: Campaign): CampaignAnswer {
  return {
    ...previewOf(call, campaign),
    version: call.deps.keep.versionOf(campaign),
    trail: recordedView(campaign, call.locale),
  };
}

/** GET /api/admin/campaigns, the youngest first. */
export const answerCampaigns: Read = ({ deps, at }) => {
  const campaigns = deps.register.campaigns().toReversed();
  const answer: CampaignsAnswer = {
    campaigns: campaigns.map((campaign) => ({
      id: campaign.id,
      title: campaign.title,
      opensAt: campaign.opensAt,
      ...(campaign.closesAt !== undefined && { closesAt: campaign.closesAt }),
      isOpen: isOpen(campaign, at),
      isSample: campaign.isSample,
    })),
  };
  return json(answer);
};

/** GET /api/admin/campaigns/:id. */
export const answerCampaign: Read = (call) => {
  const campaign = call.deps.register.campaign(call.params['id'] ?? '')?.value;
  return campaign
    ? json(campaignView(call, campaign))
    : refusalAnswer({ code: 'no-such-row' }, call.locale);
};

/** POST /api/admin/campaigns/preview: what a draft would come to; nothing is kept. */
export const previewCampaignWrite: Write = withBody(
  enterCampaignRequest,
  async (call, { draft }) => {
    const checked = call.deps.keep.previewCampaign(draft);
    return checked.ok
      ? json(previewOf(call, checked.value))
      : refusalAnswer(checked.refusal, call.locale);
  },
);

function answerOutcome(call: StaffCall, act: string, outcome: KeepOutcome<Campaign>): Answer {
  const campaign = outcome.kind === 'kept' ? outcome.stored.value : outcome.present?.value;
  logKeeping(call, act, campaign?.id ?? '', outcome);
  const view = campaign && campaignView(call, campaign);
  return outcome.kind === 'kept'
    ? json(view ?? {})
    : refusalAnswer(outcome.refusal, call.locale, view);
}

/** POST /api/admin/campaigns: enters a campaign. */
export const enterCampaignWrite: Write = withBody(enterCampaignRequest, async (call, { draft }) =>
  answerOutcome(call, 'enter-campaign', await call.deps.keep.enterCampaign(keeperOf(call), draft)),
);

/** POST /api/admin/campaigns/:id: changes a campaign. The id of the path counts. */
export const changeCampaignWrite: Write = withBody(
  changeCampaignRequest,
  async (call, { draft, version }) => {
    const own = { ...draft, id: call.params['id'] ?? '' };
    const outcome = await call.deps.keep.changeCampaign(keeperOf(call), own, version);
    return answerOutcome(call, 'change-campaign', outcome);
  },
);

/** POST /api/admin/campaigns/:id/copy: enters a campaign with the settings of another one. */
export const copyCampaignWrite: Write = withBody(copyCampaignRequest, async (call, own) => {
  const source = call.params['id'] ?? '';
  const outcome = await call.deps.keep.copyCampaign(keeperOf(call), source, own);
  return answerOutcome(call, 'copy-campaign', outcome);
});
