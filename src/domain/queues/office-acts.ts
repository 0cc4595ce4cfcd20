import type { Act } from '../act.js';
import type { ActContext } from '../act-context.js';
import { acts } from '../acts.js';
import { actsFor } from '../capacity.js';
import type { Command } from '../commands/command.js';
import { openRequests } from '../opinion.js';
import type { Proposal } from '../proposal.js';
import { type OfficeActName, officeActNames } from './office-act-names.js';

/**
 * The acts of an office against which nothing stands at present. The rules themselves are asked, with nothing filled
 * in: where only fields are missing, a form can supply them.
 */
export function officeActs(
  proposal: Proposal,
  act: Act,
  context: ActContext,
): readonly OfficeActName[] {
  const request = openRequests(proposal).find(({ departmentId }) => actsFor(act, departmentId));
  const form = request ? { requestId: request.id } : {};
  return officeActNames.filter((name) => {
    const command: Command = acts[name];
    const result = command(proposal, form, act, context);
    return result.ok || result.refusal.code === 'invalid-fields';
  });
}
