import { checkDecision, type DecisionForm } from '../domain/decision-form.js';
import { civilDateOf } from '../domain/instant.js';
import type { Actor } from '../domain/person.js';
import { decideTrack as decide } from '../domain/proposal.js';
import { refused } from '../domain/result.js';
import type { ChangeOutcome } from './change-proposal.js';
import { type SeenProposal, type TriagePorts, triageProposal } from './triage-proposal.js';

/**
 * 対応方針を決める (T5, T6): tells nobody. A decision made on something else than what the person saw is refused, so
 * that nobody's decision is overwritten unread.
 */
export function decideTrack(
  ports: TriagePorts,
  by: Actor,
  seen: SeenProposal,
  form: DecisionForm,
): Promise<ChangeOutcome> {
  return triageProposal(ports, by, seen.number, (proposal, act) => {
    if (proposal.trail.length !== seen.seq) return refused({ code: 'changed-meanwhile' });
    const checked = checkDecision(form, ports.register.masters(), civilDateOf(act.at));
    return checked.ok ? decide(proposal, checked.value, act) : checked;
  });
}
