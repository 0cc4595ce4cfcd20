import type { Campaign } from '../domain/campaign.js';
import type { CampaignDraft } from '../domain/campaign-draft.js';
import { copyDraft, previewCampaign, putCampaign } from '../domain/change-campaign.js';
import { type Result, refused } from '../domain/result.js';
import { actOf, campaignShelf, type Keeper, type KeepPorts, rowVersion } from './keep-ports.js';
import { type KeepOutcome, keepRow } from './keep-row.js';

const already = refused<Campaign>({
  code: 'invalid-fields',
  fields: [{ field: 'masterId', rule: 'already-there' }],
});

/** 募集を登録: enters a campaign under an id of its own. */
export async function enterCampaign(
  ports: KeepPorts,
  keeper: Keeper,
  draft: CampaignDraft,
): Promise<KeepOutcome<Campaign>> {
  const act = actOf(ports, keeper);
  const context = { masters: ports.register.masters(), at: act.at };
  return keepRow(campaignShelf(ports), draft.id, (present) =>
    present ? already : putCampaign(draft, undefined, act, context),
  );
}

/** 募集を変更: changes a campaign, if it still is what the editor saw. */
export async function changeCampaign(
  ports: KeepPorts,
  keeper: Keeper,
  draft: CampaignDraft,
  version: string,
): Promise<KeepOutcome<Campaign>> {
  const act = actOf(ports, keeper);
  const context = { masters: ports.register.masters(), at: act.at };
  const shelf = campaignShelf(ports);
  if (!shelf.held(draft.id)) return { kind: 'refused', refusal: { code: 'no-such-row' } };
  return keepRow(shelf, draft.id, (present) => {
    if (!present) return refused({ code: 'no-such-row' });
    const result = putCampaign(draft, present, act, context);
    if (!result.ok) return result;
    return rowVersion(ports.digest, present) === version
      ? result
      : refused({ code: 'changed-meanwhile' });
  });
}

/** What a copy gets of its own. */
export type CopyOwn = Pick<CampaignDraft, 'id' | 'title' | 'opensAt' | 'closesAt'>;

/** 募集を複製: enters a campaign with the settings of another one. */
export async function copyCampaign(
  ports: KeepPorts,
  keeper: Keeper,
  sourceId: string,
  own: CopyOwn,
): Promise<KeepOutcome<Campaign>> {
  const source = ports.register.campaign(sourceId)?.value;
  if (!source) return { kind: 'refused', refusal: { code: 'no-such-row' } };
  return enterCampaign(ports, keeper, copyDraft(source, own));
}

/** What a draft would come to, checked as if it were kept; nothing is written. */
export function previewDraft(
  { register, clock }: Pick<KeepPorts, 'register' | 'clock'>,
  draft: CampaignDraft,
): Result<Campaign> {
  const present = register.campaign(draft.id)?.value;
  return previewCampaign(draft, present, { masters: register.masters(), at: clock.now() });
}
