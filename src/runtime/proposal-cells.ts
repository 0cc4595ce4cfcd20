import type { Decision } from '../domain/decision.js';
import type { ItemProblem } from '../domain/health/item-fault.js';
import type { Instant } from '../domain/instant.js';
import type { Actor, Proposer } from '../domain/person.js';
import type { Proposal, PublishedState } from '../domain/proposal.js';
import type { TrailCourse } from '../domain/trail-course.js';
import type { TextPlace } from '../spool/text-files.js';
import type { HeldPlaces } from './held-layout.js';
import type { FindValue, Named, NameValue } from './named-values.js';
import { longParts, type ShortContent, type ShortProposal } from './short-proposal.js';

/** Properties that few values have, by name; null for none. */
type Others = object | null;
type PlaceCells = readonly [file: number, at: number, length: number, sum: number];

/**
 * A proposal as a snapshot holds it: what all have by its place, the rest by name. Names would be three fifths of the
 * bytes, and an object of each part is made only to be taken apart. People come by name; the decision comes once, where
 * the published one is the very same.
 */
export type ProposalCells = readonly [
  kind: 'proposal',
  itemId: string,
  revision: string,
  problem: ItemProblem | null,
  id: string,
  number: Proposal['number'],
  campaignId: string,
  receivedAt: Instant,
  proposer: Named<Proposer>,
  reviewer: Named<Actor> | null,
  status: Proposal['status'],
  coProposers: Proposal['coProposers'],
  opinions: Proposal['opinions'],
  decision: Decision | null,
  others: Others,
  toldStatus: Proposal['status'],
  toldSeq: number,
  toldAt: Instant,
  isToldAsDecided: boolean,
  toldOthers: Others,
  title: string,
  categoryId: string,
  isDigital: boolean,
  cost: ShortContent['cost'],
  scopeHint: ShortContent['scopeHint'],
  namePublication: boolean,
  contentOthers: Others,
  firstSeq: number,
  lastSeq: number,
  recordedAt: Instant,
  since: Instant,
  updatedAt: Instant,
  published: number,
  editedSeq: number,
  decidedAt: Instant | null,
  courseOthers: Others,
  trail: PlaceCells,
  texts: PlaceCells,
  hasEffect: boolean,
];

const cellsOf = (...names: readonly string[]): ReadonlySet<string> => new Set(names);
const ownCells = cellsOf(
  ...['id', 'number', 'campaignId', 'receivedAt', 'proposer', 'reviewer', 'status', 'coProposers'],
  ...['opinions', 'decision', 'published', 'content', 'trail'],
);
const toldCells = cellsOf('status', 'seq', 'at');
const toldAsDecidedCells = cellsOf(...toldCells, 'decision');
const contentCells = cellsOf(
  ...['title', 'categoryId', 'isDigital', 'cost', 'scopeHint', 'namePublication', ...longParts],
);
const courseCells = cellsOf(
  ...['firstSeq', 'lastSeq', 'recordedAt', 'since', 'updatedAt', 'published', 'editedSeq'],
  'decidedAt',
);

/** What has no cell of its own. Of the others nothing is looked at: looking may load a text. */
function othersOf(value: object, cells: ReadonlySet<string>): Others {
  const names = Object.keys(value).filter((name) => !cells.has(name));
  if (names.length === 0) return null;
  return Object.fromEntries(names.map((name) => [name, Reflect.get(value, name)]));
}

const placeCells = ({ file, at, length, sum }: TextPlace): PlaceCells => [file, at, length, sum];

