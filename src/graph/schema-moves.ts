import type { PlannedChange } from '../domain/provisioning/planned-change.js';
import type { SchemaMark } from '../domain/schema-version.js';
import { carryOutStep, countItems, type SiteItems } from './migrate-items.js';
import { type ItemStep, type Migration, versionOfTable } from './migrations.js';
import { readSchemaMark, writeSchemaMark } from './schema-mark-store.js';

/** Towards the version that a release knows, or back by one. */
export type Direction = 'forward' | 'back';

/** One move, not counted yet. */
interface Move {
  readonly kind: 'migrate' | 'mend-items' | 'roll-back';
  readonly from: number;
  readonly to: number;
  readonly migration: Migration;
  readonly steps: readonly ItemStep[];
}

/** The moves that are due, or why there can be none. */
type Moves = readonly Move[] | (PlannedChange & { kind: 'schema-too-new' | 'no-way-back' });

/** The lowest and the highest version in which items can be. */
function spanOf(mark: SchemaMark | undefined): { readonly low: number; readonly high: number } {
  const { version, movingTo = version }: SchemaMark = mark ?? { version: 0 };
  return { low: Math.min(version, movingTo), high: Math.max(version, movingTo) };
}

/** Items that a release of the other version wrote after they had been moved are mended by the same steps. */
function mending(migration: Migration, direction: Direction): readonly Move[] {
  const forward = direction === 'forward';
  const steps = forward ? migration.forward : migration.backward;
  const version = forward ? migration.to : migration.to - 1;
  return steps.length === 0
    ? []
    : [{ kind: 'mend-items', from: version, to: version, migration, steps }];
}

function movesForward(mark: SchemaMark | undefined, table: readonly Migration[]): Moves {
  const known = versionOfTable(table);
  const { low, high } = spanOf(mark);
  if (high > known + 1) return { kind: 'schema-too-new', version: high, known };
  const due = table.filter(({ to }) => to > low);
  const last = table.at(-1);
  if (due.length === 0 && high === known && last) return mending(last, 'forward');
  return due.map((migration) => ({
    kind: 'migrate',
    from: migration.to - 1,
    to: migration.to,
    migration,
    steps: migration.forward,
  }));
}

/** Back by one from what this release knows, and no further: the release before knows the way from there. */
function movesBack(mark: SchemaMark | undefined, table: readonly Migration[]): Moves {
  const known = versionOfTable(table);
  const { high } = spanOf(mark);
  if (high > known) return { kind: 'schema-too-new', version: high, known };
  const last = table.at(-1);
  if (!last || known < 2 || high < known - 1) return { kind: 'no-way-back', version: high, known };
  if (high === known - 1) return mending(last, 'back');
  const steps = last.backward;
  return [{ kind: 'roll-back', from: known, to: known - 1, migration: last, steps }];
}

/** One thing that is to be done about the version of the schema. */
export interface SchemaStep {
  readonly change: PlannedChange;
  readonly run: (now: SiteItems) => Promise<void>;
}

async function carryOut(now: SiteItems, move: Move): Promise<void> {
  const { client, site, lists } = now;
  const { kind, from, to, steps } = move;
  if (kind === 'mend-items') {
    for (const step of steps) await carryOutStep(now, step);
    return;
  }
  const found = await readSchemaMark(client, site, lists);
  // Whatever was under way before lies between the two versions as well.
  const begun: SchemaMark = { version: from, movingTo: to };
  if (steps.length > 0) await writeSchemaMark(client, site, lists, found, begun);
  for (const step of steps) await carryOutStep(now, step);
  const expected = steps.length > 0 ? begun : found;
  await writeSchemaMark(client, site, lists, expected, { version: to });
}

/**
 * What is to be done about the version of the schema, each step with the number of items it would write. A move that
 * was broken off is planned again whole: its steps pass over the items that were moved.
 */
export async function planSchemaMoves(
  where: SiteItems,
  table: readonly Migration[],
  direction: Direction,
): Promise<{ readonly steps: readonly SchemaStep[]; readonly blocked: readonly PlannedChange[] }> {
  const mark = await readSchemaMark(where.client, where.site, where.lists);
  const moves = direction === 'forward' ? movesForward(mark, table) : movesBack(mark, table);
  if ('kind' in moves) return { steps: [], blocked: [moves] };
  const counts = await countItems(
    where,
    moves.map(({ steps }) => steps),
  );
  const steps = moves.flatMap((move, index) => {
    const items = counts[index] ?? 0;
    const { kind, from, to, migration } = move;
    if (kind === 'mend-items' && items === 0) return [];
    const change: PlannedChange = { kind, from, to, what: migration.what, items };
    return [{ change, run: (now: SiteItems) => carryOut(now, move) }];
  });
  return { steps, blocked: [] };
}
