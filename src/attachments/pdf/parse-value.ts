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

const blanks = /(?:[\0\t\n\f\r ]+|%[^\r\n]*)*/y;
const reference = /(\d{1,10})[\0\t\n\f\r ]+\d{1,5}[\0\t\n\f\r ]+R(?![^\0\t\n\f\r ()<>[\]{}/%])/y;
const plain = /[^\0\t\n\f\r ()<>[\]{}/%]+/y;
const name = /\/[^\0\t\n\f\r ()<>[\]{}/%]*/y;
const hexadecimal = /<[0-9a-fA-F\0\t\n\f\r ]*>/y;

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

/** Opens a reader of the values of a PDF. */
export function readValues(text: string, start: number): ValueReader {
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
    takes(blanks);
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
    else if (!(takes(name) ?? takes(hexadecimal) ?? takes(plain))) throw new PdfFault('unreadable');
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
    takes(blanks);
    const referred = takes(reference);
    if (referred) return { kind: 'reference', to: Number(referred[1]) };
    if (text.startsWith('<<', at)) return readDictionary();
    return text[at] === '[' ? readArray() : readAtom();
  }

  return {
    read,
    takes(word) {
      takes(blanks);
      return takes(word);
    },
    at: () => at,
  };
}
