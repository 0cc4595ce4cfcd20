import type { Proposal } from '../../src/domain/proposal.js';
import { parseProposalNumber } from '../../src/domain/proposal-number.js';
import { openQueue } from '../../src/runtime/queue.js';
import type { Clock, ProposalStore, Register, Stored } from '../../src/usecases/ports.js';
import { storeWithNumber } from '../../src/usecases/store-with-number.js';
import { people } from './domain-people.js';
import type { FakeList } from './fake-store.js';
import { sampleKeptForm } from './sample-forms.js';

/** What may go wrong with one create: the write is lost, or only its answer. */
export type Mishap = 'none' | 'lost-before' | 'lost-after';

function highestOf(proposals: readonly Stored<Proposal>[], fiscalYear: number): number {
  const parts = proposals.map(({ value }) => parseProposalNumber(value.number));
  const own = parts.filter((each) => each?.fiscalYear === fiscalYear);
  return Math.max(0, ...own.map((each) => each?.sequence ?? 0));
}

/** The list as forms are stored in it: token and number are unique columns, and a create may go wrong once. */
export function uniqueStore(list: FakeList<Proposal>, mishaps: Mishap[]): ProposalStore {
  const all = (): readonly Stored<Proposal>[] => [...list.items.values()];
  return {
    ...list.store,
    async create(value) {
      const mishap = mishaps.shift() ?? 'none';
      if (mishap === 'lost-before') return { kind: 'unknown' };
      const isTaken = all().some(({ value: { number } }) => number === value.number);
      const outcome = isTaken ? { kind: 'refused' as const } : await list.store.create(value);
      return mishap === 'lost-after' ? { kind: 'unknown' } : outcome;
    },
    highestSequence: async (fiscalYear) => highestOf(all(), fiscalYear),
  };
}

/** The highest number that a process has heard of. */
export const heardSequence = (held: ReadonlyMap<string, Stored<Proposal>>, fiscalYear: number) =>
  highestOf([...held.values()], fiscalYear);

/** Tokens of forms; the first three are those of the proposals that are there from the beginning. */
export const tokenOf = (n: number): string => `10000000-0000-4000-8000-00000000000${n + 1}`;

/** How many there are. */
export const tokens = 7;

interface SubmitPorts {
  readonly clock: Clock;
  readonly store: ProposalStore;
  readonly register: Register;
  readonly writer: { readonly tookProposal: (stored: Stored<Proposal>) => unknown };
}

/** Sends forms through a process, each under its token. */
export function openSubmits({ clock, store, register, writer }: SubmitPorts) {
  const ports = {
    clock,
    store,
    register,
    writer: { tookProposal: (stored: Stored<Proposal>) => void writer.tookProposal(stored) },
    inTurn: openQueue(),
    pause: async () => {},
  };
  return async (token: string): Promise<Proposal | undefined> => {
    const { content, profile } = sampleKeptForm(token).submission;
    const { id: personId, name } = people.staff;
    const n = Number(token.at(-1));
    const stored = await storeWithNumber(ports, {
      id: token,
      campaignId: 'demo',
      receivedAt: Math.floor(clock.now() / 1000) * 1000,
      // One office and one grade are of masters that are no longer there.
      proposer: {
        ...{ personId, name, ...profile },
        departmentId: ['soumu', 'doboku', 'gone'][n % 3] ?? '',
        gradeId: n % 4 === 0 ? 'gone' : profile.gradeId,
      },
      content: { ...content, isDigital: n % 2 === 0, cost: { needed: n % 3 === 0 } },
    });
    return stored?.value;
  };
}
