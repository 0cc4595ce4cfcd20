import { wholeSecond } from '../domain/instant.js';
import type { Refusal } from '../domain/refusal.js';
import { itemProgress, type Releasable } from '../domain/releases/item-progress.js';
import {
  displaceMeasure,
  displaceProposal,
  isPlanned,
  placeMeasure,
  placeProposal,
} from '../domain/releases/place-item.js';
import {
  exceptionCodeOf,
  type ReleaseExceptionCode,
} from '../domain/releases/release-exception.js';
import type { ReleaseItem } from '../domain/releases/release-item.js';
import type { ReleaseSet } from '../domain/releases/release-set.js';
import { contextOf } from './act-context-now.js';
import type { ActPorts } from './act-on-proposal.js';
import { changeMeasure, measureContextOf } from './change-measure.js';
import { changeProposal } from './change-proposal.js';
import type { StoredChange } from './change-stored.js';
import type { MeasurePorts } from './measure-ports.js';
import type { FaultLog } from './ports.js';
import type { ReleasePorts } from './release-ports.js';

/** What placing items needs. */
export type PlacePorts = ActPorts & MeasurePorts & ReleasePorts;

/** Why an item is not placed; undefined where it is, or the next round has to tell. */
function exceptionOf(
  { id, plan }: ReleaseSet,
  outcome: StoredChange<Releasable>,
  at: number,
): ReleaseExceptionCode | undefined {
  if (outcome.kind === 'changed') return undefined;
  const { refusal, present } = outcome;
  if (present && itemProgress(id, present.value) !== 'waiting') return undefined;
  return isForTheNextRound(refusal, at, plan?.publishAt ?? 0)
    ? undefined
    : exceptionCodeOf(refusal.code);
}

/** Before it is due, another process may know of an item that this one does not know of yet. */
function isForTheNextRound({ code }: Refusal, at: number, publishAt: number): boolean {
  const isUnknown = code === 'not-found' || code === 'no-such-measure';
  return code === 'changed-meanwhile' || (isUnknown && at < publishAt);
}

/** Asks for the publication of one item; answers the reason where it cannot be published with the set. */
export async function placeOne(
  ports: PlacePorts,
  set: ReleaseSet,
  chosen: ReleaseItem,
  at: number,
): Promise<ReleaseExceptionCode | undefined> {
  if (!isPlanned(set)) return undefined;
  const now = { members: ports.register.members(), at };
  const outcome: StoredChange<Releasable> =
    chosen.kind === 'proposal'
      ? await changeProposal(ports, chosen.id, (proposal) =>
          placeProposal(set, chosen, proposal, at, contextOf(ports, proposal)),
        )
      : await changeMeasure(ports, chosen.id, (measure) =>
          placeMeasure(set, chosen, measure, now, measureContextOf(ports)),
        );
  return exceptionOf(set, outcome, at);
}

/** The set that an item is left over of: one that was cancelled, or ended without it. */
function setLeft(
  { register }: PlacePorts,
  { publicationDue }: Pick<Releasable, 'publicationDue'>,
): ReleaseSet | undefined {
  const id = publicationDue?.release?.setId;
  const set = id === undefined ? undefined : register.releaseSet(id)?.value;
  return set && (set.state === 'cancelled' || set.state === 'released') ? set : undefined;
}

/** Takes back every publication whose set will not carry it out any more. */
export async function displaceLeftOver(ports: PlacePorts, onFault: FaultLog): Promise<void> {
  const at = wholeSecond(ports.clock.now());
  const { register } = ports;
  async function guarded(id: string, work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (fault) {
      onFault(`taking ${id} out of its release set`, fault);
    }
  }
  for (const { value } of register.duePublications()) {
    const set = setLeft(ports, value);
    if (!set) continue;
    await guarded(value.id, () =>
      changeProposal(ports, value.id, (proposal) =>
        displaceProposal(set, proposal, at, contextOf(ports, proposal)),
      ),
    );
  }
  for (const measure of register.measures()) {
    const set = setLeft(ports, measure);
    if (!set) continue;
    await guarded(measure.id, () =>
      changeMeasure(ports, measure.id, (present) =>
        displaceMeasure(set, present, at, measureContextOf(ports)),
      ),
    );
  }
}
