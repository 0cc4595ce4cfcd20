import type { OwnDrafts } from '../../../src/domain/drafts/draft.js';
import type { KeptForm } from '../../../src/domain/kept-form.js';
import type { Profile } from '../../../src/domain/person.js';
import type { createRegister } from '../../../src/register/register.js';
import { openProposing } from '../../../src/runtime/proposing.js';
import { findAlikeFor } from '../../../src/usecases/find-alike-for.js';
import type { Clock, ProposalStore, Store } from '../../../src/usecases/ports.js';
import type { StoreWithNumberPorts } from '../../../src/usecases/store-with-number.js';
import { fakeList } from '../../support/fake-store.js';

interface MemoryParts extends Pick<StoreWithNumberPorts, 'inTurn'> {
  readonly register: ReturnType<typeof createRegister>;
  readonly clock: Clock;
  readonly store: ProposalStore;
}

/** The desks of the product over lists and a spool in memory. Nothing takes so long that anybody stops waiting. */
export function openProposingInMemory(
  { register, clock, store, inTurn }: MemoryParts,
  drafts: Store<OwnDrafts>,
) {
  const spooled = new Map<string, KeptForm>();
  const profiles = fakeList<Profile>(({ personId }) => personId);
  const stores = { drafts, profiles: profiles.store };
  const released: string[] = [];
  const spool = {
    keep: async (form: KeptForm) => void spooled.set(form.token, form),
    erase: async (token: string) => void spooled.delete(token),
    claimAbandoned: async () => [],
    keptOf: (id: string) => [...spooled.values()].filter(({ personId }) => personId === id),
    release: (token: string) => void released.push(token),
    claimAnswer: async () => true,
    claimMessage: async () => true,
  };
  const submitting = {
    clock,
    register,
    writer: register,
    store,
    spool,
    inTurn,
    pause: () => new Promise<void>(() => {}),
    onFault: () => {},
    findAlike: findAlikeFor.bind(undefined, { register, clock }),
  };
  const proposing = openProposing(
    { clock, onFault: () => {} },
    { register, writer: register, graph: { stores } },
    submitting,
  );
  return { ...proposing, spooled, released };
}
