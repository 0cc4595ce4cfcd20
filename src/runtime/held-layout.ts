import type { Proposal } from '../domain/proposal.js';
import type { ProposalContent } from '../domain/proposal-content.js';
import type { TrailEntry } from '../domain/trail.js';
import type { TrailCourse } from '../domain/trail-course.js';
import type { TextPlace } from '../spool/text-files.js';
import type { ShortContent, ShortProposal } from './short-proposal.js';

/** Where what is not in memory lies. */
export interface HeldPlaces {
  readonly trail: TextPlace;
  readonly texts: TextPlace;
  /** Whether there is an expected effect among the texts. */
  readonly hasEffect: boolean;
}

/** Reads what lies at a place; `id` is the proposal's, for who is told of damage. */
type ReadAt<T> = (place: TextPlace, id: string) => T;
type Trail = readonly TrailEntry[];
type Texts = readonly [string, string, string?];

const placeKey = Symbol('place of the text');
const ownerKey = Symbol('id of the proposal');

interface PlacedTrail {
  readonly id: string;
  readonly [placeKey]?: TextPlace;
}

interface PlacedTexts {
  readonly [ownerKey]?: string;
  readonly [placeKey]?: TextPlace;
}

/** Where the trail of a held proposal lies; undefined for one that has it itself. */
export const placeOfTrail = (proposal: Proposal & PlacedTrail): TextPlace | undefined =>
  proposal[placeKey];

/** Where the long texts of a held content lie; undefined for one that has them itself. */
export const placeOfContent = (content: ProposalContent & PlacedTexts): TextPlace | undefined =>
  content[placeKey];

/** What is read when somebody looks at it; enumerable, so that a copy has it itself. */
function trailPartOf(read: ReadAt<Trail>): PropertyDescriptor {
  return {
    get(this: PlacedTrail) {
      const place = this[placeKey];
      if (!place) throw new Error(`the trail of ${this.id} was never put anywhere`);
      return read(place, this.id);
    },
    enumerable: true,
  };
}

function textPartOf(read: ReadAt<Texts>, index: number): PropertyDescriptor {
  return {
    get(this: PlacedTexts) {
      const { [placeKey]: place, [ownerKey]: id = '' } = this;
      if (!place) throw new Error(`the texts of ${id} were never put anywhere`);
      return read(place, id)[index];
    },
    enumerable: true,
  };
}

const none: readonly never[] = Object.freeze([]);
const orNone = <T>(list: readonly T[]): readonly T[] => (list.length === 0 ? none : list);

/** Adds what a state has beyond what every one of them has. */
function withOthers(always: object, state: object): object {
  for (const name of Object.keys(state)) {
    if (!Object.hasOwn(always, name)) Reflect.set(always, name, Reflect.get(state, name));
  }
  return always;
}

/** Makes proposals whose trails and long texts are read when somebody looks at them. */
export interface HeldLayout {
  content(short: ShortContent, id: string, places: Omit<HeldPlaces, 'trail'>): ProposalContent;
  proposal(
    state: ShortProposal,
    content: ProposalContent,
    course: TrailCourse,
    place: TextPlace,
  ): Proposal;
}

/**
 * Opens a layout. What every one of them has comes first and in one order, and what reads is one function for all, so
 * that they share their hidden classes: a hundred thousand objects are as small as they can be.
 */
export function openHeldLayout(trailAt: ReadAt<Trail>, textsAt: ReadAt<Texts>): HeldLayout {
  const trail = trailPartOf(trailAt);
  const currentProblem = textPartOf(textsAt, 0);
  const proposedContent = textPartOf(textsAt, 1);
  const expectedEffect = textPartOf(textsAt, 2);

  return {
    content(short, id, { texts, hasEffect }) {
      const { title, categoryId, isDigital, cost, scopeHint, namePublication } = short;
      const always = { title, categoryId, isDigital, cost, scopeHint, namePublication };
      // One by one, which takes a third of the time that telling all at once takes.
      Object.defineProperty(always, placeKey, { value: texts });
      Object.defineProperty(always, ownerKey, { value: id });
      Object.defineProperty(always, 'currentProblem', currentProblem);
      Object.defineProperty(always, 'proposedContent', proposedContent);
      if (hasEffect) Object.defineProperty(always, 'expectedEffect', expectedEffect);
      // With all that a content has.
      return withOthers(always, short) as unknown as ProposalContent;
    },
    proposal(state, content, course, place) {
      const { id, number, campaignId, receivedAt, proposer, status } = state;
      const { coProposers, opinions, published } = state;
      // Written out: an object that begins as a copy of another one has a hidden class of its own.
      const always = {
        id,
        number,
        campaignId,
        receivedAt,
        proposer,
        content,
        status,
        coProposers: orNone(coProposers),
        opinions: orNone(opinions),
        published,
      };
      Object.defineProperty(always, placeKey, { value: place });
      Object.defineProperty(always, 'course', { value: course });
      Object.defineProperty(always, 'trail', trail);
      // With all that a proposal has.
      return withOthers(always, state) as unknown as Proposal;
    },
  };
}
