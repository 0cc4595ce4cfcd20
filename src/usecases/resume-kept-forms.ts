import type { Proposal } from '../domain/proposal.js';
import type { Stored } from './ports.js';
import { type SubmitPorts, storeKeptForm } from './submit-proposal.js';

/** What resuming needs beyond submitting: the receipt by message, true once the ledger holds it. */
export interface ResumePorts extends SubmitPorts {
  readonly tellReceipt: (stored: Stored<Proposal>) => Promise<boolean>;
}

/**
 * Finishes forms whose turn ended before they were stored and answered: stores each once and leaves its receipt to
 * the ledger, once per token. What cannot be finished now stays kept. Returns how many were finished.
 */
export async function resumeKeptForms(ports: ResumePorts): Promise<number> {
  let finished = 0;
  for (const kept of await ports.spool.claimAbandoned()) {
    try {
      const stored = ports.register.proposal(kept.token) ?? (await storeKeptForm(ports, kept));
      if (stored && (await ports.tellReceipt(stored))) {
        await ports.spool.erase(kept.token);
        finished += 1;
        continue;
      }
    } catch (fault) {
      ports.onFault('resuming a kept form', fault);
    }
    ports.spool.release(kept.token);
  }
  return finished;
}
