import type { Campaign } from '../domain/campaign.js';
import type { CampaignDraft } from '../domain/campaign-draft.js';
import type { Sheet } from '../domain/master/import-sheets.js';
import type { MasterForm } from '../domain/master/master-forms.js';
import type { MasterKind, MasterOf } from '../domain/master/master-kinds.js';
import type { Recorded } from '../domain/recorded.js';
import type { Result } from '../domain/result.js';
import type { HandedIn, ImportOutcome, LookedAt } from '../usecases/import-masters.js';
import type { CopyOwn } from '../usecases/keep-campaign.js';
import type { SeenRow } from '../usecases/keep-master.js';
import type { Keeper } from '../usecases/keep-ports.js';
import type { KeepOutcome } from '../usecases/keep-row.js';

/** Masters and campaigns as those who keep them change them, bound to their ports by main.ts. */
export interface KeepActs {
  enterMaster<K extends MasterKind>(
    keeper: Keeper,
    kind: K,
    form: MasterForm,
  ): Promise<KeepOutcome<MasterOf[K]>>;
  changeMaster<K extends MasterKind>(
    keeper: Keeper,
    kind: K,
    seen: SeenRow,
    form: MasterForm,
  ): Promise<KeepOutcome<MasterOf[K]>>;
  enterCampaign(keeper: Keeper, draft: CampaignDraft): Promise<KeepOutcome<Campaign>>;
  changeCampaign(
    keeper: Keeper,
    draft: CampaignDraft,
    version: string,
  ): Promise<KeepOutcome<Campaign>>;
  copyCampaign(keeper: Keeper, sourceId: string, own: CopyOwn): Promise<KeepOutcome<Campaign>>;
  previewCampaign(draft: CampaignDraft): Result<Campaign>;
  previewImport(keeper: Keeper, handed: HandedIn): LookedAt;
  applyImport(keeper: Keeper, handed: HandedIn, token: string): Promise<ImportOutcome>;
  /** The state of a row in a few characters. */
  versionOf(row: Recorded): string;
  /** Reads an xlsx file. */
  readWorkbook(
    bytes: Uint8Array,
  ): Promise<
    | { readonly kind: 'read'; readonly sheets: readonly Sheet[] }
    | { readonly kind: 'too-large' | 'not-a-workbook' }
  >;
}
