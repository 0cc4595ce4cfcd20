import { type NoticeIntent, receiptNotice } from '../domain/notice.js';
import type { LedgerRow } from '../domain/notice-ledger.js';
import type { Proposal } from '../domain/proposal.js';
import type { Stored } from '../usecases/ports.js';
import { intentBehind, openDerivation } from './derive.js';
import { claimAgain, claimNew } from './ledger-claim.js';
import type { NoticePorts } from './notice-ports.js';
import { type OwnFaultPause, openOwnFaultPause } from './own-fault-pause.js';
import { isGivenUp, type Sent, sendClaimed } from './send-claimed.js';
import { openSettlement } from './settle.js';
import { openWaits } from './waits.js';

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
/** Whether claiming a waiting row could lead to a send: someone in it can be reached by now, or is given up. */
function isWorthClaiming({ register, clock }: NoticePorts, { value }: Stored<LedgerRow>): boolean {
  if (value.state !== 'due') return true;
  const proposal = register.proposal(value.proposalId)?.value;
  const since = proposal?.trail[value.seq - 1]?.occurredAt ?? 0;
  return value.recipients.some(
    ({ id, outcome, why }) =>
      !outcome &&
      (why !== 'no-conversation' ||
        register.conversation(id) !== undefined ||
        isGivenUp(why, since, clock.now())),
  );
}

/** Tells the operator who was not reached, and when sending pauses because the app itself is refused. */
function report(
  ports: NoticePorts,
  pause: OwnFaultPause,
  key: string,
  { next, attempts }: Sent,
): void {
  for (const attempt of attempts) {
    const { outcome, why } = attempt.recipient;
    if (outcome !== 'delivered') ports.onUndelivered({ key, outcome: outcome ?? next.state, why });
    const pausesMs = pause.note(attempt);
    if (pausesMs !== undefined) ports.onOwnFault({ why, pausesMs });
  }
}

/** Opens the teller of a process. */
export function openTeller(ports: NoticePorts): Teller {
  const derived = openDerivation((key) => ports.register.ledgerRow(key) !== undefined);
  const settlement = openSettlement(ports);
  const pause = openOwnFaultPause(ports.clock);
  const waits = openWaits(ports.clock);

  async function send(claimed: Stored<LedgerRow>, proposal: Proposal, intent: NoticeIntent) {
    const { key } = claimed.value;
    const sent = await sendClaimed(ports, claimed.value, proposal, intent, waits.next(key));
    if (!sent) return;
    if (sent.next.state === 'due') waits.count(key);
    else waits.clear(key);
    report(ports, pause, key, sent);
    await settlement.settle(claimed, sent.next);
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

  async function sweep(): Promise<void> {
    await settlement.retryAll();
    const now = ports.clock.now();
    const timely = ports.register
      .openLedgerRows()
      .filter(({ value }) => value.until <= now && !settlement.isOwed(value.key))
      .filter((row) => isWorthClaiming(ports, row));
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
