import { deflateSync } from 'node:zlib';
import { examineFile } from '../../src/attachments/examine-file.js';
import { cleanPdf } from '../../src/attachments/pdf/clean-pdf.js';
import { pdfOf, pdfStream, type WrittenObject, withTable } from '../support/pdf-of.js';
import { packedPdf } from '../support/sample-files.js';

const codeOf = (bytes: Uint8Array): string => {
  const examined = examineFile(bytes, 'pdf');
  return examined.ok ? 'taken' : examined.refusal.code;
};

const pages = ['<</Type/Catalog/Pages 2 0 R/X 3 0 R>>', '<</Type/Pages/Kids[]/Count 0>>'];
const pdfWith = (...objects: readonly WrittenObject[]): Buffer => pdfOf([...pages, ...objects]);

/** A PDF whose objects 1 and 2 lie in a pack (3), with a table (4) that may say otherwise. */
function packed(
  index: string,
  values: string,
  more: Readonly<Record<string, string>> = {},
): Buffer {
  const { count = '2', places = '0 1', parameters = '' } = more;
  const pack = pdfStream(`/Type/ObjStm/N ${count}/First ${index.length}`, index + values);
  let bytes = Buffer.from('%PDF-1.7\n');
  const packAt = bytes.length;
  bytes = Buffer.concat([bytes, Buffer.from('3 0 obj\n'), pack, Buffer.from('\nendobj\n')]);
  const [one = 0, two = 1] = places.split(' ').map(Number);
  const rows = [
    [0, 0, 0],
    [2, 3, one],
    [2, 3, two],
    [1, packAt, 0],
    [1, bytes.length, 0],
  ];
  const table = pdfStream(
    `/Type/XRef/Size 5/W[1 2 1]/Root 1 0 R${parameters}`,
    Buffer.from(
      rows.flatMap(([type = 0, where = 0, place = 0]) => [type, where >> 8, where & 255, place]),
    ),
  );
  const end = Buffer.from(`\nendobj\nstartxref\n${bytes.length}\n%%EOF\n`);
  return Buffer.concat([bytes, Buffer.from('4 0 obj\n'), table, end]);
}

const catalog = '<</Type/Catalog/Pages 2 0 R>> ';
const tree = '<</Type/Pages/Kids[]/Count 0>>';
const second = catalog.length;

test('objects of a pack are read where they lie one behind the other', () => {
  expect(codeOf(packed(`1 0 2 ${second} `, catalog + tree))).toBe('taken');
  expect(codeOf(packedPdf())).toBe('taken');
});

test.each<[string, Buffer]>([
  ['in falling order', packed(`2 ${second} 1 0 `, catalog + tree, { places: '1 0' })],
  ['at the same place', packed('1 0 2 0 ', catalog + tree)],
  ['behind the end', packed('1 0 2 9999 ', catalog + tree)],
  [
    'one in the other',
    packed('1 0 2 17 ', '<</Type/Catalog/A<</Type/Pages/Kids[]/Count 0>>/Pages 2 0 R>>'),
  ],
  ['at no number', packed('1 0 2 x ', catalog + tree)],
  ['at a number with an exponent', packed('1 0 2 3e1 ', catalog + tree)],
  [
    'of which there are fewer than it says',
    packed(`1 0 2 ${second} `, catalog + tree, { count: '3' }),
  ],
  [
    'of which there are more than it says',
    packed(`1 0 2 ${second} `, catalog + tree, { count: '1' }),
  ],
  [
    'at another place than the table says',
    packed(`1 0 2 ${second} `, catalog + tree, { places: '1 0' }),
  ],
  ['whose index is longer than any', packed(`${' '.repeat(900)}1 0 2 ${second} `, catalog + tree)],
  ['in untold number', packed(`1 0 2 ${second} `, catalog + tree, { count: '999999999999' })],
])('objects of a pack %s are refused', (_said, bytes) => {
  expect(codeOf(bytes)).toBe('attachment-unreadable');
});

test.each([
  '/DecodeParms<</Predictor[12]/Columns 4>>/Filter/FlateDecode',
  '/DecodeParms<</Predictor 12/Columns[4]>>/Filter/FlateDecode',
  '/DecodeParms<</Predictor 12/Columns 4/Colors 2>>/Filter/FlateDecode',
  '/DecodeParms[[<</Predictor 12>>]]/Filter/FlateDecode',
  '/DecodeParms 9 0 R',
  '/Prev 1 0 R',
  '/Index[0]',
  '/Index[0 999999999]',
])('a table with %s is refused', (parameters) => {
  const bytes = packed(`1 0 2 ${second} `, catalog + tree, { parameters });
  expect(codeOf(bytes)).toBe('attachment-unreadable');
});

test('objects of which one lies in the other are refused', () => {
  const bytes = pdfWith('<</A(4 0 obj 1 endobj)>>', '2');
  const inside = bytes.indexOf('4 0 obj 1');
  const start = bytes.indexOf('xref\n');
  const offsets = [1, 2, 3].map((number) => bytes.indexOf(`${number} 0 obj`));
  const body = Buffer.from(
    bytes
      .subarray(0, start)
      .toString('latin1')
      .replace('/X 3', '/X 4')
      .replace('/Pages 2', '/Y 3 0 R/Pages 2'),
    'latin1',
  );
  const shift = body.length - start;
  const moved = offsets.map((offset, index) => (index === 0 ? offset : offset + shift));
  expect(codeOf(withTable(body, [...moved, inside + shift]))).toBe('attachment-unreadable');
});

const dots = (count: number): string => `[${'0 '.repeat(count)}]`;

test('a file of more values than one examination holds is refused by counting them', () => {
  expect(codeOf(pdfWith(dots(200_000)))).toBe('taken');
  expect(codeOf(pdfWith(dots(1_100_000)))).toBe('attachment-unreadable');
});

test('comments and blanks of megabytes are passed over', () => {
  expect(codeOf(pdfWith(`${'%x\n'.repeat(500_000)}${' '.repeat(1_000_000)}[1]`))).toBe('taken');
});

test('what would be written longer than a file may be kept ends at that length', () => {
  const bytes = pdfWith(
    '[4 0 R 5 0 R]',
    pdfStream('', Buffer.alloc(60_000)),
    pdfStream('', Buffer.alloc(60_000)),
  );
  expect(cleanPdf(bytes, 200_000).kind).toBe('clean');
  expect(cleanPdf(bytes, 100_000)).toStrictEqual({ kind: 'refused', problem: 'too-large' });
});

test('pictures that unpack to too much are refused', () => {
  const bomb = deflateSync(
    Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(60 * 1024 * 1024)]),
  );
  const picture = pdfStream('/Filter[/FlateDecode/DCTDecode]', bomb);
  expect(codeOf(pdfWith(picture))).toBe('attachment-unreadable');
});

test('a stream that begins as only some readers accept is refused', () => {
  const bytes = pdfWith(pdfStream('', 'x'));
  const odd = Buffer.from(bytes.toString('latin1').replace('stream\nx', 'stream\rx'), 'latin1');
  expect(codeOf(bytes)).toBe('taken');
  expect(codeOf(odd)).toBe('attachment-unreadable');
});

test('arrays and strings as deep as may be are read, deeper ones refused', () => {
  const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;
  expect(codeOf(pdfWith(nested(90)))).toBe('taken');
  expect(codeOf(pdfWith(nested(110)))).toBe('attachment-unreadable');
  expect(codeOf(pdfWith(`(${'('.repeat(100_000)}${')'.repeat(100_000)})`))).toBe('taken');
});
