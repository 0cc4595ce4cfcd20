import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Proposal } from '../../src/domain/proposal.js';
import { readSealedFile } from '../../src/spool/sealed-file.js';
import type { Stored } from '../../src/usecases/ports.js';
import { done } from '../support/proposal-in-status.js';
import { publishedProposal, receivedProposal } from '../support/sample-proposals.js';
import { contentsOf, openWarmOffice, type WarmOffice } from '../support/warm-office.js';

jest.setTimeout(300_000);

let office: WarmOffice;
beforeAll(async () => {
  office = await openWarmOffice();
});
afterEach(() => office.clear());
afterAll(() => office.close());

const named = (n: number) => ({
  id: `10000000-0000-4000-8000-0000000000${String(n).padStart(2, '0')}`,
  number: `R8-${String(n).padStart(4, '0')}`,
});

async function have(n: number, value: Proposal = receivedProposal(named(n))) {
  const outcome = await office.graph.stores.proposals.create(value);
  if (outcome.kind !== 'stored') throw new Error(`it was ${outcome.kind}`);
  return outcome.stored;
}

async function change(stored: Stored<Proposal>, next: Proposal): Promise<Stored<Proposal>> {
  const outcome = await office.graph.stores.proposals.replace(stored, next);
  if (outcome.kind !== 'stored') throw new Error(`it was ${outcome.kind}`);
  return outcome.stored;
}

const itemPath = async (itemId: string): Promise<string> =>
  `${await office.listPath('MebukiProposals')}/items/${itemId}`;
const remove = async (itemId: string) => office.raw.send('DELETE', await itemPath(itemId));
const edit = async (itemId: string, fields: object) =>
  office.raw.send('PATCH', `${await itemPath(itemId)}/fields`, {
    token: office.raw.provision,
    body: fields,
  });

/** Units and calls of delta since `reset`, and whether single items were read. */
const reset = () => office.standIn.deps.usage.reset();
function used() {
  const { byOperation } = office.standIn.deps.usage.report();
  const { calls = 0, units = 0 } = byOperation['GET items/delta'] ?? {};
  return { calls, units, items: byOperation['GET item']?.calls ?? 0 };
}

test('a start goes on from the snapshot of the process before it, and holds what a cold start holds', async () => {
  await have(1, publishedProposal(named(1)));
  const second = await have(2);
  const third = await have(3);
  await office.end(await office.start());
  await change(second, done(second.value, 'begin-review'));
  await remove(third.itemId);
  await have(4);
  const warm = await office.start();
  expect(warm.trails.loads()).toBe(0);
  expect(warm.register.proposals().map(({ value }) => [value.number, value.status])).toEqual([
    ['R8-0001', 'decided'],
    ['R8-0002', 'reviewing'],
    ['R8-0004', 'received'],
  ]);
  const shown = new Set<string>();
  await warm.lookAtChanged(({ id }) => shown.add(id));
  expect(shown).toContain(named(4).id);
  expect(contentsOf(warm)).toStrictEqual(contentsOf(await office.startCold()));
});

test('what came to be told already is not looked at again, what may not have been is', async () => {
  const first = await have(1);
  await have(2, publishedProposal(named(2)));
  const books = await office.start();
  const through = first.value.trail[0]?.recordedAt ?? 0;
  await books.openKeeper(() => through).end();
  office.cut(books);
  const warm = await office.start();
  const shown: string[] = [];
  await warm.lookAtChanged(({ id }) => shown.push(id));
  expect(shown).toEqual([named(2).id]);
});

test('what many proposals say alike is held once after a start as before it', async () => {
  await have(1, publishedProposal(named(1)));
  await have(2, publishedProposal(named(2)));
  await office.end(await office.start());
  await office.end(await office.start());
  const [one, two] = (await office.start()).register.proposals().map(({ value }) => value);
  expect(one).toStrictEqual(publishedProposal(named(1)));
  expect(one?.decision).toBeDefined();
  expect(one?.published.decision).toBe(one?.decision);
  expect(two?.proposer).toBe(one?.proposer);
});

test('files are the owner’s alone, and a second snapshot takes the place of the first', async () => {
  await have(1);
  const books = await office.start();
  await books.openKeeper(() => undefined).end();
  const names = await office.files();
  expect(names).toHaveLength(2);
  for (const name of names) {
    const { mode } = await stat(join(office.dataDir, 'register', name));
    expect([name, mode & 0o777]).toEqual([name, 0o600]);
  }
  await have(2);
  for (const feed of books.graph.feeds) await feed.pollNow();
  await office.end(books);
  expect(await office.files()).toEqual(names);
  expect((await office.start()).register.proposals()).toHaveLength(2);
});

