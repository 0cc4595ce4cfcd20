import { type CleanedPart, cleanPart, contentTypes } from './clean-part.js';
import { findDropped } from './dropped-parts.js';
import type { OfficeProblem } from './office-problem.js';
import { readDirectory, type ZipEntry } from './read-directory.js';
import { packedBytes, unpackEntry } from './unpack-entry.js';
import { type PackedPart, packPart, writeZip } from './write-zip.js';

/** The kinds of documents that are zips. */
export type OfficeKind = 'docx' | 'xlsx' | 'pptx';

/** What a document came to. */
export type CleanOffice =
  | { readonly kind: OfficeKind; readonly bytes: Uint8Array }
  | { readonly kind: 'refused'; readonly problem: OfficeProblem };

/** Most parts of a document, and all that they may unpack to: far more than 10 MB of it need. */
export const officeLimits = { parts: 3_000, unpackedBytes: 96 * 1024 * 1024 } as const;

/** The main part of each kind, by its content type; templates and documents with macros have others. */
const mainParts: Readonly<Record<OfficeKind, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml',
};

const officeKinds: readonly OfficeKind[] = ['docx', 'xlsx', 'pptx'];

/** Parts that run something, whatever the document says it is. */
const running =
  /(^|\/)(vbaProject|vbaData)|\/macrosheets\/|\/activeX\/|\/ctrlProps\/.*\.bin$|customUI/i;
const runningTypes =
  /macroEnabled|vbaProject|vbaData|macrosheet|activeX|ms-office\.attachedToolbars/i;

/** Parts that name who signed. */
const signatures = /^_xmlsignatures\//i;

const refused = (problem: OfficeProblem): CleanOffice => ({ kind: 'refused', problem });

/** What a document and all documents in it may still unpack to. */
interface Budget {
  left: number;
}

function isBeyond(entries: readonly ZipEntry[], budget: Budget): boolean {
  const names = new Set(entries.map(({ name }) => name.toLowerCase()));
  budget.left -= entries.reduce((sum, { size }) => sum + size, 0);
  return names.size < entries.length || budget.left < 0;
}

const isOddName = ({ name, isSpecial }: ZipEntry): boolean =>
  isSpecial || /^\/|\/\/|\\|(^|\/)\.\.?(\/|$)/.test(name) || [...name].some((sign) => sign < ' ');

function refuseDirectory(entries: readonly ZipEntry[], budget: Budget): OfficeProblem | undefined {
  if (entries.some(({ isEncrypted }) => isEncrypted)) return 'encrypted';
  if (isBeyond(entries, budget) || entries.some(isOddName)) return 'unreadable';
  if (!entries.some(({ name }) => name === contentTypes)) return 'unknown';
  if (entries.some(({ name }) => running.test(name))) return 'active';
  return entries.some(({ name }) => signatures.test(name)) ? 'unclean' : undefined;
}

/** The kind of a document by what it says its main part is. */
function kindOf(types: string): OfficeKind | 'active' | 'unknown' {
  if (runningTypes.test(types)) return 'active';
  // A type spelt in codes is read otherwise by a program than by who looks for it.
  if (types.includes('&#')) return 'unknown';
  return officeKinds.find((kind) => types.includes(`"${mainParts[kind]}"`)) ?? 'unknown';
}

/** Cleans one part, or says why that cannot be done. */
type CleanOne = (name: string, part: Uint8Array) => CleanedPart;

/** A part as it is written: as it was packed where nothing in it had to go. */
function repackedPart(
  bytes: Uint8Array,
  entry: ZipEntry,
  clean: CleanOne,
): PackedPart | OfficeProblem {
  const packed = packedBytes(bytes, entry);
  const part = unpackEntry(bytes, entry);
  if (!packed || !part) return 'unreadable';
  const { name, size, checksum } = entry;
  const cleaned = clean(name, part);
  if (typeof cleaned === 'string') return cleaned;
  if (cleaned !== part) return packPart(name, cleaned);
  return { name, size, checksum, packed, method: entry.method === 0 ? 0 : 8 };
}

/** Unpacks and cleans part by part, so that only one is held as large as it is. */
function repacked(
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
  clean: CleanOne,
): readonly PackedPart[] | OfficeProblem {
  const parts: PackedPart[] = [];
  for (const entry of entries) {
    const part = repackedPart(bytes, entry, clean);
    if (typeof part === 'string') return part;
    parts.push(part);
  }
  return parts;
}

/** The parts of relationships by their names; undefined where one of them cannot be read. */
function relationshipsIn(
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
): ReadonlyMap<string, string> | undefined {
  const texts = new Map<string, string>();
  for (const entry of entries.filter(({ name }) => /\.rels$/i.test(name))) {
    const part = unpackEntry(bytes, entry);
    if (!part) return undefined;
    texts.set(entry.name, Buffer.from(part).toString('utf8'));
  }
  return texts;
}

function readKind(
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
): ReturnType<typeof kindOf> | 'unreadable' {
  const entry = entries.find(({ name }) => name === contentTypes);
  const types = entry && unpackEntry(bytes, entry);
  return types ? kindOf(Buffer.from(types).toString('utf8')) : 'unreadable';
}

function cleanNested(bytes: Uint8Array, depth: number, budget: Budget): CleanOffice {
  const entries = readDirectory(bytes, officeLimits.parts);
  const problem = entries ? refuseDirectory(entries, budget) : 'unreadable';
  if (!entries || problem) return refused(problem ?? 'unreadable');
  const kind = readKind(bytes, entries);
  if (kind === 'active' || kind === 'unknown' || kind === 'unreadable') return refused(kind);
  const rels = relationshipsIn(bytes, entries);
  if (!rels) return refused('unreadable');
  const files = entries.filter(({ name }) => !name.endsWith('/'));
  const dropped = findDropped(
    files.map(({ name }) => name),
    rels,
  );
  if (typeof dropped === 'string') return refused(dropped);
  function nested(inner: Uint8Array): Uint8Array | undefined {
    const cleaned = depth > 0 ? cleanNested(inner, depth - 1, budget) : undefined;
    return cleaned && cleaned.kind !== 'refused' ? cleaned.bytes : undefined;
  }
  const kept = files.filter(({ name }) => !dropped.names.has(name.toLowerCase()));
  const cleaning = { dropped, nested };
  const parts = repacked(bytes, kept, (name, part) => cleanPart(name, part, cleaning));
  return typeof parts === 'string' ? refused(parts) : { kind, bytes: writeZip(parts) };
}

/**
 * A document of Word, Excel or PowerPoint without what names its authors: properties, comments, tracked changes,
 * pictures, and charts' workbooks inside it. It is packed anew, so that nothing lies before, between or behind its
 * parts.
 */
export function cleanOffice(bytes: Uint8Array): CleanOffice {
  return cleanNested(bytes, 1, { left: officeLimits.unpackedBytes });
}
