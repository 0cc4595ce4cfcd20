const characters = new Intl.Segmenter('ja', { granularity: 'grapheme' });
const usualLength = 200;

/** The beginning of what somebody wrote, in characters as they are seen, with … where more follows. */
export function excerptOf(text: string, most: number = usualLength): string {
  let seen = 0;
  for (const { index } of characters.segment(text)) {
    if (seen === most) return `${text.slice(0, index).trimEnd()}…`;
    seen += 1;
  }
  return text;
}
