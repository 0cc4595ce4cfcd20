import type { Instant } from '../domain/instant.js';
import { receiptNotice } from '../domain/notice.js';
import { type NoticeBalance, noticeBalance } from '../domain/notice-balance.js';
import { knownWithinMs, type NoticeMark } from '../domain/notice-mark.js';
import type { Proposal } from '../domain/proposal.js';
import type { Stored } from '../usecases/ports.js';
import { someAtOnce } from '../usecases/some-at-once.js';
import { type DerivedNotices, openDerivation } from './derive.js';
import { noDigests, openDigests } from './digest.js';
import { openDueWork } from './due-work.js';
import { openHolding } from './hold-lost.js';
import { type LedgerWatch, openLedgerWatch } from './ledger-watch.js';
import type { NoticePorts } from './notice-ports.js';
import { openOwnFaultPause } from './own-fault-pause.js';
import { openSettlement } from './settle.js';
import { type TellingParts, tellAgain, tellNew } from './tell-one.js';
import type { Told } from './told.js';
import { openWaits } from './waits.js';

/** Tells people what was stored, once per event and place. */
export interface Teller {
  /** Derives the notices of a proposal, a measure or a release set. To be called at every change of it. */
  look(told: Told): void;
  /** Puts the receipt of a proposal into the ledger and sends it. True once a row for it exists. */
  tellReceipt(stored: Stored<Proposal>): Promise<boolean>;
  /**
   * One round: writes outcomes still owed, holds what a lost ledger would send again, claims and sends what is
   * derived, takes up rows whose time has come.
   */
  sweep(isAll?: boolean): Promise<void>;
  /** What became of all notices so far, counted by recipient. */
  balance(): NoticeBalance;
  /** When the quiet time ends that is on now; undefined where people are told at once. */
  quietUntil(): Instant | undefined;
  /** Up to when the notices of every event are in the ledger; undefined while that is not known. */
  toldThrough(): Instant | undefined;
}

/** Sends under way at once. */
const atOnce = 4;

/** Moves the mark on to where every event has its rows, as far as all events can be known here. */
async function advanceMark(
  ports: NoticePorts,
  derived: DerivedNotices,
  watch: LedgerWatch,
): Promise<void> {
  const asOf = ports.eventsAsOf();
  if (asOf === undefined || !watch.mayAdvance()) return;
  const through = derived.settledThrough(Math.min(asOf, ports.clock.now()) - knownWithinMs);
  if (through === undefined) return;
  await watch.advance(through);
  derived.passed(through);
}

/** Opens the teller of a process. */
export function openTeller(ports: NoticePorts): Teller {
  const derived = openDerivation({
    isInLedger: (key) => ports.register.ledgerRow(key) !== undefined,
    frozenOf: ports.frozenOf,
    onFault: ports.onFault,
  });
  const settlement = openSettlement(ports);
  const pause = openOwnFaultPause(ports.clock);
  const waits = openWaits(ports.clock);
  const watch = openLedgerWatch(ports);
  const { isOwed } = settlement;
  const holding = openHolding({ ports, derived, watch, waits, isOwed });
  const dueWork = openDueWork({ ports, derived, holding, isOwed });
  const single: TellingParts = {
    ports,
    digests: noDigests,
    settlement,
    pause,
    waits,
    done: derived.done,
  };

  async function guarded(key: string, work: () => Promise<void>): Promise<void> {
    if (pause.isOn() || waits.isResting(key)) return;
    try {
      await work();
    } catch (fault) {
      // The row, or its absence, tells a later round what is left to do.
      waits.rest(key);
      ports.onFault(`telling ${key}`, fault);
    }
  }

  function worksOf(mark: NoticeMark): readonly (() => Promise<void>)[] {
    const { fresh, timely, unsent } = dueWork(mark);
    const together = { ...single, digests: openDigests(ports, [...fresh, ...unsent]) };
    return [
      ...fresh.map((intent) => () => guarded(intent.key, () => tellNew(together, intent))),
      ...timely.map((row) => () => guarded(row.value.key, () => tellAgain(together, row))),
    ];
  }

  async function sweep(isAll = true): Promise<void> {
    await settlement.retryAll();
    await derived.unfreeze();
    const mark = ports.lease.held() ? await holding.sweep() : undefined;
    if (!mark) return;
    await someAtOnce(worksOf(mark), atOnce, (work) => work());
    if (isAll) await advanceMark(ports, derived, watch);
  }

  async function tellReceipt(stored: Stored<Proposal>): Promise<boolean> {
    const intent = receiptNotice(stored.value.id, stored.value.proposer.personId);
    await tellNew(single, intent);
    return ports.register.ledgerRow(intent.key) !== undefined;
  }

  const quietUntil = (): Instant | undefined => ports.quietUntil(ports.clock.now());
  const balance = (): NoticeBalance =>
    noticeBalance(ports.register.ledgerRows(), derived.all(), derived.waiting());
  /** A loss that is still being held lies before the mark: its events have no rows, whatever the mark says. */
  function toldThrough(): Instant | undefined {
    const through = watch.derivedThrough();
    const firstOpen = derived.firstOpen();
    if (through === undefined || firstOpen === undefined) return through;
    return Math.min(through, firstOpen - 1);
  }
  return { look: derived.look, sweep, tellReceipt, balance, quietUntil, toldThrough };
}
