import type { Instant } from '../../domain/instant.js';
import { longestText } from './column.js';

/** Leaves out what is undefined, so that an absent value is absent and not a key without one. */
export function present<T extends object>(
  values: T,
): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]?: Exclude<T[K], undefined> };
}

/** An instant as a dateTime column takes it; null clears. */
export function dateTimeOf(at: Instant | undefined): string | null {
  return at === undefined ? null : `${new Date(at).toISOString().slice(0, 19)}Z`;
}

const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' });

/** A text cut at whole characters so that it fits a column of one line. */
export function cutToLine(text: string): string {
  if (text.length <= longestText) return text;
  let cut = '';
  for (const { segment } of graphemes.segment(text)) {
    if (cut.length + segment.length > longestText) break;
    cut += segment;
  }
  return cut;
}
