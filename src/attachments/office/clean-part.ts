import { cleanPicture } from '../pictures/clean-picture.js';
import { type CleanedText, cleanDrawing, problemIn, withoutNames } from './clean-text.js';
import { type DroppedParts, withoutMentions, withoutTypes } from './dropped-parts.js';
import type { OfficeProblem } from './office-problem.js';

/** What a part came to. */
export type CleanedPart = Uint8Array | OfficeProblem;

/** What cleaning a part needs. */
export interface CleaningOfParts {
  readonly dropped: DroppedParts;
  /** Cleans a document inside the document; undefined where it may not stay. */
  readonly nested: (bytes: Uint8Array) => Uint8Array | undefined;
}

/** The part that says what the others are. */
export const contentTypes = '[Content_Types].xml';

const heading = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The properties of a document, empty, each with how its part is known: by its name, or by how it begins. */
const emptyProperties = [
  {
    names: /^docProps\/core\.xml$/i,
    root: /<(?:\w+:)?coreProperties\b/,
    text: '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>',
  },
  {
    names: /^docProps\/app\.xml$/i,
    root: /<Properties\b[^<>]*extended-?properties["']/i,
    text: '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>',
  },
  {
    names: /^docProps\/custom\.xml$/i,
    root: /<Properties\b[^<>]*custom-?properties["']/i,
    text: '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>',
  },
] as const;

/** So many signs show what the first element of a part is. */
const beginning = 2_000;

function emptied(name: string, text: string): string | undefined {
  const begins = text.slice(0, beginning);
  return emptyProperties.find(({ names, root }) => names.test(name) || root.test(begins))?.text;
}

/** Whether a part is read as text: by its name, or by how it begins whatever its name. */
function isMarkup(name: string, bytes: Uint8Array): boolean {
  const begins = Buffer.from(bytes.subarray(0, 16)).toString('utf8');
  return /\.(xml|rels|vml)$/i.test(name) || /^\ufeff?\s*</.test(begins);
}

/** Text as it is read; undefined where names in it could be overlooked: in UTF-16, or behind words of its own. */
function textOf(bytes: Uint8Array): string | undefined {
  const isWide = (bytes[0] ?? 0) >= 0xfe || bytes.subarray(0, 64).includes(0);
  if (isWide) return undefined;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  return /<!(DOCTYPE|ENTITY)/i.test(text) ? undefined : text;
}

function cleanText(name: string, text: string, dropped: DroppedParts): CleanedText | OfficeProblem {
  if (name === contentTypes) return { text: withoutTypes(text, dropped.names) };
  const relationships = dropped.relationships.get(name);
  if (relationships !== undefined) return { text: relationships };
  const properties = emptied(name, text);
  if (properties !== undefined) return { text: heading + properties };
  if (/<(?:\w+:)?svg\b/.test(text.slice(0, beginning))) return cleanDrawing(text);
  const problem = problemIn(text);
  if (problem) return problem;
  const gone = dropped.goneFrom.get(name.toLowerCase());
  return { text: withoutNames(name, gone ? withoutMentions(text, gone) : text) };
}

function cleanMarkup(name: string, bytes: Uint8Array, dropped: DroppedParts): CleanedPart {
  const text = textOf(bytes);
  if (text === undefined) return 'unclean';
  const clean = cleanText(name, text, dropped);
  if (typeof clean === 'string') return clean;
  return clean.text === text ? bytes : Buffer.from(clean.text, 'utf8');
}

/** Fonts name who made the font, and nobody else. */
const fonts = /(^|\/)fonts\/[^/]+\.(odttf|fntdata|ttf|otf)$/i;
const zip = [0x50, 0x4b, 0x03, 0x04];
const isZip = (bytes: Uint8Array): boolean => zip.every((byte, index) => bytes[index] === byte);

/** What a document holds besides text: pictures, fonts, documents. Of everything else nobody knows what it says. */
function cleanOther(name: string, bytes: Uint8Array, { nested }: CleaningOfParts): CleanedPart {
  if (bytes.length === 0 || fonts.test(name)) return bytes;
  if (isZip(bytes)) return nested(bytes) ?? 'unclean';
  if (/\/embeddings\//i.test(name)) return 'unclean';
  const picture = cleanPicture(bytes);
  if (picture !== 'no-picture') return picture ?? 'media';
  return /(^|\/)media\//i.test(name) ? 'media' : 'unclean';
}

/** A part of a document without what names people, or why it cannot be had. */
export function cleanPart(name: string, bytes: Uint8Array, cleaning: CleaningOfParts): CleanedPart {
  return isMarkup(name, bytes)
    ? cleanMarkup(name, bytes, cleaning.dropped)
    : cleanOther(name, bytes, cleaning);
}
