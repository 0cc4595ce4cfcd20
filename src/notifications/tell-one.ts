import type { NoticeIntent } from '../domain/notice.js';
import type { LedgerRow } from '../domain/notice-ledger.js';
import type { Stored } from '../usecases/ports.js';
import { intentBehind } from './derive.js';
import { claimAgain, claimNew } from './ledger-claim.js';
import type { OwnFaultPause } from './own-fault-pause.js';
import { mayTellNow, type Sent, sendClaimed } from './send-claimed.js';
import type { Sending } from './send-to-person.js';
import type { Settlement } from './settle.js';
import { type Told, toldOf } from './told.js';
import type { Waits } from './waits.js';

/** What telling one place works with: the parts of the teller. */
export interface TellingParts extends Sending {
  readonly settlement: Settlement;
  readonly pause: OwnFaultPause;
  readonly waits: Waits;
  /** Called when the ledger holds a row of this key. */
  readonly done: (key: string) => void;
}

/** Tells the operator who was not reached, and when sending pauses because the app itself is refused. */
function report({ ports, pause }: TellingParts, key: string, { next, attempts }: Sent): void {
  for (const attempt of attempts) {
    const { outcome, why } = attempt.recipient;
    // Nothing was tried, which says nothing about the way there.
    if (outcome === 'suppressed') continue;
    if (outcome !== 'delivered') ports.onUndelivered({ key, outcome: outcome ?? next.state, why });
    const pausesMs = pause.note(attempt);
    if (pausesMs !== undefined) ports.onOwnFault({ why, pausesMs });
  }
}

async function send(
  parts: TellingParts,
  claimed: Stored<LedgerRow>,
  told: Told,
  intent: NoticeIntent,
): Promise<void> {
  const { waits, settlement } = parts;
  const { key } = claimed.value;
  const sent = await sendClaimed(parts, claimed.value, told, intent, waits.next(key));
  if (!sent) return;
  if (sent.next.state === 'due') waits.count(key);
  else waits.clear(key);
  report(parts, key, sent);
  await settlement.settle(claimed, sent.next);
}

/** Claims an intent that has no row and sends it. */
export async function tellNew(parts: TellingParts, intent: NoticeIntent): Promise<void> {
  const { ports, done } = parts;
  const told = toldOf(ports.register, intent.proposalId);
  if (!told || !ports.lease.held() || !mayTellNow(ports, intent)) return;
  if (!ports.register.ledgerRow(intent.key)) {
    const claimed = await claimNew(ports, intent);
    if (claimed) await send(parts, claimed, told, intent);
  }
  if (ports.register.ledgerRow(intent.key)) done(intent.key);
}

/** Claims a row whose time has come and sends it. */
export async function tellAgain(parts: TellingParts, row: Stored<LedgerRow>): Promise<void> {
  const { ports } = parts;
  const told = toldOf(ports.register, row.value.proposalId);
  const intent = told && intentBehind(told, row.value);
  if (!told || !intent || !ports.lease.held() || !mayTellNow(ports, intent)) return;
  const claimed = await claimAgain(ports, row);
  if (claimed?.value.state === 'sending') await send(parts, claimed, told, intent);
}
