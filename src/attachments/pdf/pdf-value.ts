/** A value of a PDF as it is written, one character per byte (Latin-1). */
export type PdfValue =
  /** A number, name, string, hexadecimal string, boolean or null, as it stands there. */
  | { readonly kind: 'atom'; readonly text: string }
  | { readonly kind: 'reference'; readonly to: number }
  | { readonly kind: 'array'; readonly items: readonly PdfValue[] }
  | PdfDictionary;

/** A dictionary by the names of its keys, without their slash. */
export interface PdfDictionary {
  readonly kind: 'dictionary';
  readonly entries: ReadonlyMap<string, PdfValue>;
}

/** A numbered object: a value, or a dictionary with the bytes of its stream as they are stored. */
export interface PdfObject {
  readonly value: PdfValue;
  readonly stream?: Uint8Array;
}

/** Why a PDF is not taken. */
export type PdfProblem = 'encrypted' | 'active' | 'unclean' | 'unreadable' | 'too-large';

/** Ends the reading of a PDF; caught where it began. */
export class PdfFault extends Error {
  readonly problem: PdfProblem;

  constructor(problem: PdfProblem) {
    super(problem);
    this.name = 'PdfFault';
    this.problem = problem;
  }
}

/** The name that an atom is; undefined for anything else. */
export function nameOf(value: PdfValue | undefined): string | undefined {
  return value?.kind === 'atom' && value.text.startsWith('/') ? plainName(value.text) : undefined;
}

/** The whole number that an atom is; undefined for anything else. */
export function wholeNumberOf(value: PdfValue | undefined): number | undefined {
  return value?.kind === 'atom' && /^\d{1,12}$/.test(value.text) ? Number(value.text) : undefined;
}

/** A name without its slash, its escapes resolved, so that no spelling hides a key. */
export function plainName(written: string): string {
  return written
    .slice(1)
    .replace(/#([0-9a-f]{2})/gi, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
}

/** A name as it is written. */
export function writtenName(name: string): string {
  const escaped = name.replace(
    /[^!-~]|[#()<>[\]{}/%]/g,
    (sign) => `#${sign.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
  return `/${escaped}`;
}

/** The dictionary that an object is, with or without a stream. */
export function dictionaryOf({ value }: PdfObject): PdfDictionary {
  if (value.kind !== 'dictionary') throw new PdfFault('unreadable');
  return value;
}

/** Whether a value is written as null, which stands for one that is not there. */
export function isNull(value: PdfValue | undefined): boolean {
  return value?.kind === 'atom' && value.text === 'null';
}

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
};

/** The bytes of a string in brackets, one character each. */
function unescaped(written: string): string {
  return written.replace(
    /\\([0-7]{1,3}|\r\n|[\s\S])/g,
    (_, sign: string) =>
      escapes[sign] ??
      (/^[0-7]/.test(sign) ? String.fromCharCode(Number.parseInt(sign, 8) & 255) : sign.trim()),
  );
}

function fromHexadecimal(written: string): string {
  const digits = written.replace(/[^0-9a-f]/gi, '');
  return Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex').toString('latin1');
}

/** The text of the bytes of a string: UTF-16 or UTF-8 where a mark says so, else as they are. */
function textOfBytes(bytes: string): string {
  if (bytes.startsWith('\xfe\xff')) {
    return Buffer.from(bytes.slice(2, bytes.length & ~1), 'latin1')
      .swap16()
      .toString('utf16le');
  }
  if (bytes.startsWith('\xff\xfe'))
    return Buffer.from(bytes.slice(2), 'latin1').toString('utf16le');
  if (bytes.startsWith('\xef\xbb\xbf')) return Buffer.from(bytes.slice(3), 'latin1').toString();
  return bytes;
}

/**
 * The text that an atom is, however it is written; undefined for anything but a string. `most`: signs as written from
 * which it is read, where its beginning is enough.
 */
export function textOf(
  value: PdfValue | undefined,
  most = Number.POSITIVE_INFINITY,
): string | undefined {
  if (value?.kind !== 'atom') return undefined;
  const inside = value.text.slice(1, Math.min(value.text.length - 1, most));
  if (value.text.startsWith('(')) return textOfBytes(unescaped(inside));
  return value.text.startsWith('<') ? textOfBytes(fromHexadecimal(inside)) : undefined;
}