test('trails that come from several processes before are read where they lie', async () => {
  for (let n = 1; n <= 4; n += 1) {
    await have(n, publishedProposal(named(n)));
    await office.end(await office.start());
  }
  const warm = await office.start();
  expect(warm.register.proposals().map(({ value }) => value.trail)).toStrictEqual(
    [1, 2, 3, 4].map((n) => publishedProposal(named(n)).trail),
  );
});

test('trails are put together in one file once they lie in many, also while somebody reads', async () => {
  for (let n = 1; n <= 6; n += 1) {
    await have(n);
    await office.end(await office.start());
  }
  const warm = await office.start();
  const [held] = warm.register.proposals();
  await have(7);
  for (const feed of warm.graph.feeds) await feed.pollNow();
  await warm.openKeeper(() => undefined).end();
  expect(held?.value.trail).toStrictEqual(receivedProposal(named(1)).trail);
  office.cut(warm);
  const next = await office.start();
  expect(next.register.proposals().map(({ value }) => value.trail[0]?.seq)).toEqual([
    1, 1, 1, 1, 1, 1, 1,
  ]);
});

test('what was deleted from the lists is not kept in the files of trails for longer than a week', async () => {
  const first = await have(1, {
    ...receivedProposal(named(1)),
    proposer: { ...receivedProposal(named(1)).proposer, name: '消える 名前' },
  });
  await have(2);
  let now = Date.now();
  const books = await office.start({ clock: { now: () => now } });
  const keeper = books.openKeeper(() => undefined);
  await keeper.end();
  const texts = async () => {
    const [snapshot = ''] = (await office.files()).filter((each) => each.startsWith('snapshot-'));
    for await (const line of readSealedFile(join(office.dataDir, 'register', snapshot))) {
      return (line as { texts: readonly { name: string }[] }).texts.map(({ name }) => name);
    }
    throw new Error('a snapshot has a header');
  };
  const before = await texts();
  await remove(first.itemId);
  for (const feed of books.graph.feeds) await feed.pollNow();
  now += 6 * 86_400_000;
  await keeper.round();
  expect(await texts()).toEqual(before);
  now += 2 * 86_400_000;
  await keeper.round();
  expect(await texts()).not.toEqual(before);
  expect(books.register.proposals().map(({ value }) => value.trail)).toStrictEqual([
    receivedProposal(named(2)).trail,
  ]);
});

test('where the service forgot the link, the lists are read anew, and states of another history give way', async () => {
  const first = await have(1);
  const second = await have(2);
  await office.end(await office.start());
  // As if the site had been set back since: the snapshot knows a later state than the list.
  await office.rewriteSnapshot((line) =>
    line.replaceAll(
      JSON.stringify(first.revision).slice(1, -1),
      JSON.stringify(first.revision.replace(/,\d+/, ',999')).slice(1, -1),
    ),
  );
  await remove(second.itemId);
  await have(3);
  await office.faults410();
  const warm = await office.start();
  expect(warm.register.proposal(named(1).id)?.revision).toBe(first.revision);
  expect(contentsOf(warm)).toStrictEqual(contentsOf(await office.startCold()));
});

test.each([
  ['another build', { build: 'another build' }],
  ['another tenant', { tenantId: 'another tenant' }],
])('a snapshot of %s is left alone, and said', async (_name, changes) => {
  await have(1);
  await office.end(await office.start());
  const cold = await office.start(changes);
  expect(cold.register.proposals()).toHaveLength(1);
  expect(office.logged).toContainEqual({
    level: 'warn',
    what: 'a snapshot of another build, form or place is left alone',
  });
});

test('a snapshot of an older form is left alone, and said', async () => {
  await have(1);
  await office.end(await office.start());
  await office.rewriteSnapshot((line, index) =>
    index === 0 ? line.replace('"format":4', '"format":0') : line,
  );
  expect((await office.start()).register.proposals()).toHaveLength(1);
  expect(office.logged.map(({ what }) => what)).toContain(
    'a snapshot of another build, form or place is left alone',
  );
});

