import type { LocalDeps } from '../deps.js';
import { type Change, type ChangeLog, openChangeLog } from './change-log.js';
import { duplicateRefusal } from './duplicate-refusal.js';
import type {
  FieldValue,
  StoredAuthor,
  StoredColumn,
  StoredItem,
  StoredVersion,
} from './stored-types.js';
import { createUniqueIndex } from './unique-index.js';

/** The items of one list with their versions and changes. */
export interface ItemStore {
  get(id: string): StoredItem | undefined;
  /** Also when it is deleted. */
  getWithDeleted(id: string): StoredItem | undefined;
  /** Ids of all items, deleted ones included, oldest first. */
  allIds(): string[];
  /** All items that are not deleted, oldest first. */
  all(): StoredItem[];
  readonly size: number;
  create(fields: Record<string, FieldValue>, author: StoredAuthor): StoredItem;
  update(
    item: StoredItem,
    changed: Record<string, FieldValue | null>,
    author: StoredAuthor,
  ): StoredItem;
  /** A write of the system: the etag grows, nothing else changes. */
  bump(item: StoredItem): void;
  remove(item: StoredItem): void;
  /** Writes of an item, oldest first, those of the system included. */
  versions(id: string): readonly StoredVersion[];
  /** An item as it was after its nth write. */
  stateAt(item: StoredItem, n: number): StoredItem;
  changes: ChangeLog;
  /** To be called when the columns changed; names a column whose values are not unique. */
  reindex(columns: readonly StoredColumn[]): string | undefined;
}

/** Names of the collections a list is kept in. */
export function collectionsOf(listId: string) {
  return {
    items: `graph-items-${listId}`,
    versions: `graph-versions-${listId}`,
    changes: `graph-changes-${listId}`,
  };
}

function withChanges(
  fields: Record<string, FieldValue>,
  changed: Record<string, FieldValue | null>,
): Record<string, FieldValue> {
  const next = { ...fields };
  for (const [name, value] of Object.entries(changed)) {
    if (value === null) delete next[name];
    else next[name] = value;
  }
  return next;
}

function replay(item: StoredItem, versions: readonly StoredVersion[], n: number): StoredItem {
  const past = versions.filter((version) => version.n <= n);
  const shown = past.filter((version) => version.system !== true).at(-1);
  return {
    ...item,
    n: past.at(-1)?.n ?? item.n,
    major: shown?.major ?? item.major,
    modifiedAt: shown?.at ?? item.modifiedAt,
    editor: shown?.editor ?? item.editor,
    fields: past.reduce<Record<string, FieldValue>>(
      (fields, version) => withChanges(fields, version.changed),
      {},
    ),
  };
}

function openVersions(deps: LocalDeps, name: string, isKept: (version: StoredVersion) => boolean) {
  const kept = deps.state.collection<StoredVersion>(name);
  const byItem = new Map<string, StoredVersion[]>();
  const append = (version: StoredVersion) => {
    const versions = byItem.get(version.item);
    if (versions === undefined) byItem.set(version.item, [version]);
    else versions.push(version);
  };
  for (const [key, version] of kept.entries()) {
    if (isKept(version)) append(version);
    else kept.delete(key);
  }
  return {
    add(version: StoredVersion) {
      kept.set(`${version.item}:${version.n}`, version);
      append(version);
    },
    of: (id: string): readonly StoredVersion[] => byItem.get(id) ?? [],
  };
}

function openRecords(deps: LocalDeps, listId: string, committed: () => void) {
  const names = collectionsOf(listId);
  const kept = deps.state.collection<StoredItem>(names.items);
  const isCommitted = (entry: { item: string; n: number }) =>
    entry.n <= (kept.get(entry.item)?.n ?? 0);
  const versions = openVersions(deps, names.versions, isCommitted);
  const changes = openChangeLog(
    deps.state.collection<Change>(names.changes),
    deps.clock.real,
    isCommitted,
  );
  const live = new Map<string, StoredItem>();
  let lastId = 0;
  for (const item of kept.values()) {
    lastId = Math.max(lastId, Number(item.id));
    if (item.deleted === undefined) live.set(item.id, item);
  }
  return {
    kept,
    versions,
    changes,
    live,
    nextId(): string {
      lastId += 1;
      return String(lastId);
    },
    commit(item: StoredItem, changed: Record<string, FieldValue | null>, system?: true) {
      const { id, n, major, modifiedAt, editor, deleted } = item;
      const version = { item: id, n, major, at: modifiedAt, editor, changed };
      versions.add({ ...version, ...(system === undefined ? {} : { system }) });
      const [least, most] = deps.profile.current().deltaLagMs;
      const lag = deps.random.int(least, most);
      changes.record({ item: id, n, ...(deleted === undefined ? {} : { deleted }) }, lag);
      kept.set(id, item);
      if (deleted === undefined) live.set(id, item);
      else live.delete(id);
      committed();
      return item;
    },
  };
}

/**
 * Opens the items of a list. A write goes version first, change second, item last: the item's
 * line is the commit, and what a killed process left without it is dropped when opened. `committed`
 * is called after each commit.
 */
export function openItemStore(
  deps: LocalDeps,
  listId: string,
  columns: readonly StoredColumn[],
  committed: () => void,
): ItemStore {
  const { kept, versions, changes, live, nextId, commit } = openRecords(deps, listId, committed);
  let unique = createUniqueIndex(columns);
  for (const item of live.values()) unique.add(item.id, item.fields);
  const refuseDuplicate = (id: string, fields: Record<string, FieldValue>) => {
    const column = unique.conflict(id, fields);
    if (column === undefined) return;
    throw duplicateRefusal(deps.random.pick(deps.profile.current().duplicateShapes), column);
  };
  return {
    get: (id) => live.get(id),
    getWithDeleted: (id) => kept.get(id),
    allIds: () => kept.values().map((item) => item.id),
    all: () => [...live.values()],
    get size() {
      return live.size;
    },
    create(fields, author) {
      refuseDuplicate('', fields);
      const id = nextId();
      const at = deps.clock.now();
      const born = { createdAt: at, modifiedAt: at, bornAt: deps.clock.real() };
      const counters = { guid: deps.random.guid(), n: 1, major: 1 };
      unique.add(id, fields);
      return commit({ id, ...counters, ...born, author, editor: author, fields }, fields);
    },
    update(item, changed, editor) {
      const fields = withChanges(item.fields, changed);
      refuseDuplicate(item.id, fields);
      unique.remove(item.id, item.fields);
      unique.add(item.id, fields);
      const counters = { n: item.n + 1, major: item.major + 1 };
      return commit(
        { ...item, ...counters, modifiedAt: deps.clock.now(), editor, fields },
        changed,
      );
    },
    bump(item) {
      commit({ ...item, n: item.n + 1 }, {}, true);
    },
    remove(item) {
      unique.remove(item.id, item.fields);
      commit({ ...item, n: item.n + 1, deleted: true }, {}, true);
    },
    versions: versions.of,
    stateAt: (item, n) => (n >= item.n ? item : replay(item, versions.of(item.id), n)),
    changes,
    reindex(next) {
      const index = createUniqueIndex(next);
      for (const item of live.values()) {
        const column = index.conflict(item.id, item.fields);
        if (column !== undefined) return column;
        index.add(item.id, item.fields);
      }
      unique = index;
      return undefined;
    },
  };
}
