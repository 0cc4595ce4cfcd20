import type { PendingAnswer } from '../contract/state-shapes.js';
import type { PendingConfirmation } from '../domain/proposal.js';

/** What waits for the second person as it travels. */
export function pendingAnswer(pending: PendingConfirmation): PendingAnswer {
  const asked = { byName: pending.by.name, at: pending.at };
  switch (pending.what) {
    case 'realised':
      return { ...asked, what: pending.what, realisation: pending.realisation };
    case 'difficult':
      return { ...asked, what: pending.what, difficulty: pending.difficulty };
    case 'out-of-scope':
      return { ...asked, what: pending.what, exclusion: pending.exclusion };
  }
}
