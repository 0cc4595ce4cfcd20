import type { PlannedChange } from '../../src/domain/provisioning/planned-change.js';
import { allLists } from '../../src/graph/lists/all-lists.js';
import { type Migration, migrations } from '../../src/graph/migrations.js';
import { carryOutPlan, changesOf, planProvisioning } from '../../src/graph/provisioning.js';
import type { Direction } from '../../src/graph/schema-moves.js';
import { isFailure } from '../../src/usecases/failure.js';
import { until } from '../support/local-office.js';
import { type GraphOffice, openGraphOffice, provisioningOf } from './graph-office.js';

const rules = allLists.thesaurus;
const columns = ['Title'];
const titleOf = (fields: Readonly<Record<string, unknown>>): string => String(fields['Title']);

/** Puts a mark in front of every title, and takes it away again（架空の移行）. */
function marking(to: number, mark: string, before: string): Migration {
  const isMarked = (title: string) => title.startsWith(mark);
  return {
    to,
    what: { ja: `題名を ${mark} で始めます`, en: `begins every title with ${mark}` },
    forward: [
      {
        list: rules,
        columns,
        change: (fields) => {
          const title = titleOf(fields);
          return title.startsWith(before) && !isMarked(title)
            ? { Title: `${mark}${title.slice(before.length)}` }
            : undefined;
        },
      },
    ],
    backward: [
      {
        list: rules,
        columns,
        change: (fields) => {
          const title = titleOf(fields);
          return isMarked(title) ? { Title: `${before}${title.slice(mark.length)}` } : undefined;
        },
      },
    ],
  };
}

const first: Migration = { to: 1, what: { ja: '最初', en: 'first' }, forward: [], backward: [] };
const toTwo = marking(2, 'B:', 'A:');
const toThree = marking(3, 'C:', 'B:');
const releases: Readonly<Record<1 | 2 | 3, readonly Migration[]>> = {
  1: [first],
  2: [first, toTwo],
  3: [first, toTwo, toThree],
};

let office: GraphOffice;

beforeAll(async () => {
  office = await openGraphOffice({ switches: { unitsPerMinute: 1_000_000 } });
});

beforeEach(async () => {
  await office.clear();
  await record(1);
});

afterAll(() => office.close());

const asAdmin = () => ({ token: office.raw.provision });

const optionsOf = (release: 1 | 2 | 3) => ({
  ...provisioningOf(office.provisionClient),
  migrations: releases[release],
});

const plan = async (release: 1 | 2 | 3, direction: Direction = 'forward') =>
  changesOf(await planProvisioning(optionsOf(release), direction));

async function command(release: 1 | 2 | 3, direction: Direction = 'forward') {
  const done: PlannedChange[] = [];
  const planned = await planProvisioning(optionsOf(release), direction);
  const tell = (change: PlannedChange) => done.push(change);
  const remaining = await carryOutPlan(optionsOf(release), planned, tell, direction);
  return { done: done.map(({ kind }) => kind), remaining };
}

async function itemsOf(list: string) {
  const path = `${await office.listPath(list)}/items?$expand=fields&$top=1000`;
  return (await office.raw.send('GET', path, asAdmin())).body.value;
}

async function addTitles(...titles: readonly string[]): Promise<void> {
  const path = `${await office.listPath(rules.name)}/items`;
  for (const [index, title] of titles.entries()) {
    const fields = { Title: title, EntryId: `${title}-${index}` };
    await office.raw.send('POST', path, { ...asAdmin(), body: { fields } });
  }
}

async function titles(): Promise<readonly unknown[]> {
  return (await itemsOf(rules.name)).map(({ fields }) => fields['Title']);
}

async function recorded(): Promise<unknown> {
  const [mark] = await itemsOf('MebukiSchema');
  return [mark?.fields['SchemaVersion'], mark?.fields['MovingTo']];
}

async function record(version: number): Promise<void> {
  const [mark] = await itemsOf('MebukiSchema');
  const path = `${await office.listPath('MebukiSchema')}/items/${mark?.id}`;
  const body = { fields: { SchemaVersion: version, MovingTo: null } };
  await office.raw.send('PATCH', path, { ...asAdmin(), body });
}