test('a snapshot of lists that were made anew is left alone, and said', async () => {
  await have(1);
  await office.end(await office.start());
  await office.rewriteSnapshot((line, index) =>
    index === 0 ? line.replaceAll(/"site":"\/sites\/[^"]+"/g, '"site":"/sites/another"') : line,
  );
  const cold = await office.start();
  expect(cold.register.proposals()).toHaveLength(1);
  expect(office.logged.map(({ what }) => what)).toContain(
    'the snapshot is of other lists; every list is read anew',
  );
});

test('a snapshot whose trails are gone is left alone', async () => {
  await have(1, publishedProposal(named(1)));
  await office.end(await office.start());
  for (const name of (await office.files()).filter((each) => each.startsWith('trails-'))) {
    await rm(join(office.dataDir, 'register', name));
  }
  const cold = await office.start();
  expect(cold.register.proposals()[0]?.value.trail.length).toBeGreaterThan(1);
  expect(office.logged.map(({ what }) => what)).toContain(
    'a snapshot that cannot be read is left alone',
  );
});

test('two processes share the folder: each writes its own, and the newest is used by any', async () => {
  await have(1);
  const one = await office.start();
  const two = await office.start();
  await office.end(one);
  await have(2);
  for (const feed of two.graph.feeds) await feed.pollNow();
  await office.end(two);
  expect((await office.files()).filter((name) => name.startsWith('snapshot-'))).toHaveLength(2);
  reset();
  expect((await office.start()).register.proposals()).toHaveLength(2);
  const { calls, units } = used();
  expect(units).toBe(calls);
});

test('items that nobody can read or that were changed by hand stay what they are across a start', async () => {
  const first = await have(1, publishedProposal(named(1)));
  const second = await have(2);
  const third = await have(3);
  const books = await office.start();
  await edit(first.itemId, { Status: 'withdrawn' });
  await edit(second.itemId, { ProposalId: '', TrailJson: '' });
  await edit(third.itemId, { WorkingJson: '{' });
  for (const feed of books.graph.feeds) await feed.pollNow();
  const before = books.register.itemFaults();
  expect(before.length).toBeGreaterThan(2);
  const held = contentsOf(books);
  await office.end(books);
  const warm = await office.start();
  expect(warm.register.itemFaults()).toStrictEqual(before);
  expect(contentsOf(warm)).toStrictEqual(held);
});

type Step = 'create' | 'review' | 'delete' | 'edit' | 'snapshot' | 'resync';

test('whatever happens around snapshots, a warm start holds what a cold start holds', async () => {
  const steps = fc.array(
    fc.constantFrom<Step>('create', 'create', 'review', 'delete', 'edit', 'snapshot', 'resync'),
    { minLength: 4, maxLength: 9 },
  );
  await fc.assert(
    fc.asyncProperty(steps, fc.integer({ min: 0, max: 2 }), async (life, pick) => {
      const stored: Stored<Proposal>[] = [];
      const does: Record<Step, () => Promise<unknown>> = {
        create: async () => stored.push(await have(stored.length + 1)),
        review: async () => {
          const index = stored.findIndex(({ value }) => value.status === 'received');
          const held = stored[index];
          if (held) stored[index] = await change(held, done(held.value, 'begin-review'));
        },
        delete: async () => {
          const held = stored[pick];
          if (held) await remove(held.itemId);
        },
        edit: async () => {
          const held = stored.at(-1);
          if (held) await edit(held.itemId, { Status: 'withdrawn' });
        },
        snapshot: async () => office.end(await office.start()),
        resync: () => office.faults410(),
      };
      await office.end(await office.start());
      for (const step of life) await does[step]().catch((fault: unknown) => ignoreGone(fault));
      const [warm, cold] = [await office.start(), await office.startCold()];
      expect(contentsOf(warm)).toStrictEqual(contentsOf(cold));
      await office.clear();
    }),
    { numRuns: 6 },
  );
});

/** A step may meet an item that an earlier one deleted or changed by hand. */
function ignoreGone(fault: unknown): void {
  if (!/gone|404|it was changed-meanwhile/.test(String(fault))) throw fault;
}

test('the warm start asks for what is new and for nothing else', async () => {
  for (let n = 1; n <= 5; n += 1) await have(n);
  await office.end(await office.start());
  reset();
  const warm = await office.start();
  const lists = warm.graph.feeds.length;
  // The one item is the version of the schema.
  expect(used()).toEqual({ calls: lists, units: lists, items: 1 });
  reset();
  await office.startCold();
  expect(used()).toEqual({ calls: lists, units: 2 * lists, items: 1 });
});
