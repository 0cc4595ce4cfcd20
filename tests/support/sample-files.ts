import { crc32, deflateSync } from 'node:zlib';
import { zipSync } from 'fflate';

/** A word that stands wherever the sample files name their author; nothing of it may be left. */
export const authorName = 'Himitsu Sakusha';

const at = (text: string): Buffer => Buffer.from(text, 'latin1');

function chunk(type: string, body: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(body.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(Buffer.concat([at(type), body])));
  return Buffer.concat([head, at(type), body, sum]);
}

/** A PNG of one dot, whose texts name an author. */
export function samplePng(): Buffer {
  const head = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0]);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('tEXt', at(`Author\0${authorName}`)),
    chunk('eXIf', at(authorName)),
    chunk('IDAT', deflateSync(Buffer.from([0, 255, 0, 0]))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** 64 by 48 dots in one colour, to be turned by 90 degrees; made for these tests. */
const plainJpeg = Buffer.from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/4QBQRXhpZgAATU0AKgAAAAgAAwEOAAIAAAAHAAAAMgESAAMAAAABAAYAAAE7AAIAAAAOAAAAOgAAAABTZWNyZXQAAFNlY3JldCBBcnRpc3QA//4AEFNlY3JldCBjb21tZW50/9sAQwAIBgYHBgUIBwcHCQkICgwUDQwLCwwZEhMPFB0aHx4dGhwcICQuJyAiLCMcHCg3KSwwMTQ0NB8nOT04MjwuMzQy/9sAQwEJCQkMCwwYDQ0YMiEcITIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIy/8AAEQgAMABAAwEiAAIRAQMRAf/EAB8AAAEFAQEBAQEBAAAAAAAAAAABAgMEBQYHCAkKC//EALUQAAIBAwMCBAMFBQQEAAABfQECAwAEEQUSITFBBhNRYQcicRQygZGhCCNCscEVUtHwJDNicoIJChYXGBkaJSYnKCkqNDU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6g4SFhoeIiYqSk5SVlpeYmZqio6Slpqeoqaqys7S1tre4ubrCw8TFxsfIycrS09TV1tfY2drh4uPk5ebn6Onq8fLz9PX29/j5+v/EAB8BAAMBAQEBAQEBAQEAAAAAAAABAgMEBQYHCAkKC//EALURAAIBAgQEAwQHBQQEAAECdwABAgMRBAUhMQYSQVEHYXETIjKBCBRCkaGxwQkjM1LwFWJy0QoWJDThJfEXGBkaJicoKSo1Njc4OTpDREVGR0hJSlNUVVZXWFlaY2RlZmdoaWpzdHV2d3h5eoKDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uLj5OXm5+jp6vLz9PX29/j5+v/aAAwDAQACEQMRAD8A5CiiivFP0wKKKKACiiigAooooAKKKKACiiigAooooAKKKKACiiigAooooAKKKKACiiigD//Z',
  'base64',
);

/** A JPEG whose EXIF and comment name an author and say that it is to be turned. */
export function sampleJpeg(): Buffer {
  const comment = at(authorName);
  const head = Buffer.from([0xff, 0xfe, 0, comment.length + 2]);
  return Buffer.concat([plainJpeg.subarray(0, 2), head, comment, plainJpeg.subarray(2)]);
}

const contentTypes = (main: string, more = ''): string =>
  `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/m.xml" ContentType="application/vnd.openxmlformats-officedocument.${main}.main+xml"/>${more}</Types>`;

type Parts = Readonly<Record<string, string | Uint8Array>>;

/** A zip of these parts. */
export function zipOf(parts: Parts): Buffer {
  const files = Object.entries(parts).map(([name, part]) => [
    name,
    typeof part === 'string' ? Buffer.from(part) : part,
  ]);
  return Buffer.from(zipSync(Object.fromEntries(files)));
}

const properties = `<cp:coreProperties><dc:creator>${authorName}</dc:creator></cp:coreProperties>`;

