/** A stretch of a folded text, the end excluded. */
export interface Place {
  readonly from: number;
  readonly to: number;
}

/** Where a pattern with the flag g is met, as far as `isMeant` agrees. */
export function placesOf(
  text: string,
  pattern: RegExp,
  isMeant: (met: string, place: Place) => boolean,
): readonly Place[] {
  return [...text.matchAll(pattern)].flatMap(({ 0: met, index }) => {
    const place = { from: index, to: index + met.length };
    return isMeant(met, place) ? [place] : [];
  });
}

/** What stands before a place in its line, at most so many characters. */
export function before(text: string, { from }: Place, most: number): string {
  return (
    text
      .slice(Math.max(0, from - most), from)
      .split('\n')
      .at(-1) ?? ''
  );
}

/** What follows a place in its line, at most so many characters. */
export function after(text: string, { to }: Place, most: number): string {
  return text.slice(to, to + most).split('\n')[0] ?? '';
}

const counted = /^ ?(?:[十百千万億兆]|円|件|人|名|冊|枚|部|台|本|回|時間|年|%|kwh|yen)/i;

/** Whether a number is an amount: money, or so many of something. */
export function isAmount(text: string, place: Place): boolean {
  return counted.test(after(text, place, 6)) || /[\\¥] ?$/.test(before(text, place, 2));
}

/** The digits of what was met. */
export function digitsOf(met: string): string {
  return met.replace(/\D/g, '');
}
