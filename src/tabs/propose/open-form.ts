import type { ProposalFormAnswer } from '../../contract/propose-answers.js';
import { formOfProfile, type OpenForm, type StoredDraft } from './typed-form.js';

/** What a form begins with, and whether it stood in another campaign's form before. */
export interface Begun {
  readonly opened: OpenForm;
  readonly isMoved: boolean;
}

/** Opens a draft, else what was left unsaved on this device, else an empty form; always for the present campaign. */
export function beginForm(
  { profile, campaign }: ProposalFormAnswer,
  draft: StoredDraft | undefined,
  unsaved: OpenForm | undefined,
): Begun | undefined {
  if (!campaign) return undefined;
  const preset = { scopeHint: 'unknown', namePublication: 'no' };
  const own = formOfProfile(profile);
  const kept = draft
    ? { token: draft.id, campaignId: draft.campaignId, form: draft.form, seq: draft.seq }
    : unsaved;
  // One form is one draft and one proposal.
  const token = crypto.randomUUID();
  const begun = kept ?? { token, campaignId: campaign.id, form: own, seq: 0 };
  const filled = kept?.form.department ? kept.form : { ...own, ...begun.form };
  return {
    opened: { ...begun, campaignId: campaign.id, form: { ...preset, ...filled } },
    isMoved: begun.campaignId !== campaign.id,
  };
}