/** A document of Word whose properties, comments, tracked changes, people and picture name an author. */
export function sampleDocx(more: Parts = {}): Buffer {
  return zipOf({
    '[Content_Types].xml': contentTypes('wordprocessingml.document'),
    'docProps/core.xml': properties,
    'docProps/app.xml': `<Properties><Company>${authorName}</Company></Properties>`,
    'word/document.xml': `<w:document><w:ins w:id="1" w:author="${authorName}" w:date="x"><w:t>本文</w:t></w:ins></w:document>`,
    'word/comments.xml': `<w:comments><w:comment w:author='${authorName}' w:initials="${authorName}"><w:t>コメント</w:t></w:comment></w:comments>`,
    'word/people.xml': `<w15:people><w15:person w15:author="${authorName}"><w15:presenceInfo w15:providerId="AD" w15:userId="${authorName}"/></w15:person></w15:people>`,
    'word/_rels/settings.xml.rels': `<Relationships><Relationship Id="rId1" TargetMode="External" Target="file:///C:\\Users\\${authorName}\\a.dotx"/></Relationships>`,
    'word/media/image1.jpeg': sampleJpeg(),
    'package/services/metadata/core.psmdcp': properties,
    ...more,
  });
}

/** A workbook whose comments, people, shared users and saved path name an author. */
export function sampleXlsx(more: Parts = {}): Buffer {
  return zipOf({
    '[Content_Types].xml': contentTypes('spreadsheetml.sheet'),
    'docProps/core.xml': properties,
    'docProps/custom.xml': `<Properties><property><vt:lpwstr>${authorName}</vt:lpwstr></property></Properties>`,
    'xl/workbook.xml': `<workbook><fileSharing userName="${authorName}"/><x15ac:absPath url="C:\\Users\\${authorName}\\"/><sheets/></workbook>`,
    'xl/connections.xml': `<connections><connection sourceFile="C:\\Users\\${authorName}\\a.csv"/></connections>`,
    'xl/comments1.xml': `<comments><authors><author>${authorName}</author></authors></comments>`,
    'xl/persons/person.xml': `<personList><person displayName="${authorName}" userId="${authorName}" providerId="AD"/></personList>`,
    ...more,
  });
}

/** Slides whose commenters name an author, with a workbook in them. */
export function samplePptx(more: Parts = {}): Buffer {
  return zipOf({
    '[Content_Types].xml': contentTypes('presentationml.presentation'),
    'docProps/core.xml': properties,
    'ppt/presentation.xml': '<p:presentation/>',
    'ppt/commentAuthors.xml': `<p:cmAuthorLst><p:cmAuthor id="0" name="${authorName}" initials="H"/></p:cmAuthorLst>`,
    'ppt/embeddings/Microsoft_Excel_Sheet1.xlsx': sampleXlsx(),
    ...more,
  });
}

/** The main part of a document with macros, for its content types. */
export const macroTypes = contentTypes(
  'wordprocessingml.document',
  '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>',
);

const streamOf = (head: string, body: Buffer): Buffer =>
  Buffer.concat([at(`<<${head}/Length ${body.length}>>\nstream\n`), body, at('\nendstream')]);

interface PdfWish {
  /** More keys of the catalog, of the page, and of the trailer. */
  readonly catalog?: string;
  readonly page?: string;
  readonly trailer?: string;
}

/** The objects of a PDF with one page, a comment and a picture, each of which names an author. */
function pdfObjects({ catalog = '', page = '' }: PdfWish): readonly Buffer[] {
  const title = `(${authorName})`;
  return [
    at(`<</Type/Catalog/Pages 2 0 R/Metadata 7 0 R${catalog}>>`),
    at('<</Type/Pages/Kids[3 0 R]/Count 1>>'),
    at(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Annots[5 0 R]/Resources<</XObject<</I 6 0 R>>>>/Piece#49nfo<</X ${title}>>/Links<</O<</S/GoToR/D(x)/F<</Type/Filespec/F${title}/UF${title}>>>>>>${page}>>`,
    ),
    streamOf('', at('q 100 0 0 100 0 0 cm /I Do Q')),
    at(
      `<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/T${title}/Contents(memo)/A<</S/URI/URI(file:///C:/Users/${authorName}/a.pdf)>>>>`,
    ),
    streamOf(
      '/Type/XObject/Subtype/Image/Width 64/Height 48/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode',
      sampleJpeg(),
    ),
    streamOf('/Type/Metadata/Subtype/XML', at(`<x>${authorName}</x>`)),
    at(`<</Author${title}/Producer(x)>>`),
  ];
}

