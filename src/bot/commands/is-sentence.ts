import { countGraphemes } from '../../domain/written-text.js';

const mostCharacters = 40;
const mostWords = 6;
const closed = /[。.!?]$|\n/;
/** How a wish, a request or a statement ends. */
const japaneseEnd =
  /(?:たい|欲しい|ほしい|べき|べきだ|ください|下さい|です|ます|ません|ました|しよう|である|できる|する|なる|ない|よい|良い|いい)$/;
/** What makes the verb before it the beginning of a statement: さがす のが大変. */
const japaneseStart = /^(?:の[がはをにも]|こと[がはをに]|とき|時に|ため)/;
const englishVerb =
  /\b(?:should|must|could|would|can|may|please|want|need|is|are|was|were|be|let|we|i|it|takes?|makes?)\b/;

/**
 * Whether words after さがす or search read as a sentence rather than as words to look for. In doubt they do: a sentence
 * is the beginning of a proposal, and a proposal is never taken for a command.
 */
export function isSentence(words: string): boolean {
  const text = words.normalize('NFKC').toLowerCase();
  return (
    countGraphemes(text) > mostCharacters ||
    text.split(/\s+/).length > mostWords ||
    [closed, japaneseEnd, japaneseStart, englishVerb].some((pattern) => pattern.test(text))
  );
}
