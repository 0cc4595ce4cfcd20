import { channelsOn } from '../domain/channel-map.js';
import { civilDateOf } from '../domain/instant.js';
import type { ReleaseContext } from '../domain/releases/release-context.js';
import type { ReleaseSet } from '../domain/releases/release-set.js';
import type { Result } from '../domain/result.js';
import { changeStored, type StoredChange } from './change-stored.js';
import type { ReleasePorts } from './release-ports.js';

/** What a change of a set came to. */
export type ReleaseOutcome = StoredChange<ReleaseSet>;

/** What the rules about release sets may look at, as the register holds it now. */
export function releaseContextOf({
  register,
  clock,
}: Pick<ReleasePorts, 'register' | 'clock'>): ReleaseContext {
  return {
    campaigns: register.campaigns(),
    channelMap: channelsOn(register.channelMap(), civilDateOf(clock.now())),
    supportersOf: (proposalId) => register.supportersOf(proposalId),
    proposal: (id) => register.proposal(id)?.value,
    measure: (id) => register.measure(id)?.value,
  };
}

/** Runs a command on one set and writes it with If-Match (see change-stored.ts). */
export function changeReleaseSet(
  { releaseStores, register, releaseWriter }: ReleasePorts,
  id: string,
  command: (set: ReleaseSet) => Result<ReleaseSet>,
): Promise<ReleaseOutcome> {
  const place = { store: releaseStores.releaseSets, took: releaseWriter.tookReleaseSet };
  return changeStored(place, register.releaseSet(id), command, { code: 'no-such-release-set' });
}
