import type { Actor } from '../domain/person.js';
import { undoPublication as undo } from '../domain/proposal.js';
import type { ChangeOutcome } from './change-proposal.js';
import { type TriagePorts, triageProposal } from './triage-proposal.js';

/** 取り消す: takes a publication back before it is carried out. */
export function undoPublication(
  ports: TriagePorts,
  by: Actor,
  number: string,
): Promise<ChangeOutcome> {
  return triageProposal(ports, by, number, undo);
}
