import fc from 'fast-check';
import type { Proposal } from '../../src/domain/proposal.js';
import { parseProposalNumber } from '../../src/domain/proposal-number.js';
import { versionOf } from '../../src/graph/etag.js';
import { createRegister } from '../../src/register/register.js';
import { openQueue } from '../../src/runtime/queue.js';
import type { ProposalStore, Stored } from '../../src/usecases/ports.js';
import { storeWithNumber } from '../../src/usecases/store-with-number.js';
import { receivedProposal } from '../support/sample-proposals.js';
import { type GraphOffice, openGraphOffice } from './graph-office.js';

const token = (n: number) => `10000000-0000-4000-8000-0000000000${String(n).padStart(2, '0')}`;

function unnumbered(n: number) {
  const { id, campaignId, receivedAt, proposer, content } = receivedProposal({ id: token(n) });
  return { id, campaignId, receivedAt, proposer, content };
}

/** Whatever happens to one call of a store. */
type Mishap = 'none' | 'lost-before' | 'lost-after' | 'refusal-as-500' | 'false-empty' | 'stale';

/** A list with two unique columns whose answers go wrong as the list of mishaps says. */
function unreliableList(mishaps: readonly Mishap[]) {
  const items: Stored<Proposal>[] = [];
  let call = 0;
  const next = (): Mishap => mishaps[call++ % mishaps.length] ?? 'none';
  const highest = (upTo: number) =>
    Math.max(
      0,
      ...items.slice(0, upTo).map(({ value }) => parseProposalNumber(value.number)?.sequence ?? 0),
    );
  const store: ProposalStore = {
    async create(value) {
      const mishap = next();
      if (mishap === 'lost-before') return { kind: 'unknown' };
      await Promise.resolve();
      const taken = items.some(
        (item) => item.value.id === value.id || item.value.number === value.number,
      );
      if (taken) return { kind: mishap === 'refusal-as-500' ? 'unknown' : 'refused' };
      const stored = { value, itemId: String(items.length + 1), revision: '"x,1"' };
      items.push(stored);
      return mishap === 'lost-after' ? { kind: 'unknown' } : { kind: 'stored', stored };
    },
    read: async (itemId) => items.find((item) => item.itemId === itemId),
    async findByKey(key) {
      return next() === 'false-empty' ? undefined : items.find((item) => item.value.id === key);
    },
    replace: async () => ({ kind: 'changed-meanwhile' }),
    highestSequence: async () => highest(next() === 'stale' ? items.length - 2 : items.length),
  };
  return { items, store };
}

const noRegister = { proposal: () => undefined, highestSequence: () => 0 };

const mishap = fc.constantFrom<Mishap>(
  'none',
  'none',
  'lost-before',
  'lost-after',
  'refusal-as-500',
  'false-empty',
  'stale',
);

function expectOncePerToken(items: readonly { readonly value: Proposal }[]): void {
  const tokens = items.map(({ value }) => value.id);
  const numbers = items.map(({ value }) => value.number);
  expect(new Set(tokens).size).toBe(tokens.length);
  expect(new Set(numbers).size).toBe(numbers.length);
}

test('whatever goes wrong, a token is stored at most once and each answer is what is stored', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(mishap, { minLength: 1, maxLength: 30 }),
      fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 8 }),
      async (mishaps, submits) => {
        const { items, store } = unreliableList(mishaps);
        const ports = {
          clock: { now: () => 0 },
          store,
          register: { ...emptyRegister(), ...noRegister },
          writer: { tookProposal: () => {} },
          inTurn: openQueue(),
          pause: async () => {},
        };
        const answers = await Promise.all(
          submits.map((n) => storeWithNumber(ports, unnumbered(n))),
        );
        expectOncePerToken(items);
        for (const [index, answer] of answers.entries()) {
          if (!answer) continue;
          expect(answer.value.id).toBe(token(submits[index] ?? 0));
          expect(items).toContain(answer);
        }
      },
    ),
    { numRuns: 300 },
  );
});

test('without mishaps every submit is answered, and numbers have no gap', async () => {
  const { items, store } = unreliableList(['none']);
  const ports = {
    clock: { now: () => 0 },
    store,
    register: { ...emptyRegister(), ...noRegister },
    writer: { tookProposal: () => {} },
    inTurn: openQueue(),
    pause: async () => {},
  };
  for (const n of [1, 2, 3]) await storeWithNumber(ports, unnumbered(n));
  expect(items.map(({ value }) => value.number)).toEqual(['R8-0001', 'R8-0002', 'R8-0003']);
});

function emptyRegister() {
  return createRegister({ versionOf });
}

/** What one call leaves unknown the sweep submits again, with the same token. */
async function submitUntilAnswered(
  { graph, register }: Awaited<ReturnType<GraphOffice['connect']>>,
  n: number,
  sweeps: number,
): Promise<Stored<Proposal> | undefined> {
  const ports = {
    clock: { now: () => Date.now() },
    store: graph.stores.proposals,
    register,
    writer: { tookProposal: () => {} },
    inTurn: openQueue(),
    pause: async () => {},
  };
  for (let sweep = 0; sweep < sweeps; sweep += 1) {
    const answer = await storeWithNumber(ports, unnumbered(n));
    if (answer) return answer;
  }
  return undefined;
}

describe('two processes on the pessimistic stand-in', () => {
  let office: GraphOffice;

  beforeAll(async () => {
    office = await openGraphOffice();
  });

  afterEach(() => office.clear());
  afterAll(() => office.close());

  test.each([false, true])(
    'store each token once (filters answer empty: %s)',
    async (emptyFilterAnswers) => {
      const processes = await Promise.all([office.connect(), office.connect()]);
      const switches = { emptyFilterAnswers, backgroundWriterMs: 0, unitsPerMinute: 100_000 };
      expect(office.standIn.deps.profile.set('pessimistic', switches)).toEqual([]);
      office.faults(
        {
          match: { family: 'graph', method: 'POST', path: '/items', nth: 2, times: 2 },
          action: { kind: 'after-commit-status', status: 504 },
        },
        {
          match: { family: 'graph', method: 'POST', path: '/items', nth: 5, times: 1 },
          action: { kind: 'reset' },
        },
      );
      const sweeps = emptyFilterAnswers ? 3 : 20;
      const submits = [1, 2, 3, 4, 5].flatMap((n) =>
        processes.map((process) => submitUntilAnswered(process, n, sweeps)),
      );
      const answers = await Promise.all(submits);
      office.standIn.deps.profile.set('gentle', { unitsPerMinute: 100_000 });
      const path = await office.listPath('MebukiProposals');
      const items = await office.raw.send('GET', `${path}/items?$expand=fields&$top=100`);
      const fields = items.body.value.map((item) => item.fields);
      expect(fields.map((each) => each['ProposalId']).sort()).toEqual([1, 2, 3, 4, 5].map(token));
      expect(new Set(fields.map((each) => each['Number'])).size).toBe(5);
      for (const answer of answers.filter((each) => each !== undefined)) {
        const stored = fields.find((each) => each['ProposalId'] === answer.value.id);
        expect(stored?.['Number']).toBe(answer.value.number);
      }
      if (!emptyFilterAnswers) expect(answers.every((each) => each !== undefined)).toBe(true);
    },
  );
});
