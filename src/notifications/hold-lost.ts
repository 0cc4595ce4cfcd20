import type { NoticeIntent } from '../domain/notice.js';
import { heldAgain, heldRowOf } from '../domain/notice-hold.js';
import type { LedgerRow } from '../domain/notice-ledger.js';
import {
  hasLostItsRow,
  isFromBeforeLoss,
  type NoticeMark,
  provesLoss,
} from '../domain/notice-mark.js';
import type { Stored } from '../usecases/ports.js';
import { someAtOnce } from '../usecases/some-at-once.js';
import { type DerivedNotices, intentBehind } from './derive.js';
import { presentRow } from './ledger-claim.js';
import type { LedgerWatch } from './ledger-watch.js';
import type { NoticePorts } from './notice-ports.js';
import { toldOf } from './told.js';
import type { Waits } from './waits.js';

/** What holding works with: the parts of the teller. */
export interface HoldingParts {
  readonly ports: NoticePorts;
  readonly derived: DerivedNotices;
  readonly watch: LedgerWatch;
  readonly waits: Waits;
  /** Whether an outcome of this row is known here and not written yet. */
  readonly isOwed: (key: string) => boolean;
}

/** Keeps back what a lost or restored ledger would have sent a second time. */
export interface Holding {
  /** One round, before anything is sent. Undefined where nothing may be sent yet. */
  sweep(): Promise<NoticeMark | undefined>;
  /** Whether an intent waits to be held, so that it must not be sent. */
  isLost(intent: NoticeIntent, mark: NoticeMark): boolean;
}

/** The parts with the keys whose rows were seen here and are gone. */
interface Desk extends HoldingParts {
  readonly goneKeys: Set<string>;
  /** Lost rows whose loss is in the mark. */
  readonly notedRows: WeakSet<LedgerRow>;
}

const atOnce = 4;
/** Due publications share the turn with this work; the rest follows in the next rounds. */
const mostPerSweep = 40;
const markWait = 'the mark of the ledger';

async function guarded<T>(
  { ports, waits }: Desk,
  key: string,
  work: () => Promise<T>,
): Promise<T | undefined> {
  if (waits.isResting(key)) return undefined;
  try {
    const result = await work();
    waits.clear(key);
    return result;
  } catch (fault) {
    waits.rest(key);
    ports.onFault(`holding ${key}`, fault);
    return undefined;
  }
}

/** What quiet time holds back has no row before it ends, so that there is none to be lost. */
function isLost({ ports, goneKeys }: Desk, intent: NoticeIntent, mark: NoticeMark): boolean {
  const { recordedAt, atAnyHour } = intent;
  const isHeldBack = recordedAt !== undefined && !atAnyHour;
  const from = isHeldBack ? (ports.quietUntil(recordedAt) ?? recordedAt) : recordedAt;
  return goneKeys.has(intent.key) || hasLostItsRow(mark, intent, from);
}

/** The row of an intent as it is in the ledger now: written as held, or found, where there was one after all. */
async function heldOrFound(
  { ports }: Desk,
  intent: NoticeIntent,
): Promise<Stored<LedgerRow> | undefined> {
  const { clock, ledger, lease, writer } = ports;
  const made = await ledger.create(heldRowOf(intent, lease, clock.now()));
  const row = made.kind === 'stored' ? made.stored : await presentRow(ports, intent.key);
  if (row) writer.tookLedgerRow(row);
  return row;
}

async function holdNew(desk: Desk, intent: NoticeIntent, mark: NoticeMark): Promise<void> {
  const { ports, watch, derived, goneKeys } = desk;
  if (!ports.register.ledgerRow(intent.key)) {
    const row = await heldOrFound(desk, intent);
    if (!row) return;
    const isOwnHold = row.value.state === 'held' && row.value.by === ports.lease.holder;
    if (isOwnHold && provesLoss((await watch.mark()) ?? mark, intent)) await watch.noteLoss();
  }
  goneKeys.delete(intent.key);
  derived.done(intent.key);
}

