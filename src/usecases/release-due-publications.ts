import { wholeSecond } from '../domain/instant.js';
import { theSystem } from '../domain/person.js';
import { releasePublication } from '../domain/publication.js';
import { contextOf } from './act-context-now.js';
import type { ActPorts } from './act-on-proposal.js';
import { changeProposal } from './change-proposal.js';
import type { FaultLog } from './ports.js';

/**
 * The sweep of the publish protocol: carries out every publication that is due by a second conditional write which
 * also freezes its audience. Several processes may sweep: the second finds it done. Returns how many were released.
 */
export async function releaseDuePublications(ports: ActPorts, onFault: FaultLog): Promise<number> {
  const at = wholeSecond(ports.clock.now());
  const due = ports.register
    .duePublications()
    .filter(({ value }) => value.publicationDue && value.publicationDue.due <= at);
  let released = 0;
  for (const { value } of due) {
    try {
      const outcome = await changeProposal(ports, value.id, (proposal) =>
        releasePublication(proposal, { by: theSystem, at }, contextOf(ports, proposal)),
      );
      if (outcome.kind === 'changed') released += 1;
    } catch (fault) {
      onFault(`publishing ${value.number}`, fault);
    }
  }
  return released;
}
