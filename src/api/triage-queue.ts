import type { Publication, TriageAnswer, TriageRow } from '../contract/triage-answers.js';
import { heldBecause } from '../domain/held-publication.js';
import type { PersonId } from '../domain/person.js';
import type { Proposal } from '../domain/proposal.js';
import { canPublish } from '../domain/publication.js';
import { type PublicationHold, type ToldHold, toldHold } from '../domain/publication-hold.js';
import { publishedSeqOf } from '../domain/read-course.js';
import { lastSeqOf } from '../domain/trail-entry.js';
import type { Stored } from '../usecases/ports.js';
import { kept } from './kept.js';
import { keptJson } from './kept-json.js';

/** Why a publication was held, as the secretariat reads it. */
export function heldPart(hold: PublicationHold | undefined): { readonly held?: ToldHold } {
  return hold ? { held: toldHold(hold) } : {};
}

function publicationOf(proposal: Proposal): Publication {
  const { publicationDue, published } = proposal;
  if (publicationDue) return { state: 'pending', due: publicationDue.due };
  if (canPublish(proposal)) return { state: 'unpublished', ...heldPart(heldBecause(proposal)) };
  return published.decision ? { state: 'published', at: published.at } : { state: 'nothing' };
}

/** A row of the queue as the secretariat works on it. */
export function triageRow(proposal: Proposal): TriageRow {
  const { number, content, status, receivedAt, reviewer, decision } = proposal;
  return {
    number,
    title: content.title,
    status,
    categoryId: content.categoryId,
    isDigital: content.isDigital,
    costNeeded: content.cost.needed,
    receivedAt,
    ...(reviewer ? { reviewerName: reviewer.name } : {}),
    ...(decision ? { track: decision.track } : {}),
    publication: publicationOf(proposal),
    seq: lastSeqOf(proposal),
  };
}

/**
 * The row of a proposal for whoever proposed it: what is published and nothing else. The length of the working trail
 * would tell of what is not published, so that the lines of the published one are counted.
 */
function ownRow(proposal: Proposal): TriageRow {
  const { number, content, receivedAt, published } = proposal;
  return {
    number,
    title: content.title,
    status: published.status,
    categoryId: content.categoryId,
    isDigital: content.isDigital,
    costNeeded: content.cost.needed,
    receivedAt,
    publication: published.decision
      ? { state: 'published', at: published.at }
      : { state: 'nothing' },
    seq: publishedSeqOf(proposal),
  };
}

type CountName = Exclude<keyof TriageAnswer['counts'], 'all'>;

function countNames({ status, publication: { state } }: TriageRow): readonly CountName[] {
  const names: CountName[] = [];
  if (status === 'received') names.push('received');
  if (status === 'reviewing') names.push('reviewing');
  if (state === 'unpublished' || state === 'pending') names.push('decidedUnpublished');
  if (state === 'published') names.push('published');
  return names;
}

function countsOf(rows: readonly TriageRow[]): TriageAnswer['counts'] {
  const counts = {
    all: rows.length,
    received: 0,
    reviewing: 0,
    decidedUnpublished: 0,
    published: 0,
  };
  for (const row of rows) {
    for (const name of countNames(row)) counts[name] += 1;
  }
  return counts;
}

const workingRow = kept(triageRow);
const rowJson = keptJson((row: TriageRow) => row);

function queueStart(rows: readonly TriageRow[]): string {
  return `{"rows":[${rows.map(rowJson).join(',')}],"counts":${JSON.stringify(countsOf(rows))}`;
}

/** What stands at the end of the queue, and changes without it. */
type QueueEnd = Pick<TriageAnswer, 'toCheck' | 'asOf' | 'quietUntil'>;
type WriteEnd = (said: QueueEnd) => Buffer;

/** Bytes are written anew only when the time of catching up moves on, quiet time comes or goes, or an item is found to be checked. */
function writerOf(start: string): WriteEnd {
  let last: { readonly end: string; readonly bytes: Buffer } | undefined;
  return (said) => {
    const end = `,${JSON.stringify(said).slice(1)}`;
    if (last?.end !== end) last = { end, bytes: Buffer.from(start + end) };
    return last.bytes;
  };
}

/** The queue for whoever proposed nothing, the same for all of them. */
const sharedWriter = kept((stored: readonly Stored<Proposal>[]) =>
  writerOf(queueStart(stored.map(({ value }) => workingRow(value)))),
);

type AllStored = readonly Stored<Proposal>[];

/** The queue of one person: rows of own ideas, merged ones included, say what is published. */
function writerFor(stored: AllStored, isOwnIdea: (proposal: Proposal) => boolean): WriteEnd {
  const isOwn = ({ value }: Stored<Proposal>): boolean => isOwnIdea(value);
  if (!stored.some(isOwn)) return sharedWriter(stored);
  const rows = stored.map((each) => (isOwn(each) ? ownRow(each.value) : workingRow(each.value)));
  return writerOf(queueStart(rows));
}

/** Whose idea a proposal is follows from the proposals alone, so that a person's queue stands as long as they do. */
const writersByPerson = kept((_stored: AllStored) => new Map<PersonId, WriteEnd>());

/** The queue as one person of the secretariat may read it. */
export function queueBytes(
  stored: AllStored,
  person: { readonly id: PersonId; readonly isOwnIdea: (proposal: Proposal) => boolean },
  said: QueueEnd,
): Buffer {
  const writers = writersByPerson(stored);
  const write = writers.get(person.id) ?? writerFor(stored, person.isOwnIdea);
  writers.set(person.id, write);
  return write(said);
}
