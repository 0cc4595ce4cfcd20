import type { PdfBudget } from './pdf-budget.js';
import { PdfFault, type PdfValue, plainName } from './pdf-value.js';

/** Reads values from a place in a text on. */
export interface ValueReader {
  /** The next value. Throws `PdfFault` where there is none. */
  read(): PdfValue;
  /** Whether a word comes next; passes it if so. */
  takes(word: RegExp): RegExpExecArray | undefined;
  /** Where it stands. */
  at(): number;
}

/** Deeper than any document, and far from the end of the stack. */
const deepest = 100;

const reference = /(\d{1,10})[\0\t\n\f\r ]+\d{1,5}[\0\t\n\f\r ]+R(?![^\0\t\n\f\r ()<>[\]{}/%])/y;
/** Anything else would be a word of the structure, which must not come to stand in what is written. */
const numberOrWord = /(?:[+\-.\d]+|true|false|null)(?![^\0\t\n\f\r ()<>[\]{}/%])/y;
const name = /\/[^\0\t\n\f\r ()<>[\]{}/%]*/y;
const hexadecimal = /<[0-9a-fA-F\0\t\n\f\r ]*>/y;

const isBlank = (sign: string | undefined): boolean =>
  sign !== undefined && '\0\t\n\f\r '.includes(sign);

function endOfLine(text: string, start: number): number {
  let at = start;
  while (at < text.length && text[at] !== '\r' && text[at] !== '\n') at += 1;
  return at;
}

/** The place behind blanks and comments. */
function endOfBlanks(text: string, start: number): number {
  let at = start;
  for (;;) {
    if (isBlank(text[at])) at += 1;
    else if (text[at] === '%') at = endOfLine(text, at);
    else return at;
  }
}

/** The place behind a string in brackets, which may hold pairs of brackets. */
function endOfString(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '\\') at += 1;
    else if (sign === '(') depth += 1;
    else if (sign === ')') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  throw new PdfFault('unreadable');
}

/** Opens a reader of the values of a PDF; each value read is taken off the budget. */
export function readValues(text: string, start: number, budget: PdfBudget): ValueReader {
  let at = start;
  let depth = 0;

  function takes(word: RegExp): RegExpExecArray | undefined {
    word.lastIndex = at;
    const found = word.exec(text);
    if (!found) return undefined;
    at += found[0].length;
    return found;
  }

  /** Whether what is being read ends here; passes the end if so. */
  function closes(end: string): boolean {
    at = endOfBlanks(text, at);
    if (!text.startsWith(end, at)) return false;
    at += end.length;
    return true;
  }

  function readArray(): PdfValue {
    const items: PdfValue[] = [];
    for (at += 1; !closes(']'); ) items.push(readNested());
    return { kind: 'array', items };
  }

  function readDictionary(): PdfValue {
    const entries = new Map<string, PdfValue>();
    for (at += 2; !closes('>>'); ) {
      const key = plainName(takes(name)?.[0] ?? '');
      // Of a key twice, readers of PDFs differ on which one counts.
      if (key === '' || entries.has(key)) throw new PdfFault('unreadable');
      entries.set(key, readNested());
    }
    return { kind: 'dictionary', entries };
  }

  function readAtom(): PdfValue {
    const from = at;
    if (text[at] === '(') at = endOfString(text, at);
    else if (!(takes(name) ?? takes(hexadecimal) ?? takes(numberOrWord))) {
      throw new PdfFault('unreadable');
    }
    return { kind: 'atom', text: text.slice(from, at) };
  }

  function readNested(): PdfValue {
    depth += 1;
    if (depth > deepest) throw new PdfFault('unreadable');
    const value = read();
    depth -= 1;
    return value;
  }

  function read(): PdfValue {
    budget.take('values', 1);
    at = endOfBlanks(text, at);
    const referred = takes(reference);
    if (referred) return { kind: 'reference', to: Number(referred[1]) };
    if (text.startsWith('<<', at)) return readDictionary();
    return text[at] === '[' ? readArray() : readAtom();
  }

  return {
    read,
    takes(word) {
      at = endOfBlanks(text, at);
      return takes(word);
    },
    at: () => at,
  };
}
