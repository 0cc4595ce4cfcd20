import { type FrozenChunk, frozenKey } from '../../src/domain/frozen-audience.js';
import type { Proposal } from '../../src/domain/proposal.js';
import { type Support, supportKey } from '../../src/domain/support.js';
import { createRegister } from '../../src/register/register.js';
import type { Store } from '../../src/usecases/ports.js';
import {
  type ReleasePorts,
  releaseDuePublications,
} from '../../src/usecases/release-due-publications.js';
import { fakeArchive } from './fake-archive.js';
import { fakeList } from './fake-store.js';
import { sampleContext, sampleNow, scheduledProposal } from './sample-proposals.js';

/** Where a process dies: before or after its nth write has reached the list. */
export interface Death {
  readonly write: number;
  readonly when: 'before' | 'after';
}

class Died extends Error {}

/** A store whose process dies at a write. */
export function mortal<T>(store: Store<T>, died: (when: Death['when']) => boolean): Store<T> {
  async function write<R>(work: () => Promise<R>): Promise<R> {
    if (died('before')) throw new Died();
    const result = await work();
    if (died('after')) throw new Died();
    return result;
  }
  return {
    ...store,
    create: (value) => write(() => store.create(value)),
    replace: (stored, next) => write(() => store.replace(stored, next)),
  };
}

/** Says at which of a process's writes it dies; after that it is dead for good. */
export function dyingAt(death: Death | undefined): (when: Death['when']) => boolean {
  let writes = 0;
  let isDead = false;
  return (when) => {
    if (when === 'before') writes += 1;
    isDead ||= death !== undefined && writes === death.write && when === death.when;
    return isDead;
  };
}

const versionOf = (revision: string): number => Number(/,(\d+)/.exec(revision)?.[1] ?? 0);

/** One scheduled proposal with supporters in lists, and processes that release it. */
export async function openReleaseOffice() {
  const proposals = fakeList<Proposal>(({ id }) => id);
  const audiences = fakeList<FrozenChunk>(frozenKey);
  const supports = fakeList<Support>(supportKey);
  const scheduled = scheduledProposal();
  await proposals.store.create(scheduled);

  async function support(personId: string, state: Support['state']): Promise<void> {
    const value = { proposalId: scheduled.id, personId, name: '', state, at: sampleNow, seq: 2 };
    const held = await supports.store.findByKey(supportKey(value));
    await (held ? supports.store.replace(held, value) : supports.store.create(value));
  }

  /** A process that has read the lists as they are, sweeps once, and may die at a write. */
  async function sweep(death?: Death): Promise<void> {
    const register = createRegister({ versionOf });
    const { campaign } = sampleContext;
    if (campaign) {
      const value = { ...campaign, id: scheduled.campaignId };
      register.tookCampaign({ itemId: '1', revision: '"c,1"', value });
    }
    for (const stored of proposals.items.values()) register.tookProposal(stored);
    for (const stored of supports.items.values()) register.tookSupport(stored);
    const died = dyingAt(death);
    const ports: ReleasePorts = {
      clock: { now: () => sampleNow + 60_000 },
      store: { ...mortal(proposals.store, died), highestSequence: async () => 0 },
      archive: fakeArchive().open(),
      audiences: mortal(audiences.store, died),
      register,
      writer: register,
      isHoliday: () => false,
    };
    await releaseDuePublications(ports, () => {});
  }

  const present = (): Proposal => [...proposals.items.values()][0]?.value ?? scheduled;
  return { audiences, support, sweep, present, scheduled };
}
