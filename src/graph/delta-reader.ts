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
  /** Items that were told and are not gone. */
  readonly told: readonly string[];
  /** Items that are gone, of which late records may still come. */
  readonly gone: readonly string[];
}

/** Reads one list on and on. */
export interface DeltaReader {
  /** Reads all that is new, hands it on and throws the four failures. */
  readNew(): Promise<void>;
  /** Undefined while the list is being enumerated. */
  position(): DeltaPosition | undefined;
}

/** Follows an enumeration, so that what was told before and is not found again can be looked at. */
function createRollCall(from: DeltaPosition | undefined) {
  const told = new Set<string>(from?.told);
  const gone = new Set<string>(from?.gone);
  /** Items found by the enumeration under way; undefined between enumerations. */
  let found: Set<string> | undefined = from ? undefined : new Set();
  return {
    isUnderWay: () => found !== undefined,
    known: () => ({ told: [...told], gone: [...gone] }),
    begin() {
      found = new Set();
    },
    /** Items told before that the enumeration, now complete, did not find. */
    missing: (): readonly string[] =>
      found ? [...told].filter((itemId) => !found?.has(itemId)) : [],
    end() {
      found = undefined;
    },
    isGone: (itemId: string) => gone.has(itemId),
    note(itemId: string, isGone: boolean) {
      (isGone ? gone : told).add(itemId);
      (isGone ? told : gone).delete(itemId);
      if (!isGone) found?.add(itemId);
    },
  };
}

/** Hands on what pages tell, and looks at what an enumeration did not find. */
function createTaking<T>(
  records: RecordReader<T>,
  rollCall: ReturnType<typeof createRollCall>,
  take: TakeChange<T>,
) {
  function hand(itemId: string, change: ListChange<T>): void {
    rollCall.note(itemId, change.kind === 'gone');
    take(change);
  }

  async function takePage(page: DeltaPage): Promise<void> {
    for (const record of page.value) {
      // A late record must not bring back what is gone; a restored item is there when asked for.
      const isLate = rollCall.isGone(record.id);
      const change = await (isLate ? records.readChange(record.id) : records.changeOf(record));
      hand(record.id, change);
    }
  }

  async function finish(): Promise<void> {
    for (const itemId of rollCall.missing()) hand(itemId, await records.readChange(itemId));
    rollCall.end();
  }

  return { takePage, finish };
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
 * held has to be dropped, and what it did not find is looked at item by item. Where another process's link is refused,
 * nothing proves that its states are of the same history: the enumeration is believed, whatever its versions.
 */
export function createDeltaReader<T>(
  list: ListDefinition<T>,
  path: ListPath,
  client: GraphClient,
  take: TakeChange<T>,
  from?: DeltaPosition,
): DeltaReader {
  const records = createRecordReader(list, createListItems(list, path, client));
  const rollCall = createRollCall(from);
  const { takePage, finish } = createTaking(records, rollCall, take);
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
    readNew: () => toTheEnd(step, list.name),
    position: () =>
      end === undefined || rollCall.isUnderWay() ? undefined : { link: end, ...rollCall.known() },
  };
}
