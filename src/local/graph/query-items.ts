import { compileFilter } from './filter/compile-filter.js';
import { checkIndexRule } from './filter/index-rule.js';
import { parseOrderBy } from './filter/order-by.js';
import { parseFilter } from './filter/parse-filter.js';
import type { GraphCall, GraphReply } from './graph-call.js';
import { type GraphContext, openList } from './graph-context.js';
import { readItemView } from './item-operations.js';
import { linkOf, readSkipToken, writeSkipToken } from './paging.js';
import { contextOf, presentItem } from './present-item.js';
import { readTop } from './read-options.js';
import { retryAfterOf } from './retry-after.js';
import type { StoredItem } from './stored-types.js';

const options = ['$select', '$expand', '$filter', '$orderby', '$top', '$skiptoken'];
const defaultPage = 200;
/** What a refusal for too many rows says to wait. */
const overloadSeconds = 10;

/** Collection reads may lag behind writes: young items are missed now and then. */
function withoutMissed(context: GraphContext, items: readonly StoredItem[]): StoredItem[] {
  const { deps } = context;
  const { staleReadMs, staleReadChance } = deps.profile.current();
  const oldEnough = deps.clock.real() - staleReadMs;
  return items.filter((item) => item.bornAt <= oldEnough || !deps.random.chance(staleReadChance));
}

function queryItems(context: GraphContext, call: GraphCall): GraphReply {
  const place = openList(context, call, 'read');
  const { columns } = place.list;
  const view = readItemView(call, columns);
  const top = readTop(call.options, defaultPage);
  const filterText = call.options.get('$filter');
  const filter =
    filterText === undefined ? undefined : compileFilter(parseFilter(filterText), columns);
  const order = parseOrderBy(call.options.get('$orderby'), columns);
  const all = place.items.all();
  const retryAfter = retryAfterOf(context.deps, overloadSeconds);
  const prefer = call.headers['prefer'];
  checkIndexRule({ filter, order: order.columns, items: all, prefer, retryAfter });
  const token = call.options.get('$skiptoken');
  const after = token === undefined ? undefined : readSkipToken(token, order.columns.length);
  const isEmptied = filter !== undefined && context.deps.profile.current().emptyFilterAnswers;
  const rows = withoutMissed(context, isEmptied ? [] : all)
    .filter((item) => filter?.matches(item) ?? true)
    .map((item) => ({ item, key: order.keyOf(item) }))
    .filter(({ key }) => after === undefined || order.compare(key, after) > 0);
  if (order.columns.length > 0) rows.sort((a, b) => order.compare(a.key, b.key));
  const page = rows.slice(0, top);
  const last = page.at(-1);
  const next =
    rows.length > top && last !== undefined
      ? { '@odata.nextLink': linkOf(call, options, { $skiptoken: writeSkipToken(last.key) }) }
      : {};
  return {
    status: 200,
    body: {
      '@odata.context': `${contextOf(place)}/items`,
      ...next,
      value: page.map(({ item }) => presentItem(place, item, view)),
    },
  };
}

/** `GET …/items` with filter, order and pages (facts: graph-sharepoint.md §4.1, §4.7, §4.8). */
export function addQueryItems(context: GraphContext): void {
  context.add('GET', '/sites/:site/lists/:list/items', {
    name: 'GET items',
    units: 2,
    options,
    run: (call) => queryItems(context, call),
  });
}
