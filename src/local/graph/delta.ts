import type { Change, ChangePoint } from './change-log.js';
import { type DeltaToken, readDeltaToken, writeDeltaToken } from './delta-token.js';
import { resyncRequired } from './errors.js';
import type { GraphCall, GraphReply } from './graph-call.js';
import { type GraphContext, openList } from './graph-context.js';
import { readItemView } from './item-operations.js';
import type { ItemStore } from './item-store.js';
import { linkOf } from './paging.js';
import {
  contextOf,
  type ItemPlace,
  type ItemView,
  presentDeleted,
  presentItem,
} from './present-item.js';
import { readTop } from './read-options.js';

const options = ['$select', '$expand', '$top', 'token'];
const defaultPage = 200;

type Place = ItemPlace & { items: ItemStore };

/** One page: what it tells, and where the next one begins (`until` set: same round goes on). */
interface Page {
  value: object[];
  next: DeltaToken;
}

function presentAt(place: Place, id: string, at: ChangePoint, view: ItemView): object | undefined {
  const { items } = place;
  const shown = items.changes.shown(id, at);
  const item = items.getWithDeleted(id);
  if (shown === undefined || item === undefined) return undefined;
  if (shown.deleted === true) return presentDeleted(place, id);
  return presentItem(place, items.stateAt(item, shown.n), view);
}

function endOf(token: DeltaToken, until: ChangePoint): DeltaToken {
  return { list: token.list, epoch: token.epoch, from: until };
}

/** Every item as it shows at the start of the round, by id. */
function enumerate(place: Place, token: DeltaToken, view: ItemView, top: number): Page {
  const until = token.until ?? place.items.changes.mark();
  const { afterId = 0 } = token;
  const ids = place.items.allIds().filter((id) => Number(id) > afterId);
  const value: object[] = [];
  let lastId = afterId;
  for (const id of ids) {
    const shown = place.items.changes.shown(id, until);
    if (shown === undefined || shown.deleted === true) continue;
    if (value.length === top) {
      return { value, next: { ...token, afterId: lastId, until } };
    }
    lastId = Number(id);
    const presented = presentAt(place, id, until, view);
    if (presented !== undefined) value.push(presented);
  }
  return { value, next: endOf(token, until) };
}

/** Each changed item once, in its latest state. */
function latestOf(changes: readonly Change[]): Change[] {
  const last = new Map(changes.map((change) => [change.item, change]));
  return changes.filter((change) => last.get(change.item) === change);
}

function tellChanges(place: Place, token: DeltaToken, view: ItemView, top: number): Page {
  const log = place.items.changes;
  const until = token.until ?? log.mark();
  const changes = latestOf(log.between(token.from, until));
  const page = changes.slice(0, top);
  const value = page.flatMap((change) => presentAt(place, change.item, until, view) ?? []);
  const last = page.at(-1);
  const isDone = changes.length <= top || last === undefined;
  const next = isDone
    ? endOf(token, until)
    : { ...token, from: { time: last.at, seq: last.seq }, until };
  return { value, next };
}

/** Now and then delta repeats an item that did not change. */
function withRepeats(context: GraphContext, place: Place, page: Page, view: ItemView): object[] {
  const { random, profile } = context.deps;
  if (!random.chance(profile.current().deltaRepeatChance)) return page.value;
  const ids = place.items.allIds();
  if (ids.length === 0) return page.value;
  const at = page.next.until ?? page.next.from;
  const repeated = presentAt(place, random.pick(ids), at, view);
  return repeated === undefined ? page.value : [repeated, ...page.value];
}

function freshToken(place: Place): DeltaToken {
  const { id, epoch } = place.list;
  return { list: id, epoch, afterId: 0, from: { time: 0, seq: 0 } };
}

function readToken(context: GraphContext, call: GraphCall, place: Place): DeltaToken {
  const text = call.options.get('token');
  const fresh = freshToken(place);
  if (text === undefined || text === '') return fresh;
  if (text === 'latest') return endOf(fresh, place.items.changes.mark());
  const token = readDeltaToken(text, place.list.id);
  if (token.epoch === place.list.epoch) return token;
  const location = linkOf(call, ['$select', '$expand', '$top'], { token: writeDeltaToken(fresh) });
  throw resyncRequired(location, context.deps.random.pick(['inner', 'outer']));
}

function answerDelta(context: GraphContext, call: GraphCall): GraphReply {
  const place = openList(context, call, 'read');
  const view = readItemView(call, place.list.columns);
  const top = readTop(call.options, defaultPage);
  const token = readToken(context, call, place);
  const isLatest = call.options.get('token') === 'latest';
  const isWhole = token.afterId !== undefined;
  const page = isLatest
    ? { value: [], next: token }
    : (isWhole ? enumerate : tellChanges)(place, token, view, top);
  const { deltaLinkKeepsOptions } = context.deps.profile.current();
  const isLast = page.next.until === undefined;
  const kept = isLast && !deltaLinkKeepsOptions ? [] : ['$select', '$expand', '$top'];
  const link = linkOf(call, kept, { token: writeDeltaToken(page.next) });
  const value = isWhole || isLatest ? page.value : withRepeats(context, place, page, view);
  return {
    status: 200,
    body: {
      '@odata.context': `${contextOf(place)}/items`,
      [isLast ? '@odata.deltaLink' : '@odata.nextLink']: link,
      value,
    },
  };
}

/** `GET …/items/delta` (facts: graph-sharepoint.md §6). With a token 1 unit, without 2. */
export function addDelta(context: GraphContext): void {
  context.add('GET', '/sites/:site/lists/:list/items/delta', {
    name: 'GET items/delta',
    units: (call) => (call.options.get('token') ? 1 : 2),
    options,
    run: (call) => answerDelta(context, call),
  });
}
