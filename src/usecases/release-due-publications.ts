import type { Act } from '../domain/act.js';
import { wholeSecond } from '../domain/instant.js';
import { theSystem } from '../domain/person.js';
import type { Proposal } from '../domain/proposal.js';
import {
  isReleasable,
  peopleToFreeze,
  publicationAudience,
  releasePublication,
} from '../domain/publication.js';
import { contextOf } from './act-context-now.js';
import type { ActPorts } from './act-on-proposal.js';
import { type ChangeOutcome, changeProposal } from './change-proposal.js';
import { type FreezePorts, freezeAudience } from './freeze-audience.js';
import type { FaultLog } from './ports.js';
import { someAtOnce } from './some-at-once.js';

/** The items of a release set are due together. */
const writesAtOnce = 4;

/** What releasing needs. */
export interface ReleasePorts extends ActPorts, FreezePorts {}

/** Freezes whom the publication tells, where they are many, and then writes the publication. */
async function release(ports: ReleasePorts, held: Proposal, act: Act): Promise<ChangeOutcome> {
  const audience = publicationAudience(held, contextOf(ports, held), act.at);
  const scheduleSeq = held.publicationDue?.seq ?? 0;
  const place = { proposalId: held.id, scheduleSeq };
  const frozen = await freezeAudience(ports, place, peopleToFreeze(audience));
  return changeProposal(ports, held.id, (proposal) =>
    releasePublication(proposal, act, contextOf(ports, proposal), frozen),
  );
}

/**
 * The sweep of the publish protocol: carries out every publication that is due by a second conditional write which
 * also freezes its audience. Several processes may sweep: the second finds it done. Returns how many were released.
 */
export async function releaseDuePublications(
  ports: ReleasePorts,
  onFault: FaultLog,
): Promise<number> {
  const { register, clock } = ports;
  const at = wholeSecond(clock.now());
  const due = register.duePublications().filter(({ value }) => isReleasable(value, at, register));
  const released = await someAtOnce(due, writesAtOnce, async ({ value }) => {
    try {
      const outcome = await release(ports, value, { by: theSystem, at });
      return outcome.kind === 'changed';
    } catch (fault) {
      onFault(`publishing ${value.number}`, fault);
      return false;
    }
  });
  return released.filter(Boolean).length;
}
