import { nameOf, type PdfDictionary, PdfFault, type PdfValue } from './pdf-value.js';

type Entries = ReadonlyMap<string, PdfValue>;

/** Keys under which programs write who made a document, a page or a picture, and with what. */
const aboutAuthors: ReadonlySet<string> = new Set(['Metadata', 'PieceInfo', 'Info', 'CreatorInfo']);
const ofPrograms = /^(AAPL:|PTEX\.|ADBE_|Private$)/;

/** Kinds of actions and dictionaries that run something. */
const running: ReadonlySet<string> = new Set(['JavaScript', 'Launch', 'RichMedia', 'Rendition']);
const runningKeys = ['JS', 'JavaScript', 'XFA', 'RichMediaContent'];

/** What holds other files, or the name of who signed. */
const holdingKeys = ['EF', 'EmbeddedFiles', 'Collection', 'DSS', 'ByteRange'];

const isRunning = (entries: Entries): boolean =>
  runningKeys.some((key) => entries.has(key)) ||
  ['S', 'Subtype'].some((key) => running.has(nameOf(entries.get(key)) ?? ''));

/** Whether `T` names who commented: in everything that lies on a page but fields of a form, where it is their name. */
function isComment(entries: Entries): boolean {
  return (
    entries.has('Rect') &&
    entries.has('Subtype') &&
    nameOf(entries.get('Subtype')) !== 'Widget' &&
    !entries.has('FT')
  );
}

/** The path of another file, on the computer of whoever made the link. */
const pathKeys: ReadonlySet<string> = new Set(['F', 'UF', 'DOS', 'Mac', 'Unix']);

const leadsOut = (entries: Entries): boolean =>
  ['GoToR', 'SubmitForm', 'ImportData'].includes(nameOf(entries.get('S')) ?? '') ||
  ['Filespec', 'F'].includes(nameOf(entries.get('Type')) ?? '');

/**
 * The entries of a dictionary that may stay: without what names authors. Throws `PdfFault` where it runs something, or
 * holds what cannot be looked into.
 */
export function cleanEntries({ entries }: PdfDictionary): readonly (readonly [string, PdfValue])[] {
  if (isRunning(entries)) throw new PdfFault('active');
  if (holdingKeys.some((key) => entries.has(key))) throw new PdfFault('unclean');
  const isOfComment = isComment(entries);
  const isLink = leadsOut(entries);
  return [...entries].filter(
    ([key]) =>
      !aboutAuthors.has(key) &&
      !ofPrograms.test(key) &&
      !(isOfComment && key === 'T') &&
      !(isLink && pathKeys.has(key)),
  );
}
