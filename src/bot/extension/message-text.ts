const entityNames: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
]);
/** What begins a line of its own. */
const blocks: ReadonlySet<string> = new Set([
  'p',
  'div',
  'br',
  'li',
  'ul',
  'ol',
  'tr',
  'table',
  'blockquote',
  'pre',
  'codeblock',
  'hr',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
]);
const unread: ReadonlySet<string> = new Set(['script', 'style']);
const preformatted: ReadonlySet<string> = new Set(['pre', 'codeblock']);
/** What stands before the text of an element. */
const signs: ReadonlyMap<string, string> = new Map([
  ['li', '・'],
  ['at', '@'],
  ['td', '\t'],
  ['th', '\t'],
]);
/** What is there by its name alone. */
const named: ReadonlySet<string> = new Set(['img', 'emoji']);
const largestCodePoint = 0x10ffff;

function characterOf(code: number): string {
  const isCharacter = code > 0 && code <= largestCodePoint && !(code >= 0xd800 && code <= 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : '\ufffd';
}

function withoutEntities(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,8}));/gi,
    (whole, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
      if (hex !== undefined) return characterOf(Number.parseInt(hex, 16));
      if (decimal !== undefined) return characterOf(Number(decimal));
      return entityNames.get((name ?? '').toLowerCase()) ?? whole;
    },
  );
}

interface Tag {
  readonly name: string;
  readonly isEnd: boolean;
  readonly attributes: string;
}

function tagOf(piece: string): Tag | undefined {
  const [, end, name, attributes = ''] = /^<(\/?)([a-z][a-z0-9-]*)([^<>]*)>$/i.exec(piece) ?? [];
  return name === undefined
    ? undefined
    : { name: name.toLowerCase(), isEnd: end === '/', attributes };
}

function attributeOf({ attributes }: Tag, name: string): string {
  const found = new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'i').exec(attributes);
  return withoutEntities(found?.[1] ?? found?.[2] ?? '').trim();
}

/** Writes down what is read, tag by tag. */
function openReading() {
  let text = '';
  /** Where the text of the link begins that is open, and where it leads. */
  let link: { readonly start: number; readonly address: string } | undefined;
  let silent = 0;
  let asWritten = 0;

  function mark(sign: string): void {
    if (silent === 0) text += sign;
  }

  function write(written: string): void {
    mark(asWritten > 0 ? written : written.replace(/[ \t\r\n]+/g, ' '));
  }

  /** A link is written out: its text, and the address where that says something else. */
  function endLink(): void {
    const { start, address } = link ?? { start: 0, address: '' };
    link = undefined;
    if (address !== '' && !text.slice(start).includes(address)) write(`（${address}）`);
  }

  function nest(name: string, by: 1 | -1): void {
    if (unread.has(name)) silent = Math.max(0, silent + by);
    if (preformatted.has(name)) asWritten = Math.max(0, asWritten + by);
  }

  function begin(tag: Tag): void {
    const { name } = tag;
    nest(name, 1);
    if (blocks.has(name)) mark('\n');
    mark(signs.get(name) ?? '');
    if (named.has(name)) write(attributeOf(tag, 'alt'));
    if (name === 'a') link = { start: text.length, address: attributeOf(tag, 'href') };
  }

  function end({ name }: Tag): void {
    nest(name, -1);
    if (blocks.has(name) && name !== 'br') mark('\n');
    if (name === 'a') endLink();
  }

  return { write, begin, end, text: () => text };
}

/** Blanks around lines go, and of empty lines in a row one stays. */
function tidied(text: string): string {
  return text
    .replace(/[\p{Cc}\ufffe\uffff]/gu, (mark) => (mark === '\n' || mark === '\t' ? mark : ''))
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/**
 * The plain text of a message of Teams, whose body is HTML: mentions as `@name`, links with their address, pictures by
 * what they are called. Nothing of it is markup any more.
 */
export function messageText(html: string): string {
  const reading = openReading();
  for (const [piece] of html.matchAll(/<[^<>]*>|[^<]+|</g)) {
    const tag = tagOf(piece);
    if (tag?.isEnd) reading.end(tag);
    else if (tag) reading.begin(tag);
    else if (!/^<[!?/]/.test(piece)) reading.write(withoutEntities(piece));
  }
  return tidied(reading.text());
}
