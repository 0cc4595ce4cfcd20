import { attributes, decoded } from './markup.js';
import type { OfficeProblem } from './office-problem.js';

/** Text as it may stay. */
export interface CleanedText {
  readonly text: string;
}

/** Attributes that hold names wherever they stand: of comments, tracked changes, shared workbooks, refreshed tables. */
const namingAttributes =
  /(\s(?:\w+:)?(?:author|initials|userName|lastModifiedBy|refreshedBy)\s*=\s*)("[^"]*"|'[^']*')/g;

/** Parts that list people: every name and account in them goes. */
const listsOfPeople =
  /^(word\/people|xl\/persons\/.*|xl\/revisions\/.*|xl\/users|ppt\/(commentAuthors|authors)|ppt\/changesInfos\/.*)\.xml$/i;
const personAttributes =
  /(\s(?:\w+:)?(?:author|name|displayName|initials|userId|providerId)\s*=\s*)("[^"]*"|'[^']*')/g;

/** Elements whose text is a name: authors of comments in workbooks, and people in properties of SharePoint. */
const namingElements =
  /(<((?:\w+:)?(?:author|DisplayName|AccountId|LastSharedByUser|lastModifiedBy|creator|Company|Manager))(?:\s[^<>]*)?>)[^<]*(?:<!\[CDATA\[[^<\]]*\]\]>[^<]*)*(<\/\2>)/g;

/** Where a workbook was saved last: a path with the name of an account. */
const savedPath = /<(\w+:)?absPath\b[^<>]*\/>/g;

/** Connections to data that would be opened together with the workbook. */
const fetchedOnOpening = new RegExp(
  String.raw`(<(?:\w+:)?connection\b${attributes}\srefreshOnLoad\s*=\s*)(?:"[^"<]*"|'[^'<]*')`,
  'g',
);

/** Views of a shared workbook bear the name of who made them. */
const ownViews = new RegExp(
  String.raw`(<(?:\w+:)?customWorkbookView\b${attributes}\sname\s*=\s*)(?:"[^"<]*"|'[^'<]*')`,
  'g',
);

/** Values of attributes, and what fields are told to show: there, paths and accounts stand. */
const quoted = /(=\s*)("[^"<]*"|'[^'<]*')/g;
const instructions = /(<((?:\w+:)?instrText)\b[^<>]*>)([^<]*)(<\/\2>)/g;
const homeFolder =
  /((?:^|["'\s;=(])(?:file:[\\/]+)?(?:[a-z]:)?[\\/]+(?:Users|home|Documents and Settings)[\\/]+)[^\\/"'<>;&]+/gi;
const ownLibrary = /((?:-my\.sharepoint\.[a-z.]+|[\\/]personal)[\\/])[^"'<>\s;]+/gi;
const credentials = /\b(User ID|UID|Password|PWD)\s*=\s*(?:&quot;[^"<]*?&quot;|[^;"'<>]*)/gi;
const linkedPicture = new RegExp(String.raw`<(?:\w+:)?imagedata\b${attributes}>`, 'g');

/** Words without which a part names nobody; most parts of a document are passed over by it. */
const hints =
  /author|initials|userName|lastModifiedBy|refreshedBy|DisplayName|AccountId|LastShared|creator|Company|Manager|absPath|refreshOnLoad|customWorkbookView|[\\/](?:Users|home|Documents and Settings|personal)[\\/]|-my\.sharepoint\.|User ID|UID|Password|PWD|imagedata/i;

const empty = (_: string, head: string): string => `${head}""`;

function withoutAccounts(text: string): string {
  return text
    .replace(homeFolder, '$1removed')
    .replace(ownLibrary, '$1removed')
    .replace(credentials, '$1=');
}

/** A picture that lies elsewhere would be fetched, and tell when the document was read. */
const withoutSource = (tag: string): string =>
  tag.replace(/\s(?:\w+:)?(?:src|href)\s*=\s*(?:"[^"<]*"|'[^'<]*')/g, '');

/** Text without what names people. `name`: that of its part. */
export function withoutNames(name: string, text: string): string {
  const isOfPeople = listsOfPeople.test(name);
  if (!isOfPeople && !hints.test(text)) return text;
  let views = 0;
  const plain = text
    .replace(namingAttributes, empty)
    .replace(namingElements, '$1$3')
    .replace(savedPath, '')
    .replace(fetchedOnOpening, '$1"0"')
    .replace(ownViews, (_, head: string) => {
      views += 1;
      return `${head}"view${views}"`;
    })
    .replace(linkedPicture, withoutSource)
    .replace(quoted, (_, head: string, value: string) => head + withoutAccounts(value))
    .replace(
      instructions,
      (_, head: string, _name: string, words: string, end: string) =>
        head + withoutAccounts(words) + end,
    );
  return isOfPeople ? plain.replace(personAttributes, empty) : plain;
}

/** A field that runs a program; Word puts one together from several pieces. */
const runsProgram = /\bDDE(?:AUTO)?\b/i;

/** What a part of text does besides showing words; undefined where it does nothing. */
export function problemIn(text: string): OfficeProblem | undefined {
  if (/<(?:\w+:)?ddeLink\b/.test(text)) return 'active';
  // Formulas that fetch data are packed into it, with the paths of whoever wrote them.
  if (/<(?:\w+:)?DataMashup\b/.test(text)) return 'unclean';
  if (!/DDE/i.test(text) && !text.includes('instrText')) return undefined;
  const pieces = [...text.matchAll(instructions)].map(([, , , words = '']) => decoded(words));
  const simple = [...text.matchAll(/\s\w+:instr\s*=\s*("[^"<]*"|'[^'<]*')/g)];
  const isRunning =
    runsProgram.test(pieces.join('')) ||
    pieces.some((piece) => runsProgram.test(piece)) ||
    simple.some(([, words = '']) => runsProgram.test(decoded(words)));
  return isRunning ? 'active' : undefined;
}

const description = /<((?:\w+:)?metadata)\b[^<>]*>[\s\S]*?<\/\1\s*>|<!--[\s\S]*?-->/g;
const descriptionStart = /<(?:\w+:)?metadata\b|<!--/g;
/** Of more, looking for their ends would take long. */
const mostDescriptions = 200;
const ofDrawingPrograms =
  /\s(?:sodipodi|inkscape):(?:docname|export-filename)\s*=\s*(?:"[^"<]*"|'[^'<]*')/g;
const links = /(\s(?:\w+:)?href\s*=\s*)("[^"<]*"|'[^'<]*')/g;

/** A drawing (SVG) without what programs write of themselves; a problem where it runs or holds something. */
export function cleanDrawing(text: string): CleanedText | OfficeProblem {
  if (/<(?:\w+:)?(?:script|foreignObject)\b|\son\w+\s*=/i.test(text)) return 'active';
  const isOdd = (text.match(descriptionStart)?.length ?? 0) > mostDescriptions;
  if (isOdd || /data:/i.test(text)) return 'media';
  const clean = text
    .replace(description, '')
    .replace(ofDrawingPrograms, '')
    .replace(links, (all, head: string, value: string) =>
      decoded(value).startsWith('#', 1) ? all : `${head}"#"`,
    );
  return { text: clean };
}
