import { deflateRawSync, deflateSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { examineFile } from '../../src/attachments/examine-file.js';
import { mostAttachmentBytes } from '../../src/domain/attachments/attachment.js';
import {
  authorName,
  macroTypes,
  packedPdf,
  sampleDocx,
  sampleJpeg,
  samplePdf,
  samplePng,
  samplePptx,
  sampleXlsx,
  zipOf,
} from '../support/sample-files.js';

const codeOf = (bytes: Uint8Array, ending: string): string => {
  const examined = examineFile(bytes, ending);
  return examined.ok ? 'taken' : examined.refusal.code;
};

function taken(bytes: Uint8Array, ending: string): Buffer {
  const examined = examineFile(bytes, ending);
  if (!examined.ok) throw new Error(examined.refusal.code);
  return Buffer.from(examined.value.bytes);
}

/** Everything that stands in a file, with the parts of a zip unpacked, and those of zips in it. */
function allOf(bytes: Uint8Array): string {
  const plain = Buffer.from(bytes).toString('latin1');
  if (!plain.startsWith('PK')) return plain;
  const parts = Object.values(unzipSync(bytes));
  return [plain, ...parts.map(allOf)].join('\n');
}

const samples = {
  pdf: samplePdf(),
  docx: sampleDocx(),
  xlsx: sampleXlsx(),
  pptx: samplePptx(),
  png: samplePng(),
  jpg: sampleJpeg(),
};

test.each(Object.entries(samples))(
  'a %s is known by its content, and nothing in what is kept names its author',
  (kind, bytes) => {
    expect(allOf(bytes)).toContain(authorName);
    const examined = examineFile(bytes, kind);
    expect(examined).toMatchObject({ ok: true, value: { kind } });
    expect(allOf(taken(bytes, kind))).not.toContain(authorName);
  },
);

test.each(Object.entries(samples))('a %s that was kept is kept as it is', (kind, bytes) => {
  const once = taken(bytes, kind);
  expect(taken(once, kind).equals(once)).toBe(true);
});

test('what people wrote stays: text, comments, pictures, the way up', () => {
  const docx = unzipSync(taken(samples.docx, 'docx'));
  const text = (name: string) => Buffer.from(docx[name] ?? []).toString();
  expect(text('word/document.xml')).toContain('<w:t>本文</w:t>');
  expect(text('word/comments.xml')).toContain('<w:t>コメント</w:t>');
  expect(Object.keys(docx)).toStrictEqual(Object.keys(unzipSync(samples.docx)));
  const jpeg = taken(samples.jpg, 'jpeg');
  expect(jpeg.includes('Exif\0\0MM')).toBe(true);
  expect(jpeg.indexOf(Buffer.from([0xff, 0xda]))).toBeGreaterThan(0);
});

test('of a PDF the pages stay, with their comments and pictures', () => {
  for (const bytes of [samples.pdf, packedPdf()]) {
    const clean = taken(bytes, 'pdf').toString('latin1');
    expect(clean).not.toContain(authorName);
    expect(clean).toContain('(memo)');
    expect(clean).toContain('/I Do');
    expect(clean).toContain('/MediaBox');
    expect(clean).not.toMatch(/Metadata|PieceInfo|Piece#49nfo|\/Info/);
  }
});

test('what was changed in a PDF later is what counts, and what was there before is gone', () => {
  const before = samplePdf({ page: '/X(older)' });
  const page = '3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/X(newer)>>\nendobj\n';
  const start = before.length + page.length;
  const prev = /startxref\n(\d+)/.exec(before.toString('latin1'))?.[1];
  const table = `xref\n3 1\n${String(before.length).padStart(10, '0')} 00000 n \n`;
  const trailer = `trailer\n<</Size 9/Root 1 0 R/Prev ${prev}>>\nstartxref\n${start}\n%%EOF\n`;
  const clean = taken(Buffer.concat([before, Buffer.from(page + table + trailer)]), 'pdf');
  expect(clean.includes('newer')).toBe(true);
  expect(clean.includes('older')).toBe(false);
});

test.each([
  ['protected', samplePdf({ trailer: '/Encrypt<</Filter/Standard>>' }), 'attachment-encrypted'],
  [
    'with a script',
    samplePdf({ catalog: '/OpenAction<</S/JavaScript/JS(x)>>' }),
    'attachment-macros',
  ],
  [
    'with a script spelt otherwise',
    samplePdf({ page: '/AA<</O<</S/J#61vaScript>>>>' }),
    'attachment-macros',
  ],
  [
    'that starts a program',
    samplePdf({ page: '/AA<</O<</S/Launch/F(x.exe)>>>>' }),
    'attachment-macros',
  ],
  [
    'with a file in it',
    samplePdf({ catalog: '/Names<</EmbeddedFiles<<>>>>' }),
    'attachment-names-author',
  ],
  [
    'that is signed',
    samplePdf({ catalog: '/X<</Type/Sig/ByteRange[0 1 2 3]>>' }),
    'attachment-names-author',
  ],
  ['with a key twice', samplePdf({ page: '/A 1/A 2' }), 'attachment-unreadable'],
  ['that is cut off', samples.pdf.subarray(0, 300), 'attachment-unreadable'],
  [
    'with something behind it',
    Buffer.concat([samples.pdf, Buffer.from('MZ\x90')]),
    'attachment-unreadable',
  ],
  [
    'with a loop of tables',
    Buffer.from(samples.pdf.toString('latin1').replace('/Info 8 0 R', '/Prev 99999'), 'latin1'),
    'attachment-unreadable',
  ],
  ['nested beyond reason', samplePdf({ page: `/A${'['.repeat(5_000)}` }), 'attachment-unreadable'],
])('a PDF %s is refused', (_said, bytes, code) => {
  expect(codeOf(bytes, 'pdf')).toBe(code);
});

test('a table of a PDF that would unpack to too much is refused', () => {
  const bomb = deflateSync(Buffer.alloc(80 * 1024 * 1024));
  const head = `<</Type/XRef/Size 1/W[1 2 1]/Root 1 0 R/Filter/FlateDecode/Length ${bomb.length}>>`;
  const start = Buffer.from(`%PDF-1.7\n1 0 obj\n${head}\nstream\n`);
  const end = Buffer.from('\nendstream\nendobj\nstartxref\n9\n%%EOF\n');
  expect(codeOf(Buffer.concat([start, bomb, end]), 'pdf')).toBe('attachment-unreadable');
});

test.each([
  ['docm', samples.docx, 'attachment-macros'],
  ['xlsm', samples.xlsx, 'attachment-macros'],
  ['exe', Buffer.from('MZ'), 'attachment-kind-unknown'],
  ['../../x', samples.pdf, 'attachment-kind-unknown'],
  ['pdf\r\nX: y', samples.pdf, 'attachment-kind-unknown'],
  ['x'.repeat(300), samples.pdf, 'attachment-kind-unknown'],
  ['pdf', samples.png, 'attachment-ending-differs'],
  ['docx', samples.xlsx, 'attachment-ending-differs'],
  ['pdf', Buffer.from('MZ\x90\0'), 'attachment-ending-differs'],
  ['pdf', Buffer.from('<html><script>'), 'attachment-ending-differs'],
  ['pdf', Buffer.concat([Buffer.from('MZ'), samples.pdf]), 'attachment-ending-differs'],
  ['docx', zipOf({ 'a.txt': 'x' }), 'attachment-ending-differs'],
  ['pdf', Buffer.alloc(0), 'attachment-empty'],
  ['pdf', Buffer.alloc(mostAttachmentBytes + 1), 'attachment-too-large'],
  ['png', samples.png.subarray(0, 60), 'attachment-unreadable'],
  ['jpg', samples.jpg.subarray(0, 400), 'attachment-unreadable'],
])('as .%s, what is something else or not whole is refused', (ending, bytes, code) => {
  expect(codeOf(bytes, ending)).toBe(code);
});

test('what lies behind a picture does not stay', () => {
  for (const [kind, bytes] of [
    ['png', samples.png],
    ['jpg', samples.jpg],
  ] as const) {
    const longer = Buffer.concat([bytes, Buffer.from('MZ\x90 program')]);
    expect(taken(longer, kind).includes('program')).toBe(false);
  }
});

test.each([
  ['with a project of macros', sampleDocx({ 'word/vbaProject.bin': 'x' }), 'attachment-macros'],
  [
    'that says it has macros',
    sampleDocx({ '[Content_Types].xml': macroTypes }),
    'attachment-macros',
  ],
  ['with controls that run', sampleDocx({ 'word/activeX/activeX1.bin': 'x' }), 'attachment-macros'],
  [
    'with an object of another program',
    sampleDocx({ 'word/embeddings/oleObject1.bin': 'x' }),
    'attachment-names-author',
  ],
  [
    'with names in UTF-16',
    sampleDocx({ 'word/people.xml': Buffer.from('\ufeff<a/>', 'utf16le') }),
    'attachment-names-author',
  ],
  [
    'with words of its own',
    sampleDocx({ 'word/x.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a/>' }),
    'attachment-names-author',
  ],
  ['with a name that leads out', sampleDocx({ '../../x.xml': '<a/>' }), 'attachment-unreadable'],
])('a document %s is refused', (_said, bytes, code) => {
  expect(codeOf(bytes, 'docx')).toBe(code);
});

/** Changes bytes of every entry of a zip's directory. */
function inDirectory(bytes: Buffer, change: (entry: Buffer) => void): Buffer {
  const copy = Buffer.from(bytes);
  const mark = Buffer.from('PK\x01\x02', 'latin1');
  for (let at = copy.indexOf(mark); at >= 0; at = copy.indexOf(mark, at + 4)) {
    change(copy.subarray(at));
  }
  return copy;
}

test('a zip with a password is refused as protected', () => {
  const locked = inDirectory(samples.docx, (entry) => entry.writeUInt16LE(1, 8));
  expect(codeOf(locked, 'docx')).toBe('attachment-encrypted');
});

test('so is a document of Office with a password', () => {
  const mark = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  const stream = Buffer.from('EncryptedPackage', 'utf16le');
  expect(codeOf(Buffer.concat([mark, Buffer.alloc(600), stream]), 'docx')).toBe(
    'attachment-encrypted',
  );
  expect(codeOf(Buffer.concat([mark, Buffer.alloc(600)]), 'docx')).toBe(
    'attachment-ending-differs',
  );
});

test('a link in a zip is refused', () => {
  const linked = inDirectory(samples.docx, (entry) => {
    entry.writeUInt16LE(0x0314, 4);
    entry.writeUInt32LE((0o120777 << 16) >>> 0, 38);
  });
  expect(codeOf(linked, 'docx')).toBe('attachment-unreadable');
});

test('what would unpack to too much is refused, also where it claims less', () => {
  const zeros = Buffer.alloc(100 * 1024 * 1024);
  const honest = sampleDocx({ 'word/media/a.bin': zeros });
  expect(honest.length).toBeLessThan(mostAttachmentBytes);
  expect(codeOf(honest, 'docx')).toBe('attachment-unreadable');
  const packed = deflateRawSync(zeros).length;
  const lying = inDirectory(honest, (entry) => {
    if (entry.readUInt32LE(24) === zeros.length) entry.writeUInt32LE(packed, 24);
  });
  expect(codeOf(lying, 'docx')).toBe('attachment-unreadable');
});

test('a zip of too many parts is refused', () => {
  const many = Object.fromEntries(Array.from({ length: 3_001 }, (_, n) => [`x/${n}.xml`, '<a/>']));
  expect(codeOf(sampleDocx(many), 'docx')).toBe('attachment-unreadable');
});

test('of any bytes whatever nothing is thrown', () => {
  let seed = 20_261_123;
  const next = () => {
    seed = (seed * 1_103_515_245 + 12_345) & 0x7fff_ffff;
    return seed;
  };
  for (let round = 0; round < 600; round += 1) {
    const [kind, sample] = Object.entries(samples)[next() % 6] ?? ['pdf', samples.pdf];
    const spoilt = Buffer.from(sample.subarray(0, 1 + (next() % sample.length)));
    const whole = round % 2 === 0 ? Buffer.from(sample) : spoilt;
    for (let change = 0; change < 8; change += 1) whole[next() % whole.length] = next() & 255;
    expect(typeof codeOf(whole, kind)).toBe('string');
  }
});
