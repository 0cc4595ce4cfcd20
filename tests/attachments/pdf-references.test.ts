import { deflateSync } from 'node:zlib';
import { examineFile } from '../../src/attachments/examine-file.js';
import { pdfOf, pdfStream, type WrittenObject } from '../support/pdf-of.js';
import { authorName, sampleJpeg } from '../support/sample-files.js';

/** A page with more in its dictionary, and objects from number 4 on. */
const pageWith = (page: string, ...objects: readonly WrittenObject[]): Buffer =>
  pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]${page}>>`,
    ...objects,
  ]);

const codeOf = (bytes: Uint8Array): string => {
  const examined = examineFile(bytes, 'pdf');
  return examined.ok ? 'taken' : examined.refusal.code;
};

/** A PDF as it is kept; kept once more, it is the same. */
function kept(bytes: Uint8Array): string {
  const examined = examineFile(bytes, 'pdf');
  if (!examined.ok) throw new Error(examined.refusal.code);
  const again = examineFile(examined.value.bytes, 'pdf');
  expect(again).toMatchObject({ ok: true, value: { digest: examined.value.digest } });
  return Buffer.from(examined.value.bytes).toString('latin1');
}

test.each([
  ['what an action does', '/AA<</O<</S 4 0 R/X(y)>>>>', '/JavaScript', 'attachment-macros'],
  ['that it starts a program', '/AA<</O<</S 4 0 R>>>>', '/L#61unch', 'attachment-macros'],
  [
    'that something plays',
    '/Annots[<</Rect[0 0 1 1]/Subtype 4 0 R>>]',
    '/Movie',
    'attachment-macros',
  ],
  ['what is signed', '/X<</Type 4 0 R>>', '/Sig', 'attachment-names-author'],
])('%s is seen also where it is told by a reference', (_said, page, told, code) => {
  expect(codeOf(pageWith(page, told))).toBe(code);
  expect(codeOf(pageWith(page, '5 0 R', told))).toBe(code);
});

test('what acts when a file is opened or a page is shown goes; where it begins stays', () => {
  const fetching = '<</S/URI/URI(https://attacker.example/seen)>>';
  const catalog = (open: string): Buffer =>
    pdfOf([
      `<</Type/Catalog/Pages 2 0 R/OpenAction ${open}>>`,
      '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/AA<</O ${fetching}>>/Thumb 4 0 R>>`,
      pdfStream('', authorName),
      fetching,
      '<</S/GoTo/D[3 0 R/Fit]/Next 5 0 R>>',
    ]);
  for (const open of [fetching, '5 0 R', '6 0 R', `<</S/GoTo/Next ${fetching}>>`]) {
    const clean = kept(catalog(open));
    expect(clean).not.toMatch(/attacker|OpenAction|\/AA/);
    expect(clean).not.toContain(authorName);
  }
  for (const open of ['[3 0 R/Fit]', '<</S/GoTo/D[3 0 R/Fit]>>']) {
    expect(kept(catalog(open))).toContain('/OpenAction');
  }
  expect(codeOf(catalog('<</S/GoTo/Next<</S/JavaScript/JS(x)>>>>'))).toBe('attachment-macros');
});

test('references that lead round are refused', () => {
  expect(codeOf(pageWith('/AA<</S 4 0 R>>', '5 0 R', '4 0 R'))).toBe('attachment-unreadable');
});

test.each([
  ['a comment whose kind', `<</Subtype 5 0 R/Rect[0 0 1 1]/T(${authorName})>>`, '/Text'],
  [
    'a comment that says it is a field',
    `<</Subtype/Text/FT 5 0 R/Rect[0 0 1 1]/T(${authorName})>>`,
    '/Tx',
  ],
  [
    'a comment that is a field by nothing',
    `<</Subtype/Text/FT 5 0 R/Rect[0 0 1 1]/T(${authorName})>>`,
    'null',
  ],
  [
    'a verdict',
    `<</Subtype 5 0 R/Rect[0 0 1 1]/StateModel(Review)/Contents(Accepted by ${authorName})>>`,
    '/Text',
  ],
  ['a link to another file whose kind', `<</S 5 0 R/F(${authorName}.pdf)/D(x)>>`, '/GoToR'],
  ['a link to another file whose name', `<</S/GoToR/F 5 0 R/D(x)>>`, `(${authorName})`],
  ['another file by its path alone', `<</X<</F 5 0 R/UF(${authorName})>>>>`, `(${authorName})`],
  ['an article', `<</Type/Thread/I<</Author 5 0 R>>>>`, `(${authorName})`],
])('%s is told by a reference names nobody', (_said, object, told) => {
  expect(kept(pageWith('/X 4 0 R', object, told))).not.toContain(authorName);
});

test('names of fields of forms stay', () => {
  const field = '<</Subtype/Widget/FT/Tx/Rect[0 0 1 1]/F 4/T(reason)>>';
  const clean = kept(pageWith('/Annots[4 0 R]', field));
  expect(clean).toContain('/T (reason)');
  expect(clean).toContain('/F 4');
});

const image =
  '/Type/XObject/Subtype/Image/Width 64/Height 48/BitsPerComponent 8/ColorSpace/DeviceRGB';
const packedJpeg = deflateSync(sampleJpeg());
const shown = '/Resources<</XObject<</I 4 0 R>>>>';

