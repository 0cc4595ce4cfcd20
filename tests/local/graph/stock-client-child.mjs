// Run by stock-client.test.ts with the certificate of the stand-in trusted.
import { Client, PageIterator } from '@microsoft/microsoft-graph-client';

const { GRAPH_ORIGIN, GRAPH_TOKEN, GRAPH_LIST, GRAPH_SITE } = process.env;

const client = Client.initWithMiddleware({
  baseUrl: `${GRAPH_ORIGIN}/graph/`,
  customHosts: new Set(['127.0.0.1']),
  authProvider: { getAccessToken: async () => GRAPH_TOKEN },
});

const failure = async (run) => {
  try {
    await run();
    return undefined;
  } catch ({ statusCode, code, requestId, body }) {
    return { statusCode, code, hasRequestId: Boolean(requestId), body: JSON.parse(body) };
  }
};

const site = await client.api(GRAPH_SITE).get();
const items = `/sites/${site.id}/lists/${GRAPH_LIST}/items`;
const made = [];
for (let year = 1; year <= 5; year += 1) {
  made.push(
    await client
      .api(items)
      .post({ fields: { Title: `提案${year}`, Token: `t${year}`, Year: year } }),
  );
}
const [first] = made;
const changed = await client
  .api(`${items}/${first.id}`)
  .header('If-Match', first.eTag)
  .patch({ fields: { Year: 10 } });
const stale = await failure(() =>
  client
    .api(`${items}/${first.id}`)
    .header('If-Match', first.eTag)
    .patch({ fields: { Year: 11 } }),
);
const duplicate = await failure(() => client.api(items).post({ fields: { Token: 't1' } }));
const found = await client
  .api(items)
  .expand('fields($select=Year)')
  .filter('fields/Year ge 4')
  .orderby('fields/Year desc')
  .top(2)
  .get();

const paged = [];
const page = await client.api(items).expand('fields($select=Year)').top(2).get();
const iterator = new PageIterator(client, page, (item) => paged.push(item.fields.Year));
await iterator.iterate();

const told = [];
const delta = await client.api(`${items}/delta`).expand('fields($select=Year)').top(2).get();
const changes = new PageIterator(client, delta, (item) => told.push(item.id));
await changes.iterate();
const removed = await client.api(`${items}/${made[4].id}`).delete();
const next = await client.api(changes.getDeltaLink()).get();
const unknown = await failure(() => client.api(`/sites/${site.id}/nowhere`).get());

process.stdout.write(
  JSON.stringify({
    siteId: site.id,
    changed: changed.fields.Year,
    stale,
    duplicate,
    found: found.value.map((item) => item.fields.Year),
    foundHasMore: '@odata.nextLink' in found,
    paged,
    told,
    removed: removed === undefined,
    next: next.value,
    unknown,
  }),
);
