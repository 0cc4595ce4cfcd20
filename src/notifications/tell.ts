import { type NoticeIntent, receiptNotice } from '../domain/notice.js';
import type { LedgerRow } from '../domain/notice-ledger.js';
import type { Proposal } from '../domain/proposal.js';
import type { Stored } from '../usecases/ports.js';
import { intentBehind, openDerivation } from './derive.js';
import { claimAgain, claimNew } from './ledger-claim.js';
import type { NoticePorts } from './notice-ports.js';
import { sendClaimed } from './send-claimed.js';

/** Tells people what was stored, once per event and place. */
export interface Teller {
  /** Derives the notices of a proposal. To be called at every change of it. */
  look(proposal: Proposal): void;
  /** Puts the receipt of a proposal into the ledger and sends it. True once a row for it exists. */
  tellReceipt(stored: Stored<Proposal>): Promise<boolean>;
  /** One round: writes outcomes still owed, claims and sends what is derived, takes up rows whose time has come. */
  sweep(): Promise<void>;
  /** Notices derived and not yet in the ledger. */
  waiting(): number;
}

/** Sends under way at once. */
const atOnce = 4;

interface Owed {
  readonly claimed: Stored<LedgerRow>;
  readonly next: LedgerRow;
}

/** Opens the teller of a process. */
export function openTeller(ports: NoticePorts): Teller {
  const derived = openDerivation((key) => ports.register.ledgerRow(key) !== undefined);
  /** Outcomes known here that the ledger could not take yet. */
  const owed = new Map<string, Owed>();

  async function settle({ claimed, next }: Owed): Promise<void> {
    const outcome = await ports.ledger.replace(claimed, next);
    // Refused: another process judged this claim ambiguous and took it over. Its row stands.
    const present =
      outcome.kind === 'stored' ? outcome.stored : await ports.ledger.read(claimed.itemId);
    owed.delete(next.key);
    if (present) ports.writer.tookLedgerRow(present);
  }

  async function send(claimed: Stored<LedgerRow>, proposal: Proposal, intent: NoticeIntent) {
    const next = await sendClaimed(ports, claimed.value, proposal, intent);
    if (!next) return;
    owed.set(next.key, { claimed, next });
    await settle({ claimed, next });
  }

  async function tellNew(intent: NoticeIntent): Promise<void> {
    const proposal = ports.register.proposal(intent.proposalId)?.value;
    if (!proposal || !ports.lease.held()) return;
    if (!ports.register.ledgerRow(intent.key)) {
      const claimed = await claimNew(ports, intent);
      if (claimed) await send(claimed, proposal, intent);
    }
    if (ports.register.ledgerRow(intent.key)) derived.done(intent.key);
  }

  async function tellAgain(row: Stored<LedgerRow>): Promise<void> {
    const proposal = ports.register.proposal(row.value.proposalId)?.value;
    const intent = proposal && intentBehind(proposal, row.value.key);
    if (!proposal || !intent || !ports.lease.held()) return;
    const claimed = await claimAgain(ports, row);
    if (claimed?.value.state === 'sending') await send(claimed, proposal, intent);
  }

  async function guarded(what: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (fault) {
      // The row, or its absence, tells the next round what is left to do.
      ports.onFault(`telling ${what}`, fault);
    }
  }

  async function sweep(): Promise<void> {
    for (const each of [...owed.values()]) await guarded(each.next.key, () => settle(each));
    const now = ports.clock.now();
    const timely = ports.register
      .openLedgerRows()
      .filter(({ value }) => value.until <= now && !owed.has(value.key));
    await inParallel([
      ...derived.all().map((intent) => () => guarded(intent.key, () => tellNew(intent))),
      ...timely.map((row) => () => guarded(row.value.key, () => tellAgain(row))),
    ]);
  }

  async function tellReceipt(stored: Stored<Proposal>): Promise<boolean> {
    const intent = receiptNotice(stored.value.id, stored.value.proposer.personId);
    await tellNew(intent);
    return ports.register.ledgerRow(intent.key) !== undefined;
  }

  return { look: derived.look, sweep, tellReceipt, waiting: () => derived.all().length };
}

async function inParallel(works: readonly (() => Promise<void>)[]): Promise<void> {
  const queue = [...works];
  const worker = async (): Promise<void> => {
    for (let work = queue.shift(); work; work = queue.shift()) await work();
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
