import type { Actor } from '../domain/person.js';
import { createReleaseSet, type ReleaseForm } from '../domain/releases/write-release-set.js';
import { actNow } from './act-on-proposal.js';
import { type ReleaseOutcome, releaseContextOf } from './change-release-set.js';
import { Failure } from './failure.js';
import type { Stored } from './ports.js';
import type { ReleasePorts } from './release-ports.js';

type Made = Stored<Extract<ReleaseOutcome, { kind: 'changed' }>['stored']['value']>;

/** What a token already made: its own maker gets it again, anybody else learns nothing of it. */
function madeBefore(made: Made, by: Actor): ReleaseOutcome {
  return made.value.trail[0]?.by.id === by.id
    ? { kind: 'changed', stored: made }
    : { kind: 'refused', refusal: { code: 'not-permitted' } };
}

/** 公表セットをつくる: one form, one set, however often it is sent. */
export async function makeReleaseSet(
  ports: ReleasePorts,
  by: Actor,
  id: string,
  form: ReleaseForm,
): Promise<ReleaseOutcome> {
  const { releaseStores, register, releaseWriter, clock } = ports;
  const act = actNow(register, clock, by);
  const made = createReleaseSet(id, form, act, releaseContextOf(ports));
  if (!made.ok) return { kind: 'refused', refusal: made.refusal };
  const held = register.releaseSet(id);
  if (held) return madeBefore(held, by);
  const outcome = await releaseStores.releaseSets.create(made.value);
  const stored =
    outcome.kind === 'stored' ? outcome.stored : await releaseStores.releaseSets.findByKey(id);
  if (!stored) throw new Failure('unavailable', `whether the set ${id} was stored is not known`);
  releaseWriter.tookReleaseSet(stored);
  return madeBefore(stored, by);
}
