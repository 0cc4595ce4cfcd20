// Run by pnp.test.ts with the certificate of the stand-in trusted.
import { DefaultHeaders, DefaultInit, graphfi } from '@pnp/graph';
import '@pnp/graph/batching.js';
import '@pnp/graph/columns/index.js';
import '@pnp/graph/list-item/index.js';
import '@pnp/graph/lists/index.js';
import '@pnp/graph/sites/index.js';
import { BearerToken, BrowserFetch, DefaultParse } from '@pnp/queryable';

const { GRAPH_ORIGIN, GRAPH_TOKEN, GRAPH_PROVISION_TOKEN } = process.env;

const connect = (token) =>
  graphfi().using(
    DefaultInit(`${GRAPH_ORIGIN}/graph/v1.0`),
    DefaultHeaders(),
    BrowserFetch(),
    DefaultParse(),
    BearerToken(token),
  );
const failure = async (run) => {
  try {
    await run();
    return undefined;
  } catch ({ status }) {
    return status;
  }
};

const administrator = await connect(GRAPH_PROVISION_TOKEN).sites.getByUrl(
  'mebuki.example',
  '/sites/mebuki',
);
const made = await administrator.lists.add({
  displayName: 'By PnP',
  list: { template: 'genericList' },
  columns: [
    { name: 'Token', text: {}, indexed: true, enforceUniqueValues: true },
    { name: 'Year', number: {}, indexed: true },
  ],
});
const listId = made.id ?? made.data.id;
const found = await administrator.lists.filter("displayName eq 'By PnP'")();
await administrator.lists.getById(listId).update({ description: '説明' });
const read = await administrator.lists.getById(listId)();

const site = await connect(GRAPH_TOKEN).sites.getByUrl('mebuki.example', '/sites/mebuki');
const { items } = site.lists.getById(listId);
for (const year of [1, 2, 3]) {
  await items.add({ fields: { Title: `提案${year}`, Token: `t${year}`, Year: year } });
}
const duplicate = await failure(() => items.add({ fields: { Token: 't1' } }));
const changed = await items.getById('1').update({ fields: { Year: 10 } });
await items.getById('2').delete();
const missing = await failure(() => items.getById('2')());
const left = await items.expand('fields($select=Year)').filter('fields/Year ge 3').top(10)();
const paged = [];
for await (const page of items.top(1)) paged.push(...page.map(({ id }) => id));
const versions = await items.getById('1').versions();

const [batched, execute] = connect(GRAPH_TOKEN).batched();
const { id: siteId } = await site();
const inBatch = batched.sites.getById(siteId).lists.getById(listId);
const answers = [
  inBatch.items
    .getById('1')
    .expand('fields($select=Year)')()
    .then(({ fields }) => fields.Year),
  inBatch.items.add({ fields: { Token: 't4' } }).then((item) => item.id ?? item.data.id),
  failure(() => inBatch.items.add({ fields: { Token: 't4' } })),
  inBatch.items.getById('3').delete(),
];
await execute();
const batch = await Promise.all(answers);

process.stdout.write(
  JSON.stringify({
    found: found.length,
    description: read.description,
    duplicate,
    changed: changed.fields.Year,
    missing,
    left: left.map((item) => item.fields.Year),
    paged,
    versions: versions.map(({ id }) => id),
    batch,
  }),
);
