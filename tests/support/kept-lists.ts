import type { Campaign } from '../../src/domain/campaign.js';
import {
  type MasterKind,
  type MasterOf,
  type MasterRows,
  masterKeys,
  masterKinds,
} from '../../src/domain/master/master-kinds.js';
import type { createRegister } from '../../src/register/register.js';
import { type FakeList, fakeList } from './fake-store.js';

type Lists = { readonly [K in MasterKind]: FakeList<MasterOf[K]> };

/** The lists of masters and campaigns in memory, with a register that knows what is in them. */
export interface KeptLists {
  readonly masters: Lists;
  readonly campaigns: FakeList<Campaign>;
  readonly stores: {
    readonly masters: { readonly [K in MasterKind]: Lists[K]['store'] };
    readonly campaigns: FakeList<Campaign>['store'];
  };
}

async function fillMaster<K extends MasterKind>(
  kind: K,
  list: FakeList<MasterOf[K]>,
  rows: readonly MasterOf[K][],
  register: ReturnType<typeof createRegister>,
): Promise<void> {
  for (const row of rows) {
    const outcome = await list.store.create(row);
    if (outcome.kind !== 'stored') throw new Error(`${kind}: a row is there twice`);
    register.tookMaster(kind, outcome.stored);
  }
}

/** Opens the lists with these rows. */
export async function openKeptLists(
  register: ReturnType<typeof createRegister>,
  rows: MasterRows,
  campaigns: readonly Campaign[],
): Promise<KeptLists> {
  const masters: Lists = {
    departments: fakeList(masterKeys.departments),
    sections: fakeList(masterKeys.sections),
    jobGrades: fakeList(masterKeys.jobGrades),
    categories: fakeList(masterKeys.categories),
    holidays: fakeList(masterKeys.holidays),
    thesaurus: fakeList(masterKeys.thesaurus),
    members: fakeList(masterKeys.members),
    channels: fakeList(masterKeys.channels),
  };
  for (const kind of masterKinds) await fillMaster(kind, masters[kind], rows[kind], register);
  const campaignList = fakeList<Campaign>(({ id }) => id);
  for (const campaign of campaigns) {
    const outcome = await campaignList.store.create(campaign);
    if (outcome.kind === 'stored') register.tookCampaign(outcome.stored);
  }
  return {
    masters,
    campaigns: campaignList,
    stores: {
      masters: {
        departments: masters.departments.store,
        sections: masters.sections.store,
        jobGrades: masters.jobGrades.store,
        categories: masters.categories.store,
        holidays: masters.holidays.store,
        thesaurus: masters.thesaurus.store,
        members: masters.members.store,
        channels: masters.channels.store,
      },
      campaigns: campaignList.store,
    },
  };
}
