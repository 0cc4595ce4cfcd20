/** Code units as bytes, the frequent ones in one byte each. */
export interface UnitCodes {
  /** Hands on the bytes of a text. */
  encode(text: string, take: (byte: number) => void): void;
  /** The bytes of a text whose units have all been encoded before; else undefined. */
  known(text: string): Uint8Array | undefined;
}

/**
 * The characters of which most of a text consists, as they are searched: hiragana as katakana. The order of the others is
 * that in which they come.
 */
const frequent =
  'アイウエオカガキギクグケゲコゴサザシジスズセゼソゾタダチッツテデトドナニヌネノハバパヒビピフブプヘベペホボポ' +
  'マミムメモャヤュユョヨラリルレロワヲンァィェォヴ、。「」()-/,.:0123456789' +
  '日人分年月事業務員会者時間内部課用紙化行作成上中下手所入出電子申請確認必要職提案方法情報';

/** Bytes are of three kinds that share no value, so that a place within a unit is never taken for its beginning. */
const separator = 0;
const singles = 143;
const firstLead = singles + 1;
const firstTrail = 176;
const trails = 256 - firstTrail;
/** Leads that one, two and three trails follow. */
const shortLeads = 29;
const middleLeads = 2;
const shortCodes = shortLeads * trails;
const middleCodes = middleLeads * trails * trails;

/** A number as so many trails. */
function trailsOf(number: number, count: number, take: (byte: number) => void): void {
  for (let rest = count - 1; rest >= 0; rest -= 1) {
    take(firstTrail + (Math.floor(number / trails ** rest) % trails));
  }
}

/** The bytes of the unit that came as so many before it. */
function bytesOf(number: number, take: (byte: number) => void): void {
  const short = number - singles;
  const middle = short - shortCodes;
  const long = middle - middleCodes;
  if (short < 0) take(number + 1);
  else if (middle < 0) {
    take(firstLead + Math.floor(short / trails));
    trailsOf(short, 1, take);
  } else if (long < 0) {
    take(firstLead + shortLeads + Math.floor(middle / trails ** 2));
    trailsOf(middle, 2, take);
  } else {
    take(firstLead + shortLeads + middleLeads);
    trailsOf(long, 3, take);
  }
}

/** Ends a part of a text; no unit has this byte. */
export const partEnd = separator;

/** Opens the codes. */
export function createUnitCodes(): UnitCodes {
  /** One more than the number of each unit; 0 for one that never came. */
  const numbers = new Uint32Array(0x10000);
  let count = 0;

  function numberOf(unit: number): number {
    const known = numbers[unit] ?? 0;
    if (known > 0) return known - 1;
    count += 1;
    numbers[unit] = count;
    return count - 1;
  }

  for (let at = 0; at < frequent.length; at += 1) numberOf(frequent.charCodeAt(at));

  return {
    encode(text, take) {
      for (let at = 0; at < text.length; at += 1) bytesOf(numberOf(text.charCodeAt(at)), take);
    },
    known(text) {
      const bytes: number[] = [];
      for (let at = 0; at < text.length; at += 1) {
        const number = numbers[text.charCodeAt(at)] ?? 0;
        if (number === 0) return undefined;
        bytesOf(number - 1, (byte) => bytes.push(byte));
      }
      return Uint8Array.from(bytes);
    },
  };
}
