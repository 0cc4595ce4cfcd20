import { publicationAudience } from '../domain/audience.js';
import { wholeSecond } from '../domain/instant.js';
import { theSystem } from '../domain/person.js';
import { releasePublication } from '../domain/proposal.js';
import { changeProposal } from './change-proposal.js';
import type { FaultLog } from './ports.js';
import type { TriagePorts } from './triage-proposal.js';

/**
 * The sweep of the publish protocol: carries out every publication that is due by a second conditional write which
 * also freezes its audience. Several processes may sweep: the second finds it done. Returns how many were released.
 */
export async function releaseDuePublications(
  ports: TriagePorts,
  onFault: FaultLog,
): Promise<number> {
  const at = wholeSecond(ports.clock.now());
  const due = ports.register
    .duePublications()
    .filter(({ value }) => value.publicationDue && value.publicationDue.due <= at);
  let released = 0;
  for (const { value } of due) {
    const audienceOf = (decision: Parameters<typeof publicationAudience>[1]) =>
      publicationAudience(value.proposer.personId, decision, ports.register.channelMap(), at);
    try {
      const outcome = await changeProposal(ports, value.id, (proposal) =>
        releasePublication(proposal, audienceOf, { by: theSystem, at }),
      );
      if (outcome.kind === 'changed') released += 1;
    } catch (fault) {
      onFault(`publishing ${value.number}`, fault);
    }
  }
  return released;
}
