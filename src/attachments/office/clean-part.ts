import { cleanJpeg, isJpeg } from '../pictures/clean-jpeg.js';
import { cleanPng, isPng } from '../pictures/clean-png.js';

const heading = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The properties of a document, empty. */
const emptyProperties: Readonly<Record<string, string>> = {
  'docProps/core.xml':
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>',
  'docProps/app.xml':
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>',
  'docProps/custom.xml':
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>',
};

/** Attributes that hold names wherever they stand: of comments, tracked changes and shared workbooks. */
const namingAttributes =
  /(\s(?:\w+:)?(?:author|initials|userName|lastModifiedBy)\s*=\s*)("[^"]*"|'[^']*')/g;

/** Parts that list people: every name and account in them goes. */
const listsOfPeople =
  /^(word\/people|xl\/persons\/.*|xl\/revisions\/.*|xl\/users|ppt\/(commentAuthors|authors)|ppt\/changesInfos\/.*)\.xml$/i;
const personAttributes =
  /(\s(?:\w+:)?(?:author|name|displayName|initials|userId|providerId)\s*=\s*)("[^"]*"|'[^']*')/g;

/** Elements whose text is a name: authors of comments in workbooks, and people in properties of SharePoint. */
const namingElements =
  /(<((?:\w+:)?(?:author|DisplayName|AccountId|LastSharedByUser|lastModifiedBy|creator|Company|Manager))(?:\s[^<>]*)?>)[^<]*(<\/\2>)/g;

/** Where a workbook was saved last: a path with the name of an account. */
const savedPath = /<(\w+:)?absPath\b[^<>]*\/>/g;

/** A folder with the name of an account, in attributes such as the source of a connection. */
const homeFolder = /(=\s*["'][^"'<>]*?[a-z]:[\\/]Users[\\/])[^\\/"'<>]+/gi;

/** Links to files on somebody's computer. */
const localTarget = /(\sTarget\s*=\s*)(["'])(?:file:|[a-z]:[\\/]|\\\\)[^"']*\2/gi;

/** Words without which a part names nobody; most parts of a document are passed over by it. */
const hints =
  /author|initials|userName|lastModifiedBy|DisplayName|AccountId|LastShared|creator|Company|Manager|absPath|[\\/]Users[\\/]/i;

const empty = (_: string, head: string): string => `${head}""`;

function cleanXml(name: string, text: string): string {
  if (/\.rels$/i.test(name)) return text.replace(localTarget, '$1$2file:///removed$2');
  const isOfPeople = listsOfPeople.test(name);
  if (!isOfPeople && !hints.test(text)) return text;
  const plain = text
    .replace(namingAttributes, empty)
    .replace(namingElements, '$1$3')
    .replace(savedPath, '')
    .replace(homeFolder, '$1removed');
  return isOfPeople ? plain.replace(personAttributes, empty) : plain;
}

/** Whether a part is read as XML: by its name, or by how it begins whatever its name. */
function isMarkup(name: string, bytes: Uint8Array): boolean {
  const beginning = Buffer.from(bytes.subarray(0, 16)).toString('utf8');
  return /\.(xml|rels|vml)$/i.test(name) || /^\ufeff?\s*</.test(beginning);
}

/** A part of text. In UTF-16 names would be overlooked, so that it is not taken. */
function cleanText(name: string, bytes: Uint8Array): Uint8Array | undefined {
  const isWide = (bytes[0] ?? 0) >= 0xfe || bytes.subarray(0, 64).includes(0);
  if (isWide) return undefined;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  // A document type could hide names behind words of its own.
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) return undefined;
  const clean = cleanXml(name, text);
  return clean === text ? bytes : Buffer.from(clean, 'utf8');
}

/**
 * A part of a document without what names people; undefined where that cannot be said. `nested` cleans a document
 * inside the document.
 */
export function cleanPart(
  name: string,
  bytes: Uint8Array,
  nested: (bytes: Uint8Array) => Uint8Array | undefined,
): Uint8Array | undefined {
  const properties = emptyProperties[name];
  if (properties !== undefined) return Buffer.from(heading + properties, 'utf8');
  if (isMarkup(name, bytes)) return cleanText(name, bytes);
  if (isJpeg(bytes)) return cleanJpeg(bytes);
  if (isPng(bytes)) return cleanPng(bytes);
  if (/\/embeddings\//i.test(name)) return nested(bytes);
  return bytes;
}
