import { mayStay, removedAddress } from '../address.js';
import type { Resolve } from './open-pdf.js';
import { nameOf, type PdfDictionary, PdfFault, type PdfValue, textOf } from './pdf-value.js';

type Entries = ReadonlyMap<string, PdfValue>;

/** Keys under which programs write who made a document, a page or a picture, and with what. */
const aboutAuthors: ReadonlySet<string> = new Set([
  ...['Metadata', 'PieceInfo', 'Info', 'CreatorInfo', 'SpiderInfo'],
]);
const ofPrograms = /^(AAPL:|PTEX\.|ADBE_|Private$)/;

/** Kinds of actions and dictionaries that run something. */
const running: ReadonlySet<string> = new Set(['JavaScript', 'Launch', 'RichMedia', 'Rendition']);
const runningKeys = ['JS', 'JavaScript', 'XFA', 'RichMediaContent', 'OnInstantiate'];
/** Kinds of what lies on a page that play something. */
const playing: ReadonlySet<string> = new Set(['Movie', 'Sound', 'Screen', '3D']);

/** What holds other files, or the name of who signed. */
const holdingKeys = ['EF', 'EmbeddedFiles', 'Collection', 'DSS', 'ByteRange'];
const signatures: ReadonlySet<string> = new Set(['Sig', 'DocTimeStamp']);

/** What a dictionary says it is, wherever in the file those words stand. */
interface Said {
  readonly type: string;
  readonly subtype: string;
  readonly action: string;
}

function saidBy(entries: Entries, resolve: Resolve): Said {
  const word = (key: string): string => nameOf(resolve(entries.get(key))) ?? '';
  return { type: word('Type'), subtype: word('Subtype'), action: word('S') };
}

function refuse(entries: Entries, { type, subtype, action }: Said): void {
  const isRunning =
    runningKeys.some((key) => entries.has(key)) ||
    running.has(action) ||
    running.has(subtype) ||
    (entries.has('Rect') && playing.has(subtype));
  if (isRunning) throw new PdfFault('active');
  if (holdingKeys.some((key) => entries.has(key)) || signatures.has(type)) {
    throw new PdfFault('unclean');
  }
}

/** Whether something lies on a page and is no field of a form: there, `T` is who commented, and not a name of a field. */
const isComment = (entries: Entries, { subtype }: Said): boolean =>
  entries.has('Rect') && entries.has('Subtype') && subtype !== 'Widget';

/** The path of another file, on the computer of whoever made the link. */
const pathKeys: ReadonlySet<string> = new Set(['F', 'UF', 'DOS', 'Mac', 'Unix']);

const leadsOut = ({ type, action }: Said): boolean =>
  ['GoToR', 'SubmitForm', 'ImportData'].includes(action) || ['Filespec', 'F'].includes(type);

const nothing: ReadonlySet<string> = new Set();
const ofComments: ReadonlySet<string> = new Set(['T']);
/** The words of a verdict on a comment are "accepted by", and a name. */
const ofVerdicts: ReadonlySet<string> = new Set(['T', 'Contents']);

/** Keys of a comment that say whose it is. */
function keysOfAuthor(entries: Entries, said: Said): ReadonlySet<string> {
  if (!isComment(entries, said)) return nothing;
  return entries.has('StateModel') ? ofVerdicts : ofComments;
}

/** Refuses actions that run something, one by one and what comes next. */
function refuseActions(actions: Iterable<PdfValue>, resolve: Resolve): void {
  for (const action of actions) {
    const found = resolve(action);
    if (found?.kind !== 'dictionary') continue;
    refuse(found.entries, saidBy(found.entries, resolve));
    const next = resolve(found.entries.get('Next'));
    if (next?.kind === 'dictionary') refuse(next.entries, saidBy(next.entries, resolve));
  }
}

/**
 * Whether an entry does something when the file is opened or a page is shown, as fetching an address, which tells when it
 * was read. Where it begins may stay.
 */
function actsByItself(key: string, value: PdfValue, resolve: Resolve): boolean {
  if (key !== 'AA' && key !== 'OpenAction') return false;
  const found = resolve(value);
  if (found?.kind !== 'dictionary') return key === 'AA';
  const { entries } = found;
  if (value.kind === 'dictionary') refuseActions([value, ...entries.values()], resolve);
  return key === 'AA' || entries.has('Next') || saidBy(entries, resolve).action !== 'GoTo';
}

/** Says whether an entry names somebody, or acts by itself, and goes. */
function createChoice(entries: Entries, said: Said, resolve: Resolve) {
  const ofAuthor = keysOfAuthor(entries, said);
  const isLink = leadsOut(said);
  const isText = (value: PdfValue): boolean => textOf(resolve(value), 2) !== undefined;
  return (key: string, value: PdfValue): boolean =>
    aboutAuthors.has(key) ||
    ofPrograms.test(key) ||
    (pathKeys.has(key) && (isLink || isText(value))) ||
    (key === 'Author' && isText(value)) ||
    ofAuthor.has(key) ||
    (key === 'Thumb' && said.type === 'Page') ||
    actsByItself(key, value, resolve);
}

/** An address as it may stay, also where it stands elsewhere in the file. */
function cleanAddress(key: string, value: PdfValue, resolve: Resolve): PdfValue {
  if (key !== 'URI' && key !== 'Base') return value;
  const address = textOf(resolve(value));
  if (address === undefined || mayStay(address)) return value;
  return { kind: 'atom', text: `(${removedAddress})` };
}

/**
 * The entries of a dictionary that may stay: without what names authors. What is told by a reference is looked up, as
 * readers do. Throws `PdfFault` where it runs something, or holds what cannot be looked into.
 */
export function cleanEntries(
  { entries }: PdfDictionary,
  resolve: Resolve,
): readonly (readonly [string, PdfValue])[] {
  const said = saidBy(entries, resolve);
  refuse(entries, said);
  const goes = createChoice(entries, said, resolve);
  return [...entries]
    .filter(([key, value]) => !goes(key, value))
    .map(([key, value]) => [key, cleanAddress(key, value, resolve)] as const);
}
