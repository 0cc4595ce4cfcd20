import { wholeSecond } from '../domain/instant.js';
import { theSystem } from '../domain/person.js';
import { isReleasable, releasePublication } from '../domain/publication.js';
import { contextOf } from './act-context-now.js';
import type { ActPorts } from './act-on-proposal.js';
import { changeProposal } from './change-proposal.js';
import type { FaultLog } from './ports.js';
import { someAtOnce } from './some-at-once.js';

/** The items of a release set are due together. */
const writesAtOnce = 4;

/**
 * The sweep of the publish protocol: carries out every publication that is due by a second conditional write which
 * also freezes its audience. Several processes may sweep: the second finds it done. Returns how many were released.
 */
export async function releaseDuePublications(ports: ActPorts, onFault: FaultLog): Promise<number> {
  const { register, clock } = ports;
  const at = wholeSecond(clock.now());
  const due = register.duePublications().filter(({ value }) => isReleasable(value, at, register));
  const released = await someAtOnce(due, writesAtOnce, async ({ value }) => {
    try {
      const outcome = await changeProposal(ports, value.id, (proposal) =>
        releasePublication(proposal, { by: theSystem, at }, contextOf(ports, proposal)),
      );
      return outcome.kind === 'changed';
    } catch (fault) {
      onFault(`publishing ${value.number}`, fault);
      return false;
    }
  });
  return released.filter(Boolean).length;
}
