import { wholeSecond } from '../domain/instant.js';
import { theSystem } from '../domain/person.js';
import {
  beginRelease,
  canBegin,
  endRelease,
  exceptItems,
  exceptionsNow,
  isCarriedOut,
  itemsToPlace,
} from '../domain/releases/carry-out-release.js';
import type { ReleaseException } from '../domain/releases/release-exception.js';
import type { ReleaseSet } from '../domain/releases/release-set.js';
import type { ActPorts } from './act-on-proposal.js';
import { changeReleaseSet, releaseContextOf } from './change-release-set.js';
import type { MeasurePorts } from './measure-ports.js';
import { displaceLeftOver, placeOne } from './place-items.js';
import type { FaultLog } from './ports.js';
import { publishProgress } from './publish-progress.js';
import type { ReleasePorts } from './release-ports.js';
import { someAtOnce } from './some-at-once.js';

/** What carrying release sets out needs. */
export type CarryOutPorts = ActPorts & MeasurePorts & ReleasePorts;

const writesAtOnce = 4;

const actAt = (at: number) => ({ by: theSystem, at });

/** The set as the register holds it after what was just written. */
function presentOf({ register }: CarryOutPorts, { id }: ReleaseSet): ReleaseSet | undefined {
  return register.releaseSet(id)?.value;
}

async function except(
  ports: CarryOutPorts,
  { id }: ReleaseSet,
  exceptions: readonly ReleaseException[],
  at: number,
): Promise<void> {
  if (exceptions.length === 0) return;
  await changeReleaseSet(ports, id, (set) => exceptItems(set, exceptions, actAt(at)));
}

/** Asks for the publication of every item that is not asked for yet; what cannot be published becomes an exception. */
async function place(
  ports: CarryOutPorts,
  set: ReleaseSet,
  at: number,
  onFault: FaultLog,
): Promise<void> {
  const context = releaseContextOf(ports);
  const came = await someAtOnce(
    itemsToPlace(set, context),
    writesAtOnce,
    async (item): Promise<readonly ReleaseException[]> => {
      try {
        const code = await placeOne(ports, set, item, at);
        return code ? [{ kind: item.kind, id: item.id, code }] : [];
      } catch (fault) {
        onFault(`placing ${item.id} in the release set ${set.id}`, fault);
        return [];
      }
    },
  );
  await except(ports, set, [...came.flat(), ...exceptionsNow(set, context)], at);
}

async function begin(ports: CarryOutPorts, set: ReleaseSet, at: number): Promise<void> {
  if (!canBegin(set, actAt(at), releaseContextOf(ports))) return;
  await changeReleaseSet(ports, set.id, (present) =>
    beginRelease(present, actAt(at), releaseContextOf(ports)),
  );
}

/** Ends a release once its items are done and its progress publication, if it has one, is stored. */
async function end(ports: CarryOutPorts, set: ReleaseSet, at: number): Promise<void> {
  await except(ports, set, exceptionsNow(set, releaseContextOf(ports)), at);
  const present = presentOf(ports, set);
  if (!present || !isCarriedOut(present, releaseContextOf(ports))) return;
  if (present.withProgress && !(await publishProgress(ports, present, at))) return;
  await changeReleaseSet(ports, set.id, (fresh) =>
    endRelease(fresh, actAt(at), releaseContextOf(ports)),
  );
}

async function carryOut(ports: CarryOutPorts, set: ReleaseSet, onFault: FaultLog): Promise<void> {
  const at = wholeSecond(ports.clock.now());
  if (set.state === 'scheduled') {
    await place(ports, set, at, onFault);
    const present = presentOf(ports, set);
    if (present) await begin(ports, present, at);
    return;
  }
  await end(ports, set, at);
}

/**
 * The sweep of release sets: places their items, begins and ends their release, and takes back what is left of those
 * that were cancelled. Each step is one conditional write that the next one is read off from, so that a crash leaves
 * nothing half done, and several processes may sweep. The items themselves are published by their own sweeps.
 */
export async function carryOutReleases(ports: CarryOutPorts, onFault: FaultLog): Promise<void> {
  await displaceLeftOver(ports, onFault);
  const underWay = ports.register
    .releaseSets()
    .filter(({ state }) => state === 'scheduled' || state === 'releasing');
  for (const set of underWay) {
    try {
      await carryOut(ports, set, onFault);
    } catch (fault) {
      onFault(`carrying out the release set ${set.id}`, fault);
    }
  }
}