async function holdRow({ ports }: Desk, row: Stored<LedgerRow>): Promise<void> {
  const { clock, ledger, lease, writer } = ports;
  const outcome = await ledger.replace(row, heldAgain(row.value, lease, clock.now()));
  const present = outcome.kind === 'stored' ? outcome.stored : await ledger.read(row.itemId);
  if (present) writer.tookLedgerRow(present);
}

/** Takes up again what a lost row told of. Throws where the trail behind it cannot be read now. */
function restoreLost({ ports: { register }, goneKeys, derived }: Desk, row: LedgerRow): void {
  const told = register.ledgerRow(row.key) ? undefined : toldOf(register, row.proposalId);
  const intent = told && intentBehind(told, row);
  if (intent) {
    goneKeys.add(row.key);
    derived.restore(intent);
  }
  register.settledLostLedgerRow(row);
}

/**
 * Rows that the change feed found gone or set back: the ledger itself tells of its loss. It is in the mark before any
 * of them is forgotten here, and each only once: a mark that moved on again would hold what was told since.
 */
async function noteGoneRows(desk: Desk): Promise<void> {
  const lost = desk.ports.register.lostLedgerRows();
  if (lost.some((row) => !desk.notedRows.has(row))) {
    const isNoted = await guarded(desk, markWait, async () => {
      await desk.watch.noteLoss();
      return true;
    });
    if (!isNoted) return;
    for (const row of lost) desk.notedRows.add(row);
  }
  for (const row of lost) await guarded(desk, row.key, async () => restoreLost(desk, row));
}

function staleRows({ ports, isOwed }: Desk, mark: NoticeMark): readonly Stored<LedgerRow>[] {
  return ports.register
    .openLedgerRows()
    .filter(({ value }) => isFromBeforeLoss(mark, value) && !isOwed(value.key));
}

/** Holds the intents that lost their rows; answers how many there are. Some may tell of a loss that was not known. */
async function holdIntents(desk: Desk, mark: NoticeMark): Promise<number> {
  const lost = desk.derived.all().filter((intent) => isLost(desk, intent, mark));
  const ready = lost.filter(({ key }) => !desk.waits.isResting(key)).slice(0, mostPerSweep);
  await someAtOnce(ready, atOnce, (intent) =>
    guarded(desk, intent.key, () => holdNew(desk, intent, mark)),
  );
  return lost.length;
}

async function holdRows(desk: Desk, mark: NoticeMark): Promise<number> {
  const stale = staleRows(desk, mark);
  await someAtOnce(stale.slice(0, mostPerSweep), atOnce, (row) =>
    guarded(desk, row.value.key, () => holdRow(desk, row)),
  );
  return stale.length;
}

/** Opens the holding of a teller. */
export function openHolding(parts: HoldingParts): Holding {
  const desk: Desk = { ...parts, goneKeys: new Set(), notedRows: new WeakSet() };
  const { register, onLedgerLoss } = desk.ports;
  const { watch } = desk;
  const markNow = (): Promise<NoticeMark | undefined> => guarded(desk, markWait, watch.mark);
  let isFirst = true;

  /** One line when rows were found to be lost, and one at the start while an administrator's word is awaited. */
  function report(keptBack: number): void {
    const held = register.openLedgerRows().filter(({ value }) => value.state === 'held').length;
    if (watch.takeNews() || (isFirst && held > 0)) onLedgerLoss({ held: Math.max(keptBack, held) });
    isFirst = false;
  }

  async function sweep(): Promise<NoticeMark | undefined> {
    if (!(await markNow())) return undefined;
    await noteGoneRows(desk);
    const before = await markNow();
    if (!before) return undefined;
    const intents = await holdIntents(desk, before);
    const mark = await markNow();
    if (!mark) return undefined;
    report(intents + (await holdRows(desk, mark)));
    return mark;
  }

  return { sweep, isLost: (intent, mark) => isLost(desk, intent, mark) };
}
