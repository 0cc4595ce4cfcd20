import { z } from 'zod';
import type { CellFault } from '../domain/health/cell-fault.js';
import { Failure } from '../usecases/failure.js';
import { failureOf, type GraphAnswer } from './answer.js';
import type { GraphClient } from './client.js';
import { versionOf } from './etag.js';
import { etagOf, expandFields, itemShape, type ReadItem, readItem } from './items.js';
import type { ListChange, TakeChange } from './list-change.js';
import { createListItems, type ListItems, type ListPath } from './list-items.js';
import { type ListDefinition, UnreadableItem } from './lists/list-definition.js';

const recordShape = itemShape.extend({ deleted: z.object({}).optional() });
const pageShape = z.object({
  value: z.array(recordShape),
  '@odata.nextLink': z.string().optional(),
  '@odata.deltaLink': z.string().optional(),
});

type DeltaRecord = z.infer<typeof recordShape>;
type DeltaPage = z.infer<typeof pageShape>;

const pageSize = 1000;
/** Far more than a list has; a service that answers links in a circle is left. */
const mostPages = 10_000;

/** A link of delta with the `$expand` it may have lost on its way. */
export function withExpand(path: string, expand: string): string {
  if (/[?&](\$|%24)expand=/i.test(path)) return path;
  return `${path}${path.includes('?') ? '&' : '?'}${expand}`;
}

function readPageAnswer(answer: GraphAnswer): DeltaPage | 'reset' | undefined {
  if (answer.kind === 'unanswered') return undefined;
  if (answer.status === 410) return 'reset';
  const page = pageShape.safeParse(answer.body);
  return answer.status === 200 && page.success ? page.data : undefined;
}

/** Turns records of delta into changes. */
interface RecordReader<T> {
  changeOf(record: DeltaRecord): Promise<ListChange<T>>;
  /** The state of an item by its id: a tombstone is only believed when the item itself is gone. */
  readChange(itemId: string): Promise<ListChange<T>>;
}

function cellFaultOf(fault: unknown): CellFault | undefined {
  if (fault instanceof UnreadableItem) return fault.fault;
  return fault instanceof Failure ? cellFaultOf(fault.cause) : undefined;
}

function createRecordReader<T>(list: ListDefinition<T>, items: ListItems<T>): RecordReader<T> {
  const storedChange = ({ stored, problem }: ReadItem<T>): ListChange<T> => ({
    kind: 'stored',
    stored,
    version: versionOf(stored.revision),
    ...(problem && { problem }),
  });

  async function orUnreadable(
    itemId: string,
    read: () => Promise<ListChange<T>>,
  ): Promise<ListChange<T>> {
    try {
      return await read();
    } catch (fault) {
      const cell = cellFaultOf(fault);
      if (cell === undefined) throw fault;
      return { kind: 'unreadable', itemId, fault: cell };
    }
  }

  function readChange(itemId: string): Promise<ListChange<T>> {
    return orUnreadable(itemId, async () => {
      const read = await items.readWhole(itemId);
      return read ? storedChange(read) : { kind: 'gone', itemId };
    });
  }

  function changeOf(record: DeltaRecord): Promise<ListChange<T>> {
    return orUnreadable(record.id, async () => {
      const isOrdered = versionOf(etagOf(record) ?? '') !== undefined;
      const read = record.deleted || !isOrdered ? undefined : readItem(list, record);
      return read ? storedChange(read) : readChange(record.id);
    });
  }

  return { changeOf, readChange };
}

/** How far a list was read, so that a later process can go on from there. Being behind does no harm: delta repeats. */
export interface DeltaPosition {
  /** The path of the delta link. */
  readonly link: string;
  /** Items that are gone, of which late records may still come. */
  readonly gone: readonly string[];
}

/** What is held of a list, told by the feed or by own writes. */
export interface HeldItems {
  readonly ids: () => readonly string[];
  /** How the state that is held of an item is ordered; undefined where none is, or where any state is newer. */
  readonly versionOf: (itemId: string) => number | undefined;
}

/** Reads one list on and on. */
export interface DeltaReader {
  /** Reads all that is new, hands it on and answers how many changes that were; throws the four failures. */
  readNew(): Promise<number>;
  /** Undefined while the list is being enumerated. */
  position(): DeltaPosition | undefined;
}

/** Follows an enumeration, so that what is held and not found again can be looked at. */
function createRollCall(held: HeldItems, from: DeltaPosition | undefined) {
  const gone = new Set<string>(from?.gone);
  /** Items found by the enumeration under way; undefined between enumerations. */
  let found: Set<string> | undefined = from ? undefined : new Set();
  return {
    isUnderWay: () => found !== undefined,
    gone: (): readonly string[] => [...gone],
    begin() {
      found = new Set();
    },
    /** Items held that the enumeration, now complete, did not find. */
    missing: (): readonly string[] =>
      found ? held.ids().filter((itemId) => !found?.has(itemId)) : [],
    end() {
      found = undefined;
    },
    isGone: (itemId: string) => gone.has(itemId),
    note(itemId: string, isGone: boolean) {
      if (isGone) gone.add(itemId);
      else gone.delete(itemId);
      if (!isGone) found?.add(itemId);
    },
  };
}