/** A proposal that is held, as cells. */
export function proposalCells(
  proposal: Proposal,
  { itemId, revision }: { readonly itemId: string; readonly revision: string },
  parts: {
    readonly course: TrailCourse;
    readonly places: HeldPlaces;
    readonly problem: ItemProblem | undefined;
  },
  name: NameValue,
): ProposalCells {
  const { content, published, decision, reviewer } = proposal;
  const { course, places } = parts;
  const isToldAsDecided = decision !== undefined && published.decision === decision;
  return [
    'proposal',
    itemId,
    revision,
    parts.problem ?? null,
    proposal.id,
    proposal.number,
    proposal.campaignId,
    proposal.receivedAt,
    name(proposal.proposer),
    reviewer ? name(reviewer) : null,
    proposal.status,
    proposal.coProposers,
    proposal.opinions,
    decision ?? null,
    othersOf(proposal, ownCells),
    published.status,
    published.seq,
    published.at,
    isToldAsDecided,
    othersOf(published, isToldAsDecided ? toldAsDecidedCells : toldCells),
    content.title,
    content.categoryId,
    content.isDigital,
    content.cost,
    content.scopeHint,
    content.namePublication,
    othersOf(content, contentCells),
    course.firstSeq,
    course.lastSeq,
    course.recordedAt,
    course.since,
    course.updatedAt,
    course.published,
    course.editedSeq,
    course.decidedAt ?? null,
    othersOf(course, courseCells),
    placeCells(places.trail),
    placeCells(places.texts),
    places.hasEffect,
  ];
}

/** A proposal that was read from cells, to be held again. */
export interface ReadProposal {
  readonly state: ShortProposal;
  readonly course: TrailCourse;
  readonly places: HeldPlaces;
}

/** The same with what few have. Which type that makes is known where it was taken apart. */
const withOthers = <T extends object>(value: T, others: Others): T =>
  others === null ? value : Object.assign(value, others);

function courseIn(cells: ProposalCells): TrailCourse {
  const firstSeq = cells[27];
  const lastSeq = cells[28];
  const recordedAt = cells[29];
  const since = cells[30];
  const updatedAt = cells[31];
  const published = cells[32];
  const editedSeq = cells[33];
  const decidedAt = cells[34];
  // Written out twice: what is added to an object takes more memory than what it is made with.
  const course =
    decidedAt === null
      ? { firstSeq, lastSeq, recordedAt, since, updatedAt, published, editedSeq }
      : { firstSeq, lastSeq, recordedAt, since, updatedAt, published, editedSeq, decidedAt };
  return withOthers(course, cells[35]);
}

function contentIn(cells: ProposalCells): ShortContent {
  const content = {
    title: cells[20],
    categoryId: cells[21],
    isDigital: cells[22],
    cost: cells[23],
    scopeHint: cells[24],
    namePublication: cells[25],
  };
  return withOthers(content, cells[26]);
}

function publishedIn(cells: ProposalCells, decision: Decision | null): PublishedState {
  const told = { status: cells[15], seq: cells[16], at: cells[17] };
  const published = cells[18] && decision ? { ...told, decision } : told;
  return withOthers(published, cells[19]);
}

/** Reads the cells. `fileOf`: the number of a file of texts in this process; `find` is asked in the order of naming. */
export function proposalIn(
  cells: ProposalCells,
  fileOf: (file: number) => number,
  find: FindValue,
): ReadProposal {
  const proposer = find(cells[8]);
  const reviewer = cells[9] === null ? undefined : find(cells[9]);
  const decision = cells[13];
  const state = {
    id: cells[4],
    number: cells[5],
    campaignId: cells[6],
    receivedAt: cells[7],
    proposer,
    content: contentIn(cells),
    status: cells[10],
    coProposers: cells[11],
    opinions: cells[12],
    published: publishedIn(cells, decision),
    ...(reviewer && { reviewer }),
    ...(decision && { decision }),
  };
  const placeIn = ([file, at, length, sum]: PlaceCells): TextPlace => ({
    file: fileOf(file),
    at,
    length,
    sum,
  });
  return {
    state: withOthers(state, cells[14]),
    course: courseIn(cells),
    places: { trail: placeIn(cells[36]), texts: placeIn(cells[37]), hasEffect: cells[38] },
  };
}