test('the product’s own migrations have no gap, a sentence in each language, and lead from nothing', () => {
  expect(migrations.map(({ to }) => to)).toEqual(migrations.map((_, index) => index + 1));
  for (const { what } of migrations) {
    expect(what.ja).toMatch(/ます$/);
    expect(what.en).toMatch(/^[a-z]/);
  }
});

test('a plan tells each migration with the items it would write, also those that follow, and writes nothing', async () => {
  await addTitles('A:1', 'A:2', 'B:3');
  expect(await plan(3)).toEqual([
    { kind: 'migrate', from: 1, to: 2, what: toTwo.what, items: 2 },
    { kind: 'migrate', from: 2, to: 3, what: toThree.what, items: 3 },
  ]);
  expect(await titles()).toEqual(['A:1', 'A:2', 'B:3']);
  expect(await recorded()).toEqual([1, undefined]);
});

test('items are moved version by version, and the version is recorded', async () => {
  await addTitles('A:1', 'A:2');
  expect(await command(3)).toEqual({ done: ['migrate', 'migrate'], remaining: [] });
  expect(await titles()).toEqual(['C:1', 'C:2']);
  expect(await recorded()).toEqual([3, undefined]);
  expect(await plan(3)).toEqual([]);
});

test('cut off after any write, the next run finishes, and no item is moved twice', async () => {
  const names = ['A:1', 'A:2', 'A:3'];
  await addTitles(...names);
  let runs = 0;
  for (let isDone = false; !isDone; runs += 1) {
    office.faults({
      match: { family: 'graph', method: 'PATCH', nth: 2 },
      action: { kind: 'after-commit-status', status: 500 },
    });
    isDone = await command(3).then(
      () => true,
      (fault: unknown) => {
        if (!isFailure(fault) || runs > 20) throw fault;
        return false;
      },
    );
  }
  expect(runs).toBeGreaterThan(3);
  expect(await titles()).toEqual(['C:1', 'C:2', 'C:3']);
  for (const { id } of await itemsOf(rules.name)) {
    const path = `${await office.listPath(rules.name)}/items/${id}/versions`;
    const versions = await office.raw.send('GET', path, asAdmin());
    expect(versions.body.value).toHaveLength(3);
  }
  expect(await recorded()).toEqual([3, undefined]);
});

test('an item that somebody writes in the middle is read again and keeps that writing', async () => {
  await addTitles('A:1');
  office.faults({
    match: { family: 'graph', method: 'PATCH', nth: 2, times: 1 },
    action: { kind: 'hold', name: 'item', when: 'before' },
  });
  const running = command(2);
  await until('the held call', async () => office.standIn.deps.faults.held().length > 0, 30, 5);
  const [item] = await itemsOf(rules.name);
  const path = `${await office.listPath(rules.name)}/items/${item?.id}`;
  const body = { fields: { Title: 'A:1 改' } };
  await office.raw.send('PATCH', path, { ...asAdmin(), body });
  office.standIn.deps.faults.releaseAll();
  await running;
  expect(await titles()).toEqual(['B:1 改']);
});

test('the last release is taken back by one version and no further', async () => {
  await addTitles('A:1');
  await command(3);
  expect(await plan(3, 'back')).toEqual([
    { kind: 'roll-back', from: 3, to: 2, what: toThree.what, items: 1 },
  ]);
  expect(await command(3, 'back')).toEqual({ done: ['roll-back'], remaining: [] });
  expect(await titles()).toEqual(['B:1']);
  expect(await recorded()).toEqual([2, undefined]);
  expect(await command(3, 'back')).toEqual({ done: [], remaining: [] });
  expect(await plan(2)).toEqual([]);
  expect(await command(2, 'back')).toMatchObject({ done: ['roll-back'] });
  expect((await command(3, 'back')).remaining).toEqual([
    { kind: 'no-way-back', version: 1, known: 3 },
  ]);
  expect(await plan(1, 'back')).toEqual([{ kind: 'no-way-back', version: 1, known: 1 }]);
});

