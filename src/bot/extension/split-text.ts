const characters = new Intl.Segmenter('ja', { granularity: 'grapheme' });

/** How much of a text fits. */
export interface Room {
  /** Characters as they are seen. */
  readonly characters: number;
  /** UTF-16 units. */
  readonly units: number;
}

/** A text in two, the first as long as there is room; both together are the whole text. */
export function splitText(
  text: string,
  room: Room,
): { readonly head: string; readonly rest: string } {
  let seen = 0;
  for (const { index, segment } of characters.segment(text)) {
    if (seen === room.characters || index + segment.length > room.units) {
      return { head: text.slice(0, index), rest: text.slice(index) };
    }
    seen += 1;
  }
  return { head: text, rest: '' };
}
