/** The attributes of a tag as they are written: nothing in quotes ends it. */
export const attributes = `(?:[^"'<>]|"[^"<]*"|'[^'<]*')*?`;

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

const signOf = (code: number): string =>
  code > 0 && code <= 0x10_ffff ? String.fromCodePoint(code) : '';

/** A value as programs read it, so that no spelling hides a word. */
export function decoded(value: string): string {
  return value.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi,
    (_, hexadecimal: string | undefined, decimal: string | undefined, word: string | undefined) => {
      if (hexadecimal !== undefined) return signOf(Number.parseInt(hexadecimal, 16));
      return decimal === undefined ? (named[word ?? ''] ?? '') : signOf(Number(decimal));
    },
  );
}

/** The value of an attribute of a tag, decoded; undefined where it has none of that name. */
export function attributeOf(tag: string, name: string): string | undefined {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"<]*)"|'([^'<]*)')`).exec(tag);
  const value = found?.[1] ?? found?.[2];
  return value === undefined ? undefined : decoded(value);
}
