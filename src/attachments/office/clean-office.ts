import { cleanPart } from './clean-part.js';
import { readDirectory, type ZipEntry } from './read-directory.js';
import { packedBytes, unpackEntry } from './unpack-entry.js';
import { type PackedPart, packPart, writeZip } from './write-zip.js';

/** The kinds of documents that are zips. */
export type OfficeKind = 'docx' | 'xlsx' | 'pptx';

/** Why a document is not taken. */
export type OfficeProblem = 'unknown' | 'encrypted' | 'active' | 'unclean' | 'unreadable';

/** What a document came to. */
export type CleanOffice =
  | { readonly kind: OfficeKind; readonly bytes: Uint8Array }
  | { readonly kind: 'refused'; readonly problem: OfficeProblem };

/** Most parts of a document, and all that they may unpack to: far more than 10 MB of it need. */
export const officeLimits = { parts: 3_000, unpackedBytes: 96 * 1024 * 1024 } as const;

const contentTypes = '[Content_Types].xml';

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
  isSpecial || /^\/|\\|(^|\/)\.\.(\/|$)/.test(name) || [...name].some((sign) => sign < ' ');

function refuseDirectory(entries: readonly ZipEntry[], budget: Budget): OfficeProblem | undefined {
  if (entries.some(({ isEncrypted }) => isEncrypted)) return 'encrypted';
  if (isBeyond(entries, budget) || entries.some(isOddName)) return 'unreadable';
  if (!entries.some(({ name }) => name === contentTypes)) return 'unknown';
  return entries.some(({ name }) => running.test(name)) ? 'active' : undefined;
}

/** The kind of a document by what it says its main part is. */
function kindOf(types: string): OfficeKind | 'active' | 'unknown' {
  if (/macroEnabled|vbaProject/i.test(types)) return 'active';
  return officeKinds.find((kind) => types.includes(`"${mainParts[kind]}"`)) ?? 'unknown';
}

/** Cleans one part; undefined where that cannot be done. */
type CleanOne = (name: string, part: Uint8Array) => Uint8Array | undefined;

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
  if (!cleaned) return 'unclean';
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
  for (const entry of entries.filter(({ name }) => !name.endsWith('/'))) {
    const part = repackedPart(bytes, entry, clean);
    if (typeof part === 'string') return part;
    parts.push(part);
  }
  return parts;
}

function cleanNested(bytes: Uint8Array, depth: number, budget: Budget): CleanOffice {
  const entries = readDirectory(bytes, officeLimits.parts);
  const problem = entries ? refuseDirectory(entries, budget) : 'unreadable';
  if (!entries || problem) return refused(problem ?? 'unreadable');
  const typesEntry = entries.find(({ name }) => name === contentTypes);
  const types = typesEntry && unpackEntry(bytes, typesEntry);
  if (!types) return refused('unreadable');
  const kind = kindOf(Buffer.from(types).toString('utf8'));
  if (kind === 'active' || kind === 'unknown') return refused(kind);
  function nested(inner: Uint8Array): Uint8Array | undefined {
    const cleaned = depth > 0 ? cleanNested(inner, depth - 1, budget) : undefined;
    return cleaned && cleaned.kind !== 'refused' ? cleaned.bytes : undefined;
  }
  const parts = repacked(bytes, entries, (name, part) => cleanPart(name, part, nested));
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
