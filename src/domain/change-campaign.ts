import type { Act } from './act.js';
import type { Campaign } from './campaign.js';
import { type CampaignDraft, type DraftContext, readCampaign } from './campaign-draft.js';
import type { FieldFault } from './field-fault.js';
import type { Role } from './member.js';
import { recordRow } from './recorded.js';
import type { Refusal } from './refusal.js';
import { allowed, type Result, refused } from './result.js';

/** Who runs campaigns. */
export const campaignKeepers: readonly Role[] = ['secretariat', 'administrator'];

function refuseUnlessRunner(act: Act): Refusal | undefined {
  const may = (act.roles ?? []).some(({ role }) => campaignKeepers.includes(role));
  return may ? undefined : { code: 'not-permitted' };
}

/** Checks a draft for an editor that shows what it would come to; nothing is recorded. */
export function previewCampaign(
  draft: CampaignDraft,
  present: Campaign | undefined,
  context: DraftContext,
): Result<Campaign> {
  const faults: FieldFault[] = [];
  const campaign = readCampaign(draft, present, context, faults);
  return faults.length > 0
    ? refused({ code: 'invalid-fields', fields: faults })
    : allowed(campaign);
}

/** Enters a campaign, or changes the present one of the same id. */
export function putCampaign(
  draft: CampaignDraft,
  present: Campaign | undefined,
  act: Act,
  context: DraftContext,
): Result<Campaign> {
  const refusal = refuseUnlessRunner(act);
  if (refusal) return refused(refusal);
  const checked = previewCampaign(draft, present, context);
  if (!checked.ok) return checked;
  const recorded = recordRow(present, checked.value, act);
  return recorded ? allowed(recorded) : refused({ code: 'nothing-changed' });
}

/**
 * The draft of a copy: every setting of a campaign under a new id, with its own period. Texts of posts, themes and
 * limits come along; closed themes, the report date and the mark of invented data do not.
 */
export function copyDraft(
  source: Campaign,
  { id, title, opensAt, closesAt }: Pick<CampaignDraft, 'id' | 'title' | 'opensAt' | 'closesAt'>,
): CampaignDraft {
  const { closesAt: _, reportDate: _date, trail: _trail, isSample: _sample, ...settings } = source;
  return {
    ...settings,
    themes: (source.themes ?? []).filter(({ isClosed }) => !isClosed),
    id,
    title,
    opensAt,
    ...(closesAt !== undefined && { closesAt }),
  };
}
