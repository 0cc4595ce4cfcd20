import type { Proposal } from '../domain/proposal.js';
import { readCourse } from '../domain/read-course.js';
import type { TrailEntry } from '../domain/trail.js';
import type { TrailCourse } from '../domain/trail-course.js';
import { DamagedText, type TextFiles, type TextPlace } from '../spool/text-files.js';
import { Failure } from '../usecases/failure.js';
import type { Stored } from '../usecases/ports.js';

type Trail = readonly TrailEntry[];

/** A proposal without its trail, as a snapshot keeps it. */
export type TraillessProposal = Omit<Proposal, 'trail' | 'course'>;

/** Proposals whose trails lie in files and are loaded when somebody looks at them. */
export interface HeldTrails {
  /** The same proposal with its trail in the files. What is held already stays as it is. */
  hold(stored: Stored<Proposal>): Stored<Proposal>;
  /** A proposal whose trail lies in the files already. */
  restore(state: TraillessProposal, course: TrailCourse, place: TextPlace): Proposal;
  /** Where the trail of a held proposal lies; undefined for one that has it itself. */
  placeOf(proposal: Proposal): TextPlace | undefined;
  /** A held proposal without its trail, which is not looked at for it. */
  stateOf(proposal: Proposal): TraillessProposal;
  /** Puts the trail of a held proposal into the file that is written now. */
  move(proposal: Proposal): void;
  /** Puts the trail of a held proposal into the files again, in place of one that is damaged. */
  mend(proposal: Proposal, trail: Trail): void;
  /** How many trails were read from the files so far. */
  loads(): number;
}

const placeKey = Symbol('place of the trail');

interface Placed {
  readonly [placeKey]?: TextPlace;
}

/** Whoever opens a proposal looks at its trail several times; lists look at none. */
const mostLoaded = 200;
const mostLoadedBytes = 4 * 1024 * 1024;

/** Trails that were looked at last, by their places. */
function openLoaded(load: (place: TextPlace) => Trail) {
  const loaded = new Map<TextPlace, Trail>();
  let bytes = 0;
  function forget(place: TextPlace): void {
    if (loaded.delete(place)) bytes -= place.length;
  }
  return {
    forget,
    at(place: TextPlace): Trail {
      const trail = loaded.get(place) ?? load(place);
      forget(place);
      loaded.set(place, trail);
      bytes += place.length;
      for (const oldest of loaded.keys()) {
        if (oldest === place || (loaded.size <= mostLoaded && bytes <= mostLoadedBytes)) break;
        forget(oldest);
      }
      return trail;
    },
  };
}

/** Opens them. `onDamaged` is told of a proposal whose trail cannot be read, which answers as Graph being away does. */
export function openHeldTrails(
  files: TextFiles,
  onDamaged: (proposalId: string, fault: DamagedText) => void,
): HeldTrails {
  let loads = 0;
  const loaded = openLoaded((place) => {
    loads += 1;
    // Written by this app and proved by its sum.
    return JSON.parse(files.read(place)) as Trail;
  });

  function trailOf({ id, [placeKey]: place }: TraillessProposal & Placed): Trail {
    if (!place) throw new Error(`the trail of ${id} was never put anywhere`);
    try {
      return loaded.at(place);
    } catch (fault) {
      if (!(fault instanceof DamagedText)) throw fault;
      onDamaged(id, fault);
      throw new Failure('unavailable', `the trail of ${id} has to be read anew`, { cause: fault });
    }
  }

  /** One function for all, so that held proposals share their hidden classes. */
  function readOwnTrail(this: TraillessProposal): Trail {
    return trailOf(this);
  }

  function restore(state: TraillessProposal, course: TrailCourse, place: TextPlace): Proposal {
    return Object.defineProperties(state, {
      // Enumerable, so that a copy has the trail itself.
      trail: { get: readOwnTrail, enumerable: true },
      course: { value: course },
      [placeKey]: { value: place },
    }) as Proposal;
  }

  const placeOf = (proposal: Proposal & Placed): TextPlace | undefined => proposal[placeKey];

  return {
    hold(stored) {
      if (placeOf(stored.value)) return stored;
      const { trail, ...state } = stored.value;
      const place = files.put(JSON.stringify(trail));
      return { ...stored, value: restore(state, readCourse(stored.value), place) };
    },
    restore,
    placeOf,
    stateOf(proposal) {
      const names = Object.keys(proposal).filter((name) => name !== 'trail');
      const state: Partial<Proposal> = {};
      for (const name of names) Object.assign(state, { [name]: Reflect.get(proposal, name) });
      // All that it has but for the trail.
      return state as TraillessProposal;
    },
    move(proposal) {
      const place = placeOf(proposal);
      if (place) Object.assign(place, files.put(files.read(place)));
    },
    mend(proposal, trail) {
      const place = placeOf(proposal);
      if (!place) return;
      loaded.forget(place);
      Object.assign(place, files.put(JSON.stringify(trail)));
    },
    loads: () => loads,
  };
}