/** So many items that are behind what is held prove a restore of the list; until then each is asked. */
const provingItems = 20;

const isBehind = (change: ListChange<unknown>, held: number | undefined): boolean =>
  change.kind === 'stored' &&
  change.version !== undefined &&
  held !== undefined &&
  change.version < held;

/**
 * Judges what an enumeration finds to be behind what is held. A record may be late; the item itself is not. Where it is
 * behind too, the list was set back, as by a restore, and the item is believed.
 */
function createEnumerationJudge<T>(
  records: RecordReader<T>,
  held: HeldItems,
  take: TakeChange<T>,
): (itemId: string, change: ListChange<T>) => Promise<ListChange<T>> {
  let behind = 0;
  return async (itemId, change) => {
    const before = held.versionOf(itemId);
    if (!isBehind(change, before)) return change;
    const fresh = await records.readChange(itemId);
    // What was written here meanwhile is newer than the answer.
    if (!isBehind(fresh, before) || held.versionOf(itemId) !== before) return fresh;
    behind = (behind + 1) % provingItems;
    take(behind > 0 ? { kind: 'unproven', itemId } : { kind: 'unproven' });
    return fresh;
  };
}

/** Hands on what pages tell, and looks at what an enumeration did not find. */
function createTaking<T>(
  records: RecordReader<T>,
  rollCall: ReturnType<typeof createRollCall>,
  held: HeldItems,
  take: TakeChange<T>,
) {
  const judged = createEnumerationJudge(records, held, take);
  let handed = 0;

  function hand(itemId: string, change: ListChange<T>): void {
    handed += 1;
    rollCall.note(itemId, change.kind === 'gone');
    take(change);
  }

  async function takePage(page: DeltaPage): Promise<void> {
    for (const record of page.value) {
      // A late record must not bring back what is gone; a restored item is there when asked for.
      const isLate = rollCall.isGone(record.id);
      const change = await (isLate ? records.readChange(record.id) : records.changeOf(record));
      hand(record.id, rollCall.isUnderWay() ? await judged(record.id, change) : change);
    }
  }

  async function finish(): Promise<void> {
    for (const itemId of rollCall.missing()) hand(itemId, await records.readChange(itemId));
    rollCall.end();
  }

  return { takePage, finish, handed: () => handed };
}

/** Takes step after step until one says that nothing is left. */
async function toTheEnd(step: () => Promise<boolean>, list: string): Promise<void> {
  let pages = 0;
  while (!(await step())) {
    pages += 1;
    if (pages > mostPages) throw new Failure('unavailable', `${list}: delta does not end`);
  }
}

/**
 * Opens a list for following it, from the beginning or from where another process was. A reset of the service (410)
 * enumerates again; because states are ordered by their version, the enumeration is told like any other change, nothing
 * held has to be dropped, and what it did not find, or found behind what is held, is looked at item by item. Where
 * another process's link is refused, nothing proves that its states are of the same history: the enumeration is
 * believed, whatever its versions.
 */
export function createDeltaReader<T>(
  list: ListDefinition<T>,
  path: ListPath,
  client: GraphClient,
  take: TakeChange<T>,
  held: HeldItems,
  from?: DeltaPosition,
): DeltaReader {
  const records = createRecordReader(list, createListItems(list, path, client));
  const rollCall = createRollCall(held, from);
  const { takePage, finish, handed } = createTaking(records, rollCall, held, take);
  const expand = expandFields(list);
  /** Where reading goes on; undefined for an enumeration from the beginning. */
  let cursor = from?.link;
  let isProven = from === undefined;
  /** Where the list was read to the end last. */
  let end = from?.link;

  function begin(): void {
    cursor = undefined;
    rollCall.begin();
    if (isProven) return;
    isProven = true;
    take({ kind: 'unproven' });
  }

  async function readPage(): Promise<DeltaPage | 'reset'> {
    const first = `${path()}/items/delta?${expand}&$top=${pageSize}`;
    const from = cursor === undefined ? first : withExpand(cursor, expand);
    const call = { method: 'GET', path: from } as const;
    const answer = await client.exchange(call);
    const page = readPageAnswer(answer);
    isProven ||= page !== undefined && page !== 'reset';
    if (page) return page;
    const failure = failureOf(call, answer);
    // A link that is refused will be refused again: the next time begins from the beginning.
    if (failure.kind !== 'unavailable') begin();
    throw failure;
  }

  /** Reads one page and moves on; true when nothing is left. */
  async function step(): Promise<boolean> {
    const page = await readPage();
    if (page === 'reset') {
      begin();
      return false;
    }
    const { '@odata.nextLink': next, '@odata.deltaLink': link = next } = page;
    if (link === undefined) throw new Failure('unavailable', `${list.name}: delta without a link`);
    const isLast = next === undefined;
    const after = client.pathOf(isLast ? link : next);
    await takePage(page);
    if (isLast) await finish();
    cursor = after;
    if (isLast) end = after;
    return isLast;
  }

  return {
    async readNew() {
      const before = handed();
      await toTheEnd(step, list.name);
      return handed() - before;
    },
    position: () =>
      end === undefined || rollCall.isUnderWay() ? undefined : { link: end, gone: rollCall.gone() },
  };
}
