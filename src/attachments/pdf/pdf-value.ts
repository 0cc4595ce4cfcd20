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
export type PdfProblem = 'encrypted' | 'active' | 'unclean' | 'unreadable';

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