function numbered(objects: readonly Buffer[], start: number, first = 1) {
  const offsets: number[] = [];
  const parts: Buffer[] = [];
  let length = start;
  for (const [index, object] of objects.entries()) {
    offsets.push(length);
    const part = Buffer.concat([at(`${first + index} 0 obj\n`), object, at('\nendobj\n')]);
    parts.push(part);
    length += part.length;
  }
  return { offsets, bytes: Buffer.concat(parts), end: length };
}

const heading = '%PDF-1.7\n';
const row = (offset: number): string => `${String(offset).padStart(10, '0')} 00000 n \n`;

/** A PDF with a plain table of objects. */
export function samplePdf(wish: PdfWish = {}): Buffer {
  const { offsets, bytes, end } = numbered(pdfObjects(wish), heading.length);
  const size = offsets.length + 1;
  const trailer = `trailer\n<</Size ${size}/Root 1 0 R/Info 8 0 R${wish.trailer ?? ''}>>`;
  return Buffer.concat([
    at(heading),
    bytes,
    at(`xref\n0 ${size}\n0000000000 65535 f \n${offsets.map(row).join('')}${trailer}\n`),
    at(`startxref\n${end}\n%%EOF\n`),
  ]);
}

/** The same with what is not a stream packed into one, and a table that is a stream itself. */
export function packedPdf(): Buffer {
  const all = pdfObjects({});
  const isStream = (object: Buffer) => object.includes('endstream');
  const inside = all.flatMap((object, index) => (isStream(object) ? [] : [index + 1]));
  let offset = 0;
  const heads = inside.map((number) => {
    const head = `${number} ${offset}`;
    offset += (all[number - 1]?.length ?? 0) + 1;
    return head;
  });
  const index = `${heads.join(' ')} `;
  const body = inside.map((number) => `${all[number - 1]?.toString('latin1')} `).join('');
  const pack = streamOf(
    `/Type/ObjStm/N ${inside.length}/First ${index.length}/Filter/FlateDecode`,
    deflateSync(at(index + body)),
  );
  const placed = new Map<number, readonly number[]>([[0, [0, 0, 0]]]);
  for (const [place, number] of inside.entries()) placed.set(number, [2, 9, place]);
  let bytes = at(heading);
  for (const [place, object] of [...all, pack].entries()) {
    if (inside.includes(place + 1)) continue;
    placed.set(place + 1, [1, bytes.length, 0]);
    bytes = Buffer.concat([bytes, numbered([object], 0, place + 1).bytes]);
  }
  placed.set(10, [1, bytes.length, 0]);
  // PNG prediction "up", as writers of such tables use.
  let before = [0, 0, 0, 0];
  const rows = Array.from({ length: 11 }, (_, number) => {
    const [type = 0, where = 0, place = 0] = placed.get(number) ?? [];
    const plain = [type, where >> 8, where & 255, place];
    const written = plain.map((byte, column) => (byte - (before[column] ?? 0)) & 255);
    before = plain;
    return [2, ...written];
  });
  const table = streamOf(
    '/Type/XRef/Size 11/W[1 2 1]/Root 1 0 R/Info 8 0 R/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 4>>',
    deflateSync(Buffer.from(rows.flat())),
  );
  const start = bytes.length;
  return Buffer.concat([bytes, numbered([table], 0, 10).bytes, at(`startxref\n${start}\n%%EOF\n`)]);
}
