import type { Actor } from '../domain/person.js';
import { schedulePublication } from '../domain/proposal.js';
import { refused } from '../domain/result.js';
import type { ChangeOutcome } from './change-proposal.js';
import { type SeenProposal, type TriagePorts, triageProposal } from './triage-proposal.js';

/** 公表する: due in ten seconds, of exactly the decision that was seen. */
export function publishProposal(
  ports: TriagePorts,
  by: Actor,
  seen: SeenProposal,
): Promise<ChangeOutcome> {
  return triageProposal(ports, by, seen.number, (proposal, act) =>
    proposal.trail.length === seen.seq
      ? schedulePublication(proposal, act)
      : refused({ code: 'changed-meanwhile' }),
  );
}
