import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Log } from './log.js';

/** Keyed values in order of first insertion. Values are plain JSON; treat them as read-only. */
export interface Collection<T> {
  get(key: string): T | undefined;
  set(key: string, value: T): void;
  delete(key: string): boolean;
  values(): T[];
  entries(): [string, T][];
  readonly size: number;
}

/** Durable keyed collections; each `set` and `delete` has reached the system when it returns. */
export interface State {
  collection<T>(name: string): Collection<T>;
  /** Removes a collection and its file. */
  drop(name: string): void;
  close(): void;
}

interface OpenCollection {
  values: Map<string, unknown>;
  descriptor: number | undefined;
}

function applyLine(values: Map<string, unknown>, line: string): void {
  const [key, value]: [string, unknown?] = JSON.parse(line);
  if (value === undefined) values.delete(key);
  else values.set(key, value);
}

function load(file: string, log: Log): Map<string, unknown> {
  const values = new Map<string, unknown>();
  if (!existsSync(file)) return values;
  const lines = readFileSync(file, 'utf8').split('\n');
  const torn = lines.pop();
  for (const [index, line] of lines.entries()) {
    try {
      applyLine(values, line);
    } catch (error) {
      throw new Error(`${file}: line ${index + 1} is not readable`, { cause: error });
    }
  }
  if (torn !== undefined && torn !== '') {
    log(`${file}: dropped a torn last line of ${torn.length} characters`);
  }
  return values;
}

function writeAll(descriptor: number, text: string): void {
  const bytes = Buffer.from(text, 'utf8');
  let written = 0;
  while (written < bytes.length) written += writeSync(descriptor, bytes, written);
}

function compact(file: string, values: Map<string, unknown>): void {
  const temporary = `${file}.new`;
  const descriptor = openSync(temporary, 'w');
  for (const entry of values) writeAll(descriptor, `${JSON.stringify(entry)}\n`);
  fsyncSync(descriptor);
  closeSync(descriptor);
  renameSync(temporary, file);
}

function view<T>(open: OpenCollection): Collection<T> {
  // The collection's one user names its type; what comes back from the file is what it wrote.
  const values = open.values as Map<string, T>;
  const append = (entry: unknown[]) => {
    if (open.descriptor !== undefined) writeAll(open.descriptor, `${JSON.stringify(entry)}\n`);
  };
  return {
    get: (key) => values.get(key),
    set(key, value) {
      append([key, value]);
      values.set(key, value);
    },
    delete(key) {
      if (!values.has(key)) return false;
      append([key]);
      return values.delete(key);
    },
    values: () => [...values.values()],
    entries: () => [...values.entries()],
    get size() {
      return values.size;
    },
  };
}

/**
 * Opens the state kept in `dir` (one append-only file of JSON lines per collection, compacted
 * when opened), or an in-memory one when `dir` is undefined. A process that is killed loses at
 * most the line it was writing.
 */
export function openState(dir: string | undefined, log: Log): State {
  if (dir !== undefined) mkdirSync(dir, { recursive: true });
  const opened = new Map<string, OpenCollection>();
  const fileOf = (name: string) => (dir === undefined ? undefined : join(dir, `${name}.jsonl`));
  const open = (name: string): OpenCollection => {
    if (!/^[a-z0-9-]+$/.test(name)) throw new Error(`not a collection name: ${name}`);
    const file = fileOf(name);
    if (file === undefined) return { values: new Map(), descriptor: undefined };
    const values = load(file, log);
    compact(file, values);
    return { values, descriptor: openSync(file, 'a') };
  };
  const shut = (entry: OpenCollection | undefined) => {
    if (entry?.descriptor !== undefined) closeSync(entry.descriptor);
  };
  return {
    collection(name) {
      const entry = opened.get(name) ?? open(name);
      opened.set(name, entry);
      return view(entry);
    },
    drop(name) {
      shut(opened.get(name));
      opened.delete(name);
      const file = fileOf(name);
      if (file !== undefined && existsSync(file)) unlinkSync(file);
    },
    close() {
      for (const entry of opened.values()) shut(entry);
      opened.clear();
    },
  };
}
