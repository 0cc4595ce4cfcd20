import type { Proposal } from '../domain/proposal.js';
import type { ProposalContent } from '../domain/proposal-content.js';
import { readCourse } from '../domain/read-course.js';
import { sameValue } from '../domain/same-value.js';
import type { TrailEntry } from '../domain/trail.js';
import type { TrailCourse } from '../domain/trail-course.js';
import type { TextFiles, TextPlace } from '../spool/text-files.js';
import { Failure } from '../usecases/failure.js';
import type { Stored } from '../usecases/ports.js';
import { type HeldPlaces, openHeldLayout, placeOfContent, placeOfTrail } from './held-layout.js';
import { openLoadedTexts } from './loaded-texts.js';
import { sharingContent, sharingParts } from './share-parts.js';
import { type LongTexts, type ShortProposal, shortContentOf, shortOf } from './short-proposal.js';

type Trail = readonly TrailEntry[];

/** Proposals whose trails and long texts lie in files and are loaded when somebody looks at them. */
export interface HeldTrails {
  /**
   * The same proposal with its trail and its long texts in the files. What is held already stays as it is. Where it
   * says what `before` said, its content is the very object that `before` has.
   */
  hold(stored: Stored<Proposal>, before?: Stored<Proposal>): Stored<Proposal>;
  /** A proposal whose texts lie in the files already. */
  restore(state: ShortProposal, course: TrailCourse, places: HeldPlaces): Proposal;
  /** Where the texts of a held proposal lie; undefined for one that has them itself. */
  placesOf(proposal: Proposal): HeldPlaces | undefined;
  /** Puts the texts of a held proposal into the file that is written now. */
  move(proposal: Proposal): void;
  /** Puts the texts of a held proposal into the files again, in place of those that are damaged. */
  mend(proposal: Proposal, fresh: Pick<Proposal, 'trail' | 'content'>): void;
  /** How many trails were read from the files so far. */
  loads(): number;
}

type WrittenTexts = readonly [string, string, string?];

function textsToWrite({ currentProblem, proposedContent, expectedEffect }: LongTexts): string {
  const always = [currentProblem, proposedContent];
  return JSON.stringify(expectedEffect === undefined ? always : [...always, expectedEffect]);
}

/** Reads what lies at places, and says whose it is where it is damaged or cannot be read. */
function openReading(
  files: TextFiles,
  onDamaged: (proposalId: string, fault: unknown) => void,
  onLoaded: () => void,
) {
  // Written by this app and proved by its sum.
  const trails = openLoadedTexts((place) => {
    onLoaded();
    return JSON.parse(files.read(place)) as Trail;
  });
  const texts = openLoadedTexts((place) => JSON.parse(files.read(place)) as WrittenTexts);

  function told<T>(id: string, read: () => T): T {
    try {
      return read();
    } catch (fault) {
      onDamaged(id, fault);
      throw new Failure('unavailable', `the texts of ${id} have to be read anew`, { cause: fault });
    }
  }

  return {
    trailAt: (place: TextPlace, id: string): Trail => told(id, () => trails.at(place)),
    textsAt: (place: TextPlace, id: string): WrittenTexts => told(id, () => texts.at(place)),
    forget({ trail, texts: written }: HeldPlaces): void {
      trails.forget(trail);
      texts.forget(written);
    },
  };
}

/** Whether both say the same. */
function saysTheSame(fresh: ProposalContent, before: ProposalContent): boolean {
  try {
    return sameValue(fresh, before);
  } catch {
    // Only reading what was before can fail, and of that has been told: a state is taken whatever its file does.
    return false;
  }
}

function placesOf(proposal: Proposal): HeldPlaces | undefined {
  const [trail, texts] = [placeOfTrail(proposal), placeOfContent(proposal.content)];
  const hasEffect = 'expectedEffect' in proposal.content;
  return trail && texts && { trail, texts, hasEffect };
}

/** Opens them. `onDamaged` is told of a proposal whose texts cannot be read, which answers as Graph being away does. */
export function openHeldTrails(
  files: TextFiles,
  onDamaged: (proposalId: string, fault: unknown) => void,
): HeldTrails {
  let loads = 0;
  const reading = openReading(files, onDamaged, () => {
    loads += 1;
  });
  const layout = openHeldLayout(reading.trailAt, reading.textsAt);

  function contentOf({ id, content }: Proposal, before: Proposal | undefined): ProposalContent {
    if (placeOfContent(content)) return content;
    const known = before?.content;
    if (known && placeOfContent(known) && saysTheSame(content, known)) return known;
    const texts = files.put(textsToWrite(content));
    const hasEffect = content.expectedEffect !== undefined;
    return layout.content(sharingContent(shortContentOf(content)), id, { texts, hasEffect });
  }

  return {
    hold(stored, before) {
      const { value } = stored;
      if (placeOfTrail(value)) return stored;
      const trail = files.put(JSON.stringify(value.trail));
      const content = contentOf(value, before?.value);
      const state = sharingParts(shortOf(value));
      const held = layout.proposal(state, content, readCourse(value), trail);
      return { ...stored, value: held };
    },
    restore(state, course, places) {
      const content = layout.content(sharingContent(state.content), state.id, places);
      return layout.proposal(sharingParts(state), content, course, places.trail);
    },
    placesOf,
    move(proposal) {
      const places = placesOf(proposal);
      for (const place of places ? [places.trail, places.texts] : []) {
        Object.assign(place, files.put(files.read(place)));
      }
    },
    mend(proposal, fresh) {
      const places = placesOf(proposal);
      if (!places) return;
      reading.forget(places);
      Object.assign(places.trail, files.put(JSON.stringify(fresh.trail)));
      Object.assign(places.texts, files.put(textsToWrite(fresh.content)));
    },
    loads: () => loads,
  };
}
