import { leadsToFile, removedAddress } from '../address.js';
import { cleanEntries } from './clean-entries.js';
import { cleanStream } from './clean-stream.js';
import { type OpenPdf, openPdf } from './open-pdf.js';
import {
  dictionaryOf,
  PdfFault,
  type PdfObject,
  type PdfProblem,
  type PdfValue,
  textOf,
  writtenName,
} from './pdf-value.js';

/** What a PDF came to. */
export type CleanPdf =
  | { readonly kind: 'clean'; readonly bytes: Uint8Array }
  | { readonly kind: 'refused'; readonly problem: PdfProblem };

/** What writing needs: the PDF that is read, and the new numbers of its objects. */
interface Writing {
  readonly pdf: OpenPdf;
  readonly numberFor: (old: number) => number;
}

/** So many signs show how an address begins, also with each of its letters written as a code. */
const beginning = 400;

/** A value by itself. A text that begins as a file on somebody's computer does names its folders. */
function writtenAtom(value: PdfValue & { readonly kind: 'atom' }): string {
  const begins = textOf(value, beginning);
  const isFile = begins !== undefined && /^\s*file:/i.test(begins) && leadsToFile(begins);
  return isFile ? `(${removedAddress})` : value.text;
}

function written(value: PdfValue, writing: Writing): string {
  const { pdf, numberFor } = writing;
  switch (value.kind) {
    case 'atom':
      return writtenAtom(value);
    case 'reference':
      return pdf.has(value.to) ? `${numberFor(value.to)} 0 R` : 'null';
    case 'array':
      return `[${value.items.map((item) => written(item, writing)).join(' ')}]`;
    case 'dictionary': {
      const entries = cleanEntries(value, pdf.resolve).map(
        ([key, each]) => `${writtenName(key)} ${written(each, writing)}`,
      );
      return `<<${entries.join('\n')}>>`;
    }
  }
}

function writtenObject(object: PdfObject, writing: Writing): Buffer {
  if (!object.stream) return Buffer.from(written(object.value, writing), 'latin1');
  const { bytes, dictionary } = cleanStream(dictionaryOf(object), object.stream, writing.pdf);
  const entries = new Map(dictionary.entries);
  entries.set('Length', { kind: 'atom', text: String(bytes.length) });
  const head = written({ kind: 'dictionary', entries }, writing);
  return Buffer.concat([
    Buffer.from(`${head}\nstream\n`, 'latin1'),
    bytes,
    Buffer.from('\nendstream', 'latin1'),
  ]);
}

/** Marks the file as one of bytes, as programs that send text expect. */
const heading = '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n';

const tableRow = (offset: number): string => `${String(offset).padStart(10, '0')} 00000 n \n`;
const rowLength = tableRow(0).length;

/** Numbers objects anew, in the order in which they are first referred to. */
function createNumbering() {
  const numbers = new Map<number, number>();
  const order: number[] = [];
  function numberFor(old: number): number {
    const known = numbers.get(old);
    if (known !== undefined) return known;
    order.push(old);
    numbers.set(old, order.length);
    return order.length;
  }
  return { order, numberFor };
}

const absent: PdfObject = { value: { kind: 'atom', text: 'null' } };

/** A numbered object as it is written. */
function numbered(number: number, object: PdfObject, writing: Writing): Buffer {
  const body = writtenObject(object, writing);
  return Buffer.concat([Buffer.from(`${number} 0 obj\n`), body, Buffer.from('\nendobj\n')]);
}

/** Writes what can be reached from the catalog, and nothing else: no earlier states, no table of authors. */
function rewrite(bytes: Uint8Array, most: number): Uint8Array {
  const pdf = openPdf(bytes);
  const { order, numberFor } = createNumbering();
  const parts: Buffer[] = [Buffer.from(heading, 'latin1')];
  const offsets: number[] = [];
  let length = heading.length;
  numberFor(pdf.root);
  // Writing an object puts those it refers to behind it in `order`.
  for (const [index, old] of order.entries()) {
    offsets.push(length);
    const part = numbered(index + 1, pdf.object(old) ?? absent, { pdf, numberFor });
    parts.push(part);
    length += part.length;
    if (length + order.length * rowLength > most) throw new PdfFault('too-large');
  }
  pdf.checkApart();
  const size = order.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${offsets.map(tableRow).join('')}`;
  const trailer = `trailer\n<</Size ${size}/Root 1 0 R>>\nstartxref\n${length}\n%%EOF\n`;
  return Buffer.concat([...parts, Buffer.from(`${table}${trailer}`)]);
}

/**
 * A PDF of at most `most` bytes without what names its author: only what its pages need is written anew, so that
 * properties, XMP, earlier states, program data and the names of commenters are left behind. Protected, signed and
 * running ones are refused.
 */
export function cleanPdf(bytes: Uint8Array, most: number): CleanPdf {
  try {
    return { kind: 'clean', bytes: rewrite(bytes, most) };
  } catch (fault) {
    if (fault instanceof PdfFault) return { kind: 'refused', problem: fault.problem };
    throw fault;
  }
}
