import type { IssueGroup } from '../../src/domain/issue-groups/issue-group.js';
import { issueGroupActs } from '../../src/domain/issue-groups/issue-group-acts.js';
import { makeIssueGroup } from '../../src/domain/issue-groups/make-issue-group.js';
import { issueGroups } from '../../src/graph/lists/issue-groups.js';
import type { Stored } from '../../src/usecases/ports.js';
import { allowedValue, secretaryAct } from '../support/sample-proposals.js';
import { type GraphOffice, openGraphOffice } from './graph-office.js';

let office: GraphOffice;
beforeAll(async () => {
  office = await openGraphOffice();
});
afterEach(() => office.clear());
afterAll(() => office.close());

const id = '30000000-0000-4000-8000-000000000001';
const words = ['会議', '議事録'].map((word) => ({ word, texts: 2 }));
const group = allowedValue(makeIssueGroup(id, {}, { label: '', words }, secretaryAct));
const renamed = allowedValue(
  issueGroupActs.rename(group, { issueGroupLabel: '👨‍👩‍👧‍👦'.repeat(60) }, secretaryAct),
);
const dissolved = allowedValue(
  issueGroupActs.dissolve(renamed, { reason: '重なっているため\n解散します。' }, secretaryAct),
);

async function created(): Promise<Stored<IssueGroup>> {
  const outcome = await office.graph.stores.issueGroups.create(group);
  if (outcome.kind !== 'stored') throw new Error(`it was ${outcome.kind}`);
  return outcome.stored;
}

async function fieldsOf({ itemId }: Stored<IssueGroup>) {
  const path = `${await office.listPath('MebukiIssueGroups')}/items/${itemId}?$expand=fields`;
  return (await office.raw.send('GET', path)).body.fields;
}

test('a group reads back as it was, by id, by token and after every change', async () => {
  const store = office.graph.stores.issueGroups;
  let stored = await created();
  expect(stored.value).toEqual(group);
  expect(await store.findByKey(id)).toEqual(stored);
  for (const next of [renamed, dissolved]) {
    const outcome = await store.replace(stored, next);
    if (outcome.kind !== 'stored') throw new Error(`it was ${outcome.kind}`);
    stored = outcome.stored;
    expect((await store.read(stored.itemId))?.value).toEqual(next);
  }
});

test('a second group under the same token is refused', async () => {
  await created();
  expect(await office.graph.stores.issueGroups.create(group)).not.toMatchObject({ kind: 'stored' });
});

test('the list can be read in SharePoint without JSON', async () => {
  const stored = await created();
  await office.graph.stores.issueGroups.replace(stored, dissolved);
  const fields = await fieldsOf(stored);
  expect(fields).toMatchObject({ LabelState: 'named', Dissolved: true });
  expect(fields['TrailText']).toMatch(
    /^1\. R8\.10\.5 10:00 木洩日 あおい: 作成 会議・議事録\n2\. /,
  );
  expect(fields['TrailText']).toMatch(/\n3\. .*: 解散 重なっているため 解散します。$/);
});

test('the register of another process hears of a group by its change feed', async () => {
  await created();
  const { graph, register } = await office.connect();
  await Promise.all(graph.feeds.map((feed) => feed.pollNow()));
  expect(register.issueGroup(id)?.value).toEqual(group);
  expect(register.hasIssueGroup(id)).toBe(true);
});

test.each<[string, object]>([
  ['Title', { Title: '別の名前' }],
  ['IssueGroupId', { IssueGroupId: 'x' }],
  ['LabelState', { LabelState: 'confirmed' }],
  ['Dissolved', { Dissolved: true }],
  ['TrailJson', { TrailJson: '[]' }],
  ['TrailJson', { TrailJson: JSON.stringify([{ ...group.trail[0], mood: 'good' }]) }],
])('a group whose %s was changed by hand is refused by name', (column, changes) => {
  const fields = { ...issueGroups.toFields(group), ...changes };
  expect(() => issueGroups.fromFields(fields, '7')).toThrow(
    new RegExp(`^MebukiIssueGroups, item 7, column ${column}: `),
  );
});
