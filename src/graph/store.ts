import { Failure } from '../usecases/failure.js';
import type { CreateOutcome, ReplaceOutcome, Store, Stored } from '../usecases/ports.js';
import { failureOf, type GraphAnswer, type GraphCall } from './answer.js';
import type { GraphClient } from './client.js';
import { etagOf, itemShape, literal, tooLongFields } from './items.js';
import { createListItems, type ListItems, type ListPath } from './list-items.js';
import type { Fields, WritableListDefinition } from './lists/list-definition.js';

/** Answers of a create which say that nothing was stored: a duplicate is refused as 409 or 400, or (see below) 500. */
const refusals: ReadonlySet<number> = new Set([400, 409, 412, 422]);

/** Answers after which nothing is known: a duplicate can be a 500, and so can an item that was stored. */
function isUnknown(answer: GraphAnswer): boolean {
  return answer.kind === 'unanswered' || answer.status < 400 || answer.status >= 500;
}

const isSuccess = (answer: GraphAnswer): answer is GraphAnswer & { kind: 'answered' } =>
  answer.kind === 'answered' && answer.status >= 200 && answer.status < 300;

const isStatus = (answer: GraphAnswer, status: number): boolean =>
  answer.kind === 'answered' && answer.status === status;

function writableFields<T>(list: WritableListDefinition<T>, value: T): Fields {
  const fields = list.toFields(value);
  const tooLong = tooLongFields(list, fields);
  if (tooLong.length === 0) return fields;
  const columns = tooLong.join(', ');
  throw new Failure('misconfigured', `${list.name}: too long for ${columns}; nothing was written`);
}

/** A create sends no empty columns. */
function withoutNulls(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}

interface Desk<T> {
  readonly list: WritableListDefinition<T>;
  readonly path: ListPath;
  readonly client: GraphClient;
  readonly items: ListItems<T>;
}

/** The written item: from the answer, or where it leaves the fields out, as they were sent. */
function writtenFrom<T>(desk: Desk<T>, answer: GraphAnswer, sent: Fields): Stored<T> | undefined {
  if (!isSuccess(answer)) return undefined;
  const item = itemShape.safeParse(answer.body);
  if (!item.success || etagOf(item.data) === undefined) return undefined;
  return desk.items.written({ ...item.data, fields: item.data.fields ?? sent });
}

async function create<T>(desk: Desk<T>, value: T): Promise<CreateOutcome<T>> {
  const fields = withoutNulls(writableFields(desk.list, value));
  const call: GraphCall = {
    method: 'POST',
    path: `${desk.path()}/items`,
    body: { fields },
  };
  const answer = await desk.client.exchange(call);
  const stored = writtenFrom(desk, answer, fields);
  if (stored) return { kind: 'stored', stored };
  if (isUnknown(answer)) return { kind: 'unknown' };
  if (answer.kind === 'answered' && refusals.has(answer.status)) return { kind: 'refused' };
  throw failureOf(call, answer);
}

/**
 * What became of a write in doubt, seen by reading the item by id; undefined where its etag has not changed, so that
 * the same conditional write may be tried again.
 */
async function settleDoubt<T>(
  desk: Desk<T>,
  stored: Stored<T>,
  next: T,
): Promise<ReplaceOutcome<T> | undefined> {
  const present = await desk.items.read(stored.itemId);
  if (!present) throw new Failure('not-found', `${desk.list.name}: the item is gone`);
  if (present.revision === stored.revision) return undefined;
  return desk.list.holds(present.value, next)
    ? { kind: 'stored', stored: present }
    : { kind: 'changed-meanwhile' };
}

const isDefinite = (answer: GraphAnswer): boolean => !isUnknown(answer) && !isStatus(answer, 412);

/** Each try can take as long as a call may; a person is waiting. */
const mostTries = 2;

/** Writes with If-Match. A write that was not answered may have been carried out, now or a little later. */
async function replace<T>(desk: Desk<T>, stored: Stored<T>, next: T): Promise<ReplaceOutcome<T>> {
  const fields = writableFields(desk.list, next);
  const path = `${desk.path()}/items/${encodeURIComponent(stored.itemId)}`;
  const call = { method: 'PATCH', path, body: { fields }, ifMatch: stored.revision } as const;
  let answer = await desk.client.exchange(call);
  // Without a write in doubt a 412 is somebody else's write; with one it can be our own.
  if (isStatus(answer, 412)) return { kind: 'changed-meanwhile' };
  for (let tries = 1; ; tries += 1) {
    const written = writtenFrom(desk, answer, fields);
    if (written) return { kind: 'stored', stored: written };
    if (isDefinite(answer)) throw failureOf(call, answer);
    const settled = await settleDoubt(desk, stored, next);
    if (settled) return settled;
    if (tries >= mostTries) throw failureOf(call, answer);
    answer = await desk.client.exchange(call);
  }
}

/** A list behind the port `Store` (see ports.ts). */
export function createStore<T>(
  list: WritableListDefinition<T>,
  path: ListPath,
  client: GraphClient,
): Store<T> {
  const items = createListItems(list, path, client);
  const desk: Desk<T> = { list, path, client, items };
  return {
    create: (value) => create(desk, value),
    replace: (stored, next) => replace(desk, stored, next),
    read: (itemId) => items.read(itemId),
    async findByKey(key) {
      const found = await items.query(`$filter=fields/${list.key} eq ${literal(key)}&$top=2`);
      return found[0];
    },
  };
}
