import { z } from 'zod';
import type { Instant } from '../domain/instant.js';
import type { LedgerRow } from '../domain/notice-ledger.js';
import type { Proposal } from '../domain/proposal.js';
import type { GraphPosition } from '../graph/connect-graph.js';
import type { HeldChange } from '../register/held.js';
import type { createRegister } from '../register/register.js';
import type { TextFiles } from '../spool/text-files.js';
import type { HeldTrails } from './held-trails.js';
import { type FindValue, type NameValue, openNaming } from './named-values.js';
import { type ProposalCells, proposalCells, proposalIn } from './proposal-cells.js';
import { type RowCells, rowCells, rowIn } from './row-cells.js';

type Register = ReturnType<typeof createRegister>;

/** The form of the file; another number is another form. */
const format = 4;

/** Whose snapshot it is. One of another build is not read: its values may lack what this one derives. */
export interface SnapshotHome {
  readonly build: string;
  readonly tenantId: string;
  readonly baseUrl: string;
  readonly hostname: string;
  readonly path: string;
}

/** The first line of a snapshot. */
export interface SnapshotHeader {
  readonly format: typeof format;
  readonly home: SnapshotHome;
  /** Taken before the items are written, so that none of them is older: delta repeats what came between. */
  readonly position: GraphPosition;
  /** The files of trails by the numbers that places have. */
  readonly texts: readonly { readonly file: number; readonly name: string }[];
  /** Since when they may hold trails that nobody wants any more. */
  readonly textsSince: Instant;
  /** Every event recorded up to here has its notices; absent where that is not known. */
  readonly toldThrough?: Instant;
}

const position = z.object({
  link: z.string(),
  gone: z.array(z.string()),
  caughtUpAt: z.number(),
});
const headerShape: z.ZodType<SnapshotHeader> = z.strictObject({
  format: z.literal(format),
  home: z.strictObject({
    build: z.string(),
    tenantId: z.string(),
    baseUrl: z.string(),
    hostname: z.string(),
    path: z.string(),
  }),
  position: z.strictObject({
    place: z.strictObject({
      site: z.string(),
      lists: z.array(z.object({ id: z.string(), name: z.string(), displayName: z.string() })),
    }),
    feeds: z.record(z.string(), position),
  }),
  texts: z.array(z.object({ file: z.number(), name: z.string() })),
  textsSince: z.number(),
  toldThrough: z.number().exactOptional(),
});

/** Reads the first line; undefined where it is another form, or somebody else's. */
export function readHeader(line: unknown, home: SnapshotHome): SnapshotHeader | undefined {
  const { success, data } = headerShape.safeParse(line);
  return success && JSON.stringify(data.home) === JSON.stringify(home) ? data : undefined;
}

/** The first line, for the state of this moment; undefined while a list is not read whole. */
export function headerNow(
  home: SnapshotHome,
  position: GraphPosition | undefined,
  texts: { readonly files: TextFiles; readonly since: Instant },
  toldThrough: Instant | undefined,
): SnapshotHeader | undefined {
  if (!position) return undefined;
  const told = toldThrough !== undefined && { toldThrough };
  const files = texts.files.wanted().map(({ file, name }) => ({ file, name }));
  return { format, home, position, texts: files, textsSince: texts.since, ...told };
}

type Stored = Extract<HeldChange<unknown>, { readonly kind: 'stored' }>;

/** An item as a line holds it: proposals and rows of the ledger, which are many, as cells. */
type PackedItem =
  | ProposalCells
  | RowCells
  | (Stored['stored'] & Pick<Stored, 'problem'>)
  | Extract<HeldChange<unknown>, { readonly kind: 'unreadable' }>;

interface PackedItems {
  readonly list: string;
  readonly items: readonly PackedItem[];
}

/** So many are made into one line at a time: some milliseconds of work. */
const itemsALine = 20;

const isProposal = (value: unknown): value is Proposal =>
  typeof value === 'object' && value !== null && 'trail' in value && 'course' in value;

const isLedgerRow = (value: unknown): value is LedgerRow =>
  typeof value === 'object' && value !== null && 'recipients' in value && 'epoch' in value;

function packed(
  change: HeldChange<unknown>,
  trails: HeldTrails,
  name: NameValue,
): readonly PackedItem[] {
  if (change.kind === 'unreadable') return [change];
  if (change.kind !== 'stored') return [];
  const { stored, problem } = change;
  const { value } = stored;
  if (isLedgerRow(value)) return [rowCells(value, stored, problem, name)];
  const places = isProposal(value) ? trails.placesOf(value) : undefined;
  if (!isProposal(value) || !places || !value.course)
    return [{ ...stored, ...(problem && { problem }) }];
  return [proposalCells(value, stored, { course: value.course, places, problem }, name)];
}

/** Writes the register out, line by line; each is made when it is asked for. */
export async function* snapshotLines(
  header: SnapshotHeader,
  register: Register,
  trails: HeldTrails,
  texts: TextFiles,
): AsyncGenerator<string> {
  yield JSON.stringify(header);
  const name = openNaming();
  for (const [list, shelf] of Object.entries(register.contents)) {
    const ids = shelf.itemIds();
    for (let from = 0; from < ids.length; from += itemsALine) {
      const items = ids
        .slice(from, from + itemsALine)
        .flatMap((itemId) => shelf.changesOf(itemId))
        .flatMap((change) => packed(change, trails, name));
      yield JSON.stringify({ list, items } satisfies PackedItems);
    }
  }
  // What the lines refer to is on disk before the snapshot has an end.
  await texts.sync();
}

/** What a snapshot holds, to be taken by an empty register. */
export interface SnapshotContents {
  readonly list: string;
  readonly changes: readonly HeldChange<unknown>[];
}

/** What reading a snapshot needs. */
export interface SnapshotReading {
  /** How etags order states. */
  readonly versionOf: (revision: string) => number | undefined;
  /** The number of a file of trails in this process. */
  readonly fileOf: (file: number) => number;
  readonly trails: HeldTrails;
  /** Of this snapshot alone. */
  readonly find: FindValue;
}

/** A line as changes; lines are read in their order. */
export function readItems(
  line: unknown,
  { versionOf, fileOf, trails, find }: SnapshotReading,
): SnapshotContents {
  // Written by this very build and proved by its sum.
  const { list, items } = line as PackedItems;
  function storedIn(item: Exclude<PackedItem, { readonly kind: string }>) {
    if (!('length' in item)) return item;
    if (item[0] === 'row') return rowIn(item, find);
    const { state, course, places } = proposalIn(item, fileOf, find);
    const value = trails.restore(state, course, places);
    return { value, itemId: item[1], revision: item[2], problem: item[3] };
  }
  const changes = items.map((item): HeldChange<unknown> => {
    if ('kind' in item) return item;
    const { value, itemId, revision, problem } = storedIn(item);
    const stored = { value, itemId, revision };
    return { kind: 'stored', stored, version: versionOf(revision), ...(problem && { problem }) };
  });
  return { list, changes };
}

/** Fills an empty register. */
export function fillRegister({ changes }: Register, contents: readonly SnapshotContents[]): void {
  const takers: Readonly<Record<string, (change: HeldChange<never>) => void>> = changes;
  for (const { list, changes: told } of contents) {
    const take = takers[list];
    if (!take) throw new Error(`a snapshot of this build holds the unknown list ${list}`);
    // Of the list that it is told to.
    for (const change of told) take(change as HeldChange<never>);
  }
}
