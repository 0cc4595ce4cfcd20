const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' });

/** Characters as the person sees them: 𠮷野家 is 3, a family emoji is 1. */
export function countGraphemes(text: string): number {
  let count = 0;
  for (const _ of graphemes.segment(text)) count += 1;
  return count;
}

/** Whether a text has no lone surrogate and no control character but tab and line feed. */
export function isWritable(text: string): boolean {
  return text.isWellFormed() && !/[^\P{Cc}\t\n]|[\uFFFE\uFFFF]/u.test(text);
}

/**
 * A text as it is stored: NFC, LF line ends, no blanks at line ends or around it.
 * Not NFKC, which would change official names (㈱, ～).
 */
export function tidyText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+$/gm, '')
    .replace(/^[\s\u200B\u2060\uFEFF]+|[\s\u200B\u2060\uFEFF]+$/g, '');
}

/** Direction and format characters can make a title read as something else; joiners of emoji stay. */
export function tidyLine(text: string): string {
  return tidyText(text)
    .replace(/[\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF]/g, '')
    .trim();
}

/** The key by which texts are compared and searched: width and case do not count. */
export function comparisonKey(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim();
}