test('a way back that was broken off is finished by the next one, or undone by going forward', async () => {
  await addTitles('A:1', 'A:2');
  await command(2);
  const cut = { kind: 'after-commit-status', status: 500 } as const;
  office.faults({ match: { family: 'graph', method: 'PATCH', nth: 2 }, action: cut });
  await expect(command(2, 'back')).rejects.toThrow();
  office.faults();
  expect(await recorded()).toEqual([2, 1]);
  expect(await titles()).toEqual(['A:1', 'B:2']);
  await command(2);
  expect([await titles(), await recorded()]).toEqual([
    ['B:1', 'B:2'],
    [2, undefined],
  ]);
  office.faults({ match: { family: 'graph', method: 'PATCH', nth: 2 }, action: cut });
  await expect(command(2, 'back')).rejects.toThrow();
  office.faults();
  await command(2, 'back');
  expect([await titles(), await recorded()]).toEqual([
    ['A:1', 'A:2'],
    [1, undefined],
  ]);
});

test('what the release before wrote after the move is mended by running the command again', async () => {
  await addTitles('A:1');
  await command(2);
  await addTitles('A:9');
  expect(await plan(2)).toEqual([
    { kind: 'mend-items', from: 2, to: 2, what: toTwo.what, items: 1 },
  ]);
  await command(2);
  expect(await titles()).toEqual(['B:1', 'B:9']);
  expect(await plan(2)).toEqual([]);
});

test('a release leaves alone what one later release made, and refuses what two made', async () => {
  await command(2);
  expect(await plan(1)).toEqual([]);
  await command(3);
  const planned = await planProvisioning(optionsOf(1));
  expect(planned).toEqual({
    steps: [],
    blocked: [{ kind: 'schema-too-new', version: 3, known: 1 }],
  });
});

test('two who provision at once do not overwrite each other’s version', async () => {
  await addTitles('A:1');
  office.faults({
    match: { family: 'graph', method: 'PATCH', path: 'items', nth: 2, times: 1 },
    action: { kind: 'hold', name: 'first', when: 'before' },
  });
  const slow = command(2).catch((fault: unknown) => fault);
  await until('the held call', async () => office.standIn.deps.faults.held().length > 0, 30, 5);
  await command(3);
  office.standIn.deps.faults.releaseAll();
  const fault = await slow;
  expect(isFailure(fault, 'conflict')).toBe(true);
  expect(await recorded()).toEqual([3, undefined]);
  expect(await titles()).toEqual(['C:1']);
});

test.each<[number, RegExp | undefined]>([
  [migrations.length, undefined],
  [migrations.length + 1, undefined],
  [migrations.length + 2, /deploy a newer release, or run `npm run provision -- --roll-back`/],
  [migrations.length - 1, /not at version \d+ of the schema yet: run `npm run provision`/],
])('lists at version %i: the app starts or names the remedy', async (version, sentence) => {
  await record(version);
  const said = await (await office.connect()).graph.verifySchema();
  expect(said).toEqual(sentence ? [expect.stringMatching(sentence)] : []);
});

test('without a recorded version the app names the command, which records it', async () => {
  const path = await office.listPath('MebukiSchema');
  const [mark] = await itemsOf('MebukiSchema');
  await office.raw.send('DELETE', `${path}/items/${mark?.id}`, asAdmin());
  const { graph } = await office.connect();
  expect(await graph.verifySchema()).toEqual([
    'No version of the schema is recorded: run `npm run provision`.',
  ]);
  expect((await command(1)).done).toEqual(['migrate']);
  expect(await graph.verifySchema()).toEqual([]);
});

test('a column of the version that is missing is made before the version is read', async () => {
  const path = `${await office.listPath('MebukiSchema')}/columns`;
  const made = (await office.raw.send('GET', path, asAdmin())).body.value;
  const moving = made.find(({ name }) => name === 'MovingTo');
  await office.raw.send('DELETE', `${path}/${moving?.id}`, asAdmin());
  expect((await plan(1)).map(({ kind }) => kind)).toEqual(['create-column']);
  expect(await command(1)).toEqual({ done: ['create-column'], remaining: [] });
});
