import type { Measure } from '../domain/measures/measure.js';
import { measureTextId } from '../domain/measures/measure-text.js';
import { versionInForce } from '../domain/measures/published-measure.js';
import type { Proposal } from '../domain/proposal.js';
import { type ProposalWords, parts } from '../domain/similarity/proposal-words.js';
import {
  createSimilarityIndex,
  type SimilarityIndex,
} from '../domain/similarity/similarity-index.js';
import type { ThesaurusEntry } from '../domain/similarity/thesaurus.js';
import type { ShelfWatcher } from './shelf.js';

/** An index, with the texts that it has still to read. */
interface Reading {
  readonly entries: readonly ThesaurusEntry[];
  readonly index: SimilarityIndex;
  readonly unread: Map<string, ProposalWords>;
}

function createReading(
  entries: readonly ThesaurusEntry[],
  texts: ReadonlyMap<string, ProposalWords>,
): Reading {
  return { entries, index: createSimilarityIndex(entries), unread: new Map(texts) };
}

function readSome({ index, unread }: Reading, most: number): void {
  let left = most;
  for (const [id, words] of unread) {
    if (left <= 0) return;
    index.put(id, words);
    unread.delete(id);
    left -= 1;
  }
}

function saysTheSame(one: ProposalWords | undefined, other: ProposalWords): boolean {
  return one !== undefined && parts.every((part) => one[part] === other[part]);
}

function measureWords(measure: Measure): ProposalWords | undefined {
  const content = versionInForce(measure)?.state.content;
  if (!content) return undefined;
  return { title: content.title, ...(content.content && { proposedContent: content.content }) };
}

/**
 * The texts of all proposals, and of published measures and rules, compared by what they wish. Reading a text takes
 * about a millisecond, so nothing is read when it comes: `read` does so in slices, and whoever asks gets what has been
 * read so far. After a change of the thesaurus all texts are read once more; meanwhile the former index answers.
 */
export function openSimilarTexts(thesaurus: () => readonly ThesaurusEntry[]) {
  const texts = new Map<string, ProposalWords>();
  let version = 0;
  let present = createReading(thesaurus(), texts);
  let next: Reading | undefined;

  /** Both, so that what changes during a new reading is in it, too. */
  const readings = (): readonly Reading[] => (next ? [present, next] : [present]);

  function put(id: string, words: ProposalWords): void {
    if (saysTheSame(texts.get(id), words)) return;
    texts.set(id, words);
    version += 1;
    for (const { unread } of readings()) unread.set(id, words);
  }

  function remove(id: string): void {
    if (!texts.delete(id)) return;
    version += 1;
    for (const { unread, index } of readings()) {
      unread.delete(id);
      index.remove(id);
    }
  }

  /** The reading that is to be carried on. A thesaurus that changed begins a new one. */
  function current(): Reading {
    const entries = thesaurus();
    if (present.entries === entries) next = undefined;
    else if (present.index.size() === 0) present = createReading(entries, texts);
    else if (next?.entries !== entries) next = createReading(entries, texts);
    return next ?? present;
  }

  const proposals: ShelfWatcher<Proposal> = {
    put: ({ value: { id, content } }) => put(id, content),
    removed: ({ value: { id } }) => remove(id),
  };
  const measures: ShelfWatcher<Measure> = {
    put({ value }) {
      const words = measureWords(value);
      if (words) put(measureTextId(value.id), words);
      else remove(measureTextId(value.id));
    },
    removed: ({ value }) => remove(measureTextId(value.id)),
  };

  return {
    watchers: { proposals, measures },
    book: {
      /** The index as far as it is read. */
      index: (): SimilarityIndex => present.index,
      /** Reads at most so many texts; answers how many are still to be read. */
      read(most: number): number {
        const reading = current();
        readSome(reading, most);
        if (reading === next && next.unread.size === 0) {
          present = next;
          next = undefined;
          version += 1;
        }
        return reading.unread.size;
      },
      /** Grows with every text that comes, changes or goes, and with the thesaurus. */
      version: (): number => version,
    },
  };
}
