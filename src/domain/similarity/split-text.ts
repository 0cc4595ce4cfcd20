import { type Part, type ProposalWords, parts } from './proposal-words.js';
import { type Piece, splitWords } from './split-words.js';

/** A part of a proposal with its pieces. */
export interface SplitText {
  readonly text: string;
  readonly pieces: readonly Piece[];
}

/** Cuts the parts that are written; each is cut once, which is most of the work of reading it. */
export function splitText(words: ProposalWords): ReadonlyMap<Part, SplitText> {
  const written = parts.flatMap((part): readonly (readonly [Part, SplitText])[] => {
    const text = words[part] ?? '';
    return text === '' ? [] : [[part, { text, pieces: splitWords(text) }]];
  });
  return new Map(written);
}
