import type { Measure } from '../domain/measures/measure.js';
import { measureTextId } from '../domain/measures/measure-text.js';
import { versionInForce } from '../domain/measures/published-measure.js';
import type { Proposal } from '../domain/proposal.js';
import type { OpenPool } from '../domain/similarity/number-pool.js';
import { type ProposalWords, sameWords } from '../domain/similarity/proposal-words.js';
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
  openPool: OpenPool | undefined,
  onLost: () => void,
): Reading {
  const unread = new Map(texts);
  const index = createSimilarityIndex(entries, openPool, (id) => {
    const words = texts.get(id);
    if (!words) return;
    unread.set(id, words);
    onLost();
  });
  return { entries, index, unread };
}

function readSome({ index, unread }: Reading, most: number): void {
  let left = most;
  for (const [id, words] of unread) {
    if (left <= 0) return;
    // What cannot be read now comes last, so that it holds up nothing else.
    unread.delete(id);
    unread.set(id, words);
    index.put(id, words);
    unread.delete(id);
    left -= 1;
  }
}

function measureWords(measure: Measure): ProposalWords | undefined {
  const content = versionInForce(measure)?.state.content;
  if (!content) return undefined;
  return { title: content.title, ...(content.content && { proposedContent: content.content }) };
}

interface Texts {
  put(id: string, words: ProposalWords): void;
  remove(id: string): void;
  known(id: string): ProposalWords | undefined;
}

/** Tells of texts that came, changed or went. */
function watchersOf(
  { put, remove, known }: Texts,
  saysTheSame: (one: ProposalWords, other: ProposalWords) => boolean,
): { proposals: ShelfWatcher<Proposal>; measures: ShelfWatcher<Measure> } {
  function putChanged(id: string, words: ProposalWords, isSame: typeof saysTheSame): void {
    const before = known(id);
    if (!before || !isSame(before, words)) put(id, words);
  }
  return {
    proposals: {
      put: ({ value: { id, content } }) => putChanged(id, content, saysTheSame),
      removed: ({ value: { id } }) => remove(id),
    },
    measures: {
      put({ value }) {
        const words = measureWords(value);
        if (words) putChanged(measureTextId(value.id), words, sameWords);
        else remove(measureTextId(value.id));
      },
      removed: ({ value }) => remove(measureTextId(value.id)),
    },
  };
}

/**
 * The texts of all proposals, and of published measures and rules, compared by what they wish. Reading a text takes
 * about a millisecond, so nothing is read when it comes: `read` does so in slices, and whoever asks gets what has been
 * read so far. After a change of the thesaurus all texts are read once more; meanwhile the former index answers.
 */
export function openSimilarTexts(
  thesaurus: () => readonly ThesaurusEntry[],
  saysTheSame: (one: ProposalWords, other: ProposalWords) => boolean,
  openPool?: OpenPool,
) {
  const texts = new Map<string, ProposalWords>();
  let version = 0;
  const begin = (entries: readonly ThesaurusEntry[]): Reading =>
    createReading(entries, texts, openPool, () => {
      version += 1;
    });
  let present = begin(thesaurus());
  let next: Reading | undefined;

  /** Both, so that what changes during a new reading is in it, too. */
  const readings = (): readonly Reading[] => (next ? [present, next] : [present]);

  function put(id: string, words: ProposalWords): void {
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
    const isNextStale = next !== undefined && next.entries !== entries;
    if (isNextStale || present.entries === entries) {
      next?.index.end();
      next = undefined;
    }
    if (present.entries === entries) return present;
    if (present.index.size() === 0) {
      present.index.end();
      present = begin(entries);
      return present;
    }
    next ??= begin(entries);
    return next;
  }

  return {
    watchers: watchersOf({ put, remove, known: (id) => texts.get(id) }, saysTheSame),
    book: {
      /** The index as far as it is read. */
      index: (): SimilarityIndex => present.index,
      /** Reads at most so many texts; answers how many are still to be read. */
      read(most: number): number {
        const reading = current();
        readSome(reading, most);
        if (reading === next && next.unread.size === 0) {
          present.index.end();
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
