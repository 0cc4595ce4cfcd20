import type { Act } from '../act.js';
import type { ActContext } from '../act-context.js';
import { type Capacity, owningDepartment } from '../capacity.js';
import type { FieldFault } from '../field-fault.js';
import { readText } from '../form-fields.js';
import { actTextLimits } from '../limits.js';
import { refuseUnless } from '../perform.js';
import type { PendingConfirmation, Proposal } from '../proposal.js';
import { publishedLinks } from '../published-links.js';
import type { Refusal } from '../refusal.js';
import { record } from '../replay.js';
import { allowed, refused } from '../result.js';
import type { Command } from './command.js';

/**
 * Who confirms (domain 2): realised – the owner's head or the secretariat; difficult – the owner's head, or a second
 * secretary where no owner is named; out of scope – a second secretary.
 */
function confirmers(proposal: Proposal): readonly Capacity[] {
  switch (proposal.pending?.what) {
    case 'difficult':
      return owningDepartment(proposal) === undefined ? ['secretariat'] : ['head'];
    case 'out-of-scope':
      return ['secretariat'];
    default:
      return ['head', 'secretariat'];
  }
}

function refuseToConfirm(proposal: Proposal, act: Act): Refusal | undefined {
  const refusal = refuseUnless(proposal, act, confirmers(proposal));
  if (refusal) return refusal;
  return proposal.pending === undefined ? { code: 'nothing-to-confirm' } : undefined;
}

/** What no longer holds of what the first person saw. */
function refuseStale(
  proposal: Proposal,
  pending: PendingConfirmation,
  context: ActContext,
): Refusal | undefined {
  // Merged since with an idea of the first person: the word of somebody else is needed from the start.
  if (context.isIdeaOf(proposal.id, pending.by.id)) return { code: 'changed-meanwhile' };
  if (pending.what !== 'realised') return undefined;
  const links = publishedLinks(proposal, context);
  if (links.length === 0) return { code: 'no-published-measure' };
  const isWhole = links.some(({ coverage }) => coverage === 'whole');
  return isWhole || pending.realisation.remaining !== undefined
    ? undefined
    : { code: 'changed-meanwhile' };
}

function confirmed(pending: PendingConfirmation) {
  switch (pending.what) {
    case 'realised':
      return { kind: 'realised', realisation: pending.realisation } as const;
    case 'difficult':
      return { kind: 'found-difficult', difficulty: pending.difficulty } as const;
    case 'out-of-scope':
      return { kind: 'excluded', exclusion: pending.exclusion } as const;
  }
}

/** T9, T10, T12, the second of two people: never the one who asked, never anybody who proposed it. */
export const confirm: Command = (proposal, _form, act, context) => {
  const refusal = refuseToConfirm(proposal, act);
  if (refusal) return refused(refusal);
  const { pending } = proposal;
  if (!pending) return refused({ code: 'nothing-to-confirm' });
  if (pending.by.id === act.by.id) return refused({ code: 'same-person' });
  const stale = refuseStale(proposal, pending, context);
  return stale ? refused(stale) : allowed(record(proposal, act, confirmed(pending)));
};

/** 差戻し: the second person does not confirm, or the first one takes it back. */
export const declineConfirmation: Command = (proposal, form, act) => {
  const isOwn = proposal.pending?.by.id === act.by.id;
  const refusal = isOwn ? undefined : refuseToConfirm(proposal, act);
  if (refusal) return refused(refusal);
  const faults: FieldFault[] = [];
  const reason = readText(form, 'reason', actTextLimits.reason, faults);
  if (faults.length > 0) return refused({ code: 'invalid-fields', fields: faults });
  return allowed(record(proposal, act, { kind: 'confirmation-declined', reason }));
};
