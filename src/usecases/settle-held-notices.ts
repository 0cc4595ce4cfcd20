import type { Role } from '../domain/member.js';
import { type HeldWord, settledRow } from '../domain/notice-hold.js';
import type { LedgerRow } from '../domain/notice-ledger.js';
import type { Refusal } from '../domain/refusal.js';
import { refuseUnlessAdministrator } from './permissions.js';
import type { Clock, Register, RegisterWriter, Store, Stored } from './ports.js';
import { someAtOnce } from './some-at-once.js';

/** What settling needs. */
export interface HeldNoticePorts {
  readonly clock: Clock;
  readonly register: Register;
  readonly writer: Pick<RegisterWriter, 'tookLedgerRow'>;
  readonly ledger: Store<LedgerRow>;
}

/** What became of one held notice. A fault of one leaves the others as they are. */
export interface HeldNoticeOutcome {
  /** Id of the ledger item. */
  readonly id: string;
  readonly outcome:
    | { readonly kind: 'settled'; readonly row: LedgerRow }
    | { readonly kind: 'refused'; readonly refusal: Refusal }
    | { readonly kind: 'failed'; readonly fault: unknown };
}

const writesAtOnce = 4;
const mostRounds = 4;

const notHeld = { kind: 'refused', refusal: { code: 'notice-not-held' } } as const;

/** Writes over the row whatever its etag, as long as it is held: SharePoint moves etags by itself. */
async function settleOne(
  ports: HeldNoticePorts,
  id: string,
  word: HeldWord,
): Promise<HeldNoticeOutcome['outcome']> {
  let present: Stored<LedgerRow> | undefined = ports.register
    .openLedgerRows()
    .find(({ itemId }) => itemId === id);
  for (let round = 0; present && round < mostRounds; round += 1) {
    if (present.value.state !== 'held') return notHeld;
    const next = settledRow(present.value, word, ports.clock.now());
    const outcome = await ports.ledger.replace(present, next);
    if (outcome.kind === 'stored') {
      ports.writer.tookLedgerRow(outcome.stored);
      return { kind: 'settled', row: outcome.stored.value };
    }
    present = await ports.ledger.read(id);
    if (present) ports.writer.tookLedgerRow(present);
  }
  return present ? { kind: 'refused', refusal: { code: 'changed-meanwhile' } } : notHeld;
}

/**
 * An administrator's word on notices that are held since the ledger lost their rows: sent once after all, or closed
 * as suppressed. Each is a write of its own, with a result of its own.
 */
export function settleHeldNotices(
  ports: HeldNoticePorts,
  roles: readonly Role[],
  ids: readonly string[],
  word: HeldWord,
): Promise<readonly HeldNoticeOutcome[]> {
  const refusal = refuseUnlessAdministrator(roles);
  return someAtOnce([...new Set(ids)], writesAtOnce, async (id): Promise<HeldNoticeOutcome> => {
    if (refusal) return { id, outcome: { kind: 'refused', refusal } };
    try {
      return { id, outcome: await settleOne(ports, id, word) };
    } catch (fault) {
      return { id, outcome: { kind: 'failed', fault } };
    }
  });
}
