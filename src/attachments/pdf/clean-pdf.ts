import { cleanJpeg } from '../pictures/clean-jpeg.js';
import { cleanEntries } from './clean-entries.js';
import { openPdf } from './open-pdf.js';
import {
  dictionaryOf,
  nameOf,
  PdfFault,
  type PdfObject,
  type PdfProblem,
  type PdfValue,
  writtenName,
} from './pdf-value.js';

/** What a PDF came to. */
export type CleanPdf =
  | { readonly kind: 'clean'; readonly bytes: Uint8Array }
  | { readonly kind: 'refused'; readonly problem: PdfProblem };

type NumberFor = (old: number) => number;

function written(value: PdfValue, numberFor: NumberFor): string {
  switch (value.kind) {
    case 'atom':
      // A link to a file on somebody's computer names its folders.
      return /^\(file:/i.test(value.text) ? '(file:///removed)' : value.text;
    case 'reference':
      return `${numberFor(value.to)} 0 R`;
    case 'array':
      return `[${value.items.map((item) => written(item, numberFor)).join(' ')}]`;
    case 'dictionary': {
      const entries = cleanEntries(value).map(
        ([key, each]) => `${writtenName(key)} ${written(each, numberFor)}`,
      );
      return `<<${entries.join('\n')}>>`;
    }
  }
}

/** The bytes of a stream without what a camera or a program wrote into them. */
function cleanStream({ value, stream }: PdfObject): Uint8Array | undefined {
  if (!stream || value.kind !== 'dictionary') return undefined;
  const { entries } = value;
  const type = nameOf(entries.get('Type'));
  if (type === 'EmbeddedFile' || type === 'Metadata') throw new PdfFault('unclean');
  const filter = entries.get('Filter');
  const [only, ...others] = filter?.kind === 'array' ? filter.items : [filter];
  if (nameOf(only) !== 'DCTDecode' || others.length > 0) return stream;
  const picture = cleanJpeg(stream, 'as-it-lies');
  if (!picture) throw new PdfFault('unclean');
  return picture;
}

function writtenObject(object: PdfObject, numberFor: NumberFor): Buffer {
  const stream = cleanStream(object);
  if (!stream) return Buffer.from(written(object.value, numberFor), 'latin1');
  const entries = new Map(dictionaryOf(object).entries);
  entries.set('Length', { kind: 'atom', text: String(stream.length) });
  const head = written({ kind: 'dictionary', entries }, numberFor);
  return Buffer.concat([
    Buffer.from(`${head}\nstream\n`, 'latin1'),
    stream,
    Buffer.from('\nendstream', 'latin1'),
  ]);
}

/** Marks the file as one of bytes, as programs that send text expect. */
const heading = '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n';

const tableRow = (offset: number): string => `${String(offset).padStart(10, '0')} 00000 n \n`;

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

/** A numbered object as it is written; what a PDF refers to and does not have stands for null. */
function numbered(number: number, object: PdfObject | undefined, numberFor: NumberFor): Buffer {
  const body = writtenObject(object ?? { value: { kind: 'atom', text: 'null' } }, numberFor);
  return Buffer.concat([Buffer.from(`${number} 0 obj\n`), body, Buffer.from('\nendobj\n')]);
}

/** Writes what can be reached from the catalog, and nothing else: no earlier states, no table of authors. */
function rewrite(bytes: Uint8Array): Uint8Array {
  const { root, object } = openPdf(bytes);
  const { order, numberFor } = createNumbering();
  const parts: Buffer[] = [Buffer.from(heading, 'latin1')];
  const offsets: number[] = [];
  let length = parts[0]?.length ?? 0;
  numberFor(root);
  // Writing an object puts those it refers to behind it in `order`.
  for (const [index, old] of order.entries()) {
    offsets.push(length);
    const part = numbered(index + 1, object(old), numberFor);
    parts.push(part);
    length += part.length;
  }
  const size = order.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${offsets.map(tableRow).join('')}`;
  const trailer = `trailer\n<</Size ${size}/Root 1 0 R>>\nstartxref\n${length}\n%%EOF\n`;
  return Buffer.concat([...parts, Buffer.from(`${table}${trailer}`)]);
}

/**
 * A PDF without what names its author: only what its pages need is written anew, so that properties, XMP, earlier
 * states, program data and the names of commenters are left behind. Protected, signed and running ones are refused.
 */
export function cleanPdf(bytes: Uint8Array): CleanPdf {
  try {
    return { kind: 'clean', bytes: rewrite(bytes) };
  } catch (fault) {
    if (fault instanceof PdfFault) return { kind: 'refused', problem: fault.problem };
    throw fault;
  }
}
