import type { AudiencePerson } from '../domain/audience.js';
import { chunkSize, type FrozenChunk, frozenKey, notYetFrozen } from '../domain/frozen-audience.js';
import { Failure } from './failure.js';
import type { Store } from './ports.js';

/** What freezing needs. */
export interface FreezePorts {
  readonly audiences: Store<FrozenChunk>;
}

/** Creates a chunk, or takes the one that an earlier try or another process made in its place. */
async function freezeChunk({ audiences }: FreezePorts, wanted: FrozenChunk): Promise<FrozenChunk> {
  const outcome = await audiences.create(wanted);
  if (outcome.kind === 'stored') return wanted;
  const present = await audiences.findByKey(frozenKey(wanted));
  if (present) return present.value;
  throw new Failure(
    'unavailable',
    `the audience ${frozenKey(wanted)} can be neither made nor read`,
  );
}

/**
 * Freezes people in items that never change, 500 each, before the release that names them is written. A chunk that is
 * already there stands as it is, and whoever it does not name goes into the next one: so a release that was cut off
 * after any step, or raced by another process, ends with everybody in exactly one chunk.
 */
export async function freezeAudience(
  ports: FreezePorts,
  place: Pick<FrozenChunk, 'proposalId' | 'scheduleSeq'>,
  people: readonly AudiencePerson[],
): Promise<readonly FrozenChunk[]> {
  const chunks: FrozenChunk[] = [];
  for (let rest = people; rest.length > 0; rest = notYetFrozen(people, chunks)) {
    const wanted = { ...place, chunk: chunks.length, people: rest.slice(0, chunkSize) };
    chunks.push(await freezeChunk(ports, wanted));
  }
  return chunks;
}

/** The frozen chunks that an event refers to, read again. Throws where one is not visible yet. */
export async function readFrozen(
  { audiences }: FreezePorts,
  place: Pick<FrozenChunk, 'proposalId' | 'scheduleSeq'>,
  count: number,
): Promise<readonly FrozenChunk[]> {
  const chunks: FrozenChunk[] = [];
  for (let chunk = 0; chunk < count; chunk += 1) {
    const key = frozenKey({ ...place, chunk });
    const found = await audiences.findByKey(key);
    if (!found) throw new Failure('unavailable', `the audience ${key} cannot be read`);
    chunks.push(found.value);
  }
  return chunks;
}
