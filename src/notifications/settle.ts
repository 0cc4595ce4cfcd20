import type { LedgerRow } from '../domain/notice-ledger.js';
import type { Stored } from '../usecases/ports.js';
import type { NoticePorts } from './notice-ports.js';

/** Outcomes known in this process, until the ledger has taken them. */
export interface Settlement {
  /** Writes an outcome; where the ledger cannot take it now, it is kept for `retryAll`. */
  settle(claimed: Stored<LedgerRow>, next: LedgerRow): Promise<void>;
  retryAll(): Promise<void>;
  isOwed(key: string): boolean;
}

interface Owed {
  readonly claimed: Stored<LedgerRow>;
  readonly next: LedgerRow;
}

const mostRounds = 4;

/** Whether a row still is the claim that was made: SharePoint changes etags by itself, without anybody's doing. */
function isSameClaim(present: LedgerRow, claimed: LedgerRow): boolean {
  return (
    present.state === 'sending' &&
    present.by === claimed.by &&
    present.epoch === claimed.epoch &&
    present.until === claimed.until
  );
}

/** Opens the settlement. A known outcome is written over one's own claim, whatever its etag; never over another's. */
export function openSettlement(ports: NoticePorts): Settlement {
  const owed = new Map<string, Owed>();

  async function write({ claimed, next }: Owed): Promise<Stored<LedgerRow> | undefined> {
    let present: Stored<LedgerRow> | undefined = claimed;
    for (let round = 0; present && round < mostRounds; round += 1) {
      const outcome = await ports.ledger.replace(present, next);
      if (outcome.kind === 'stored') return outcome.stored;
      present = await ports.ledger.read(claimed.itemId);
      // Taken over: the claim had run out, and its new holder's row stands.
      if (!present || !isSameClaim(present.value, claimed.value)) return present;
    }
    throw new Error(`the ledger row ${next.key} changes too often to be written`);
  }

  async function settleOwed(each: Owed): Promise<void> {
    const present = await write(each);
    owed.delete(each.next.key);
    if (present) ports.writer.tookLedgerRow(present);
  }

  async function attempt(each: Owed): Promise<void> {
    try {
      await settleOwed(each);
    } catch (fault) {
      ports.onFault(`recording ${each.next.key}`, fault);
    }
  }

  return {
    settle: (claimed, next) => {
      owed.set(next.key, { claimed, next });
      return attempt({ claimed, next });
    },
    retryAll: async () => {
      for (const each of [...owed.values()]) await attempt(each);
    },
    isOwed: (key) => owed.has(key),
  };
}