test.each<[string, string, Uint8Array, readonly string[]]>([
  ['whose filter is told by a reference', '/Filter 5 0 R', sampleJpeg(), ['/DCTDecode']],
  ['whose filters are', '/Filter 5 0 R', sampleJpeg(), ['[6 0 R]', '/DCTDecode']],
  ['whose filter is told by its short name', '/Filter/DCT', sampleJpeg(), []],
  ['that is packed once more', '/Filter[/FlateDecode/DCTDecode]', packedJpeg, []],
  [
    'that is packed twice more',
    '/Filter[/FlateDecode/Fl/DCTDecode]/DecodeParms[null null<</ColorTransform 0>>]',
    deflateSync(packedJpeg),
    [],
  ],
])('a picture %s is cleaned', (_said, filter, bytes, objects) => {
  const clean = kept(pageWith(shown, pdfStream(image + filter, bytes), ...objects));
  expect(clean).not.toContain('Exif');
  expect(clean).not.toContain('Secret');
  expect(clean).toContain('/Filter /DCTDecode');
  expect(clean).toContain('\xff\xd8\xff');
  expect(clean.includes('/ColorTransform 0')).toBe(filter.includes('ColorTransform'));
});

const box = (type: string, body: Uint8Array): Buffer => {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + body.length);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, body]);
};

test('a picture of JPEG 2000 is kept without its words', () => {
  const words = Buffer.from(authorName);
  const picture = Buffer.concat([
    box('jP  ', Buffer.from([0x0d, 0x0a, 0x87, 0x0a])),
    box('ftyp', Buffer.from('jp2 ')),
    box('jp2h', Buffer.from('head')),
    box('uuid', words),
    box('xml ', words),
    box('jp2c', Buffer.from('dots')),
  ]);
  const clean = kept(pageWith(shown, pdfStream(`${image}/Filter/JPXDecode`, picture)));
  expect(clean).not.toContain(authorName);
  expect(clean).toContain('jp2cdots');
  const half = pageWith(shown, pdfStream(`${image}/Filter/JPXDecode`, picture.subarray(0, 30)));
  expect(codeOf(half)).toBe('attachment-names-author');
});

test.each([
  [
    'packed with a prediction',
    '/Filter[/FlateDecode/DCTDecode]/DecodeParms[<</Predictor 12>>null]',
    packedJpeg,
    'attachment-names-author',
  ],
  [
    'packed in another way',
    '/Filter[/ASCII85Decode/DCTDecode]',
    sampleJpeg(),
    'attachment-names-author',
  ],
  [
    'packed after it was made',
    '/Filter[/DCTDecode/FlateDecode]',
    sampleJpeg(),
    'attachment-names-author',
  ],
  ['that lies in another file', `/F(${authorName})`, sampleJpeg(), 'attachment-names-author'],
  ['of a filter nobody knows', '/Filter/OwnDecode', sampleJpeg(), 'attachment-unreadable'],
])('a picture %s is refused', (_said, filter, bytes, code) => {
  expect(codeOf(pageWith(shown, pdfStream(image + filter, bytes)))).toBe(code);
});

const hexadecimal = (text: string): string => `<${Buffer.from(text).toString('hex')}>`;
const wide = (text: string): string =>
  `<feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;
const local = `file:///C:/Users/${authorName}/a.pdf`;

test.each([
  ['in hexadecimal', hexadecimal(local)],
  ['in UTF-16', wide(local)],
  ['with letters as codes', `(\\146ile:///C:/Users/${authorName}/a.pdf)`],
  ['over two lines', `(fi\\\nle:///C:/Users/${authorName}/a.pdf)`],
  ['behind a blank', `( FILE:///C:/Users/${authorName}/a.pdf)`],
  ['as a path', `(C:\\\\Users\\\\${authorName}\\\\a.pdf)`],
  ['of an own library', hexadecimal(`https://x-my.sharepoint.com/personal/${authorName}/a.pdf`)],
  ['of a script', `(javascript:alert\\('${authorName}'\\))`],
])('an address of an own file written %s goes', (_said, address) => {
  const link = (to: string): string =>
    `/Annots[<</Rect[0 0 1 1]/Subtype/Link/A<</S/URI/URI ${to}>>>>]`;
  for (const bytes of [pageWith(link(address)), pageWith(link('4 0 R'), address)]) {
    const clean = kept(bytes);
    expect(clean).not.toContain(authorName);
    expect(clean).not.toContain(Buffer.from(authorName).toString('hex'));
    expect(clean).toContain('/URI (file:///removed)');
  }
});

test('addresses of pages and mails stay as they are written', () => {
  for (const address of [
    '(https://www.example.lg.jp/home/a\\(1\\).html)',
    hexadecimal('mailto:a@example.lg.jp'),
    '(www.example.lg.jp)',
  ]) {
    expect(kept(pageWith(`/A<</S/URI/URI ${address}>>`))).toContain(`/URI ${address}`);
  }
});

test('three words do not become a reference when they are written', () => {
  expect(codeOf(pageWith('/X[4 %\n0 R]', `(${authorName})`))).toBe('attachment-unreadable');
});

test('what a PDF refers to and does not have stands for null, without an object of its own', () => {
  const clean = kept(pageWith('/X[9 0 R 9 0 R 8 0 R]'));
  expect(clean).toContain('/X [null null null]');
  expect(clean).toContain('/Size 4');
});
