import { sameValue } from '../../domain/same-value.js';

/** Values that many items hold alike, held once. */
export interface SharedValues<T extends object> {
  /** The value that is known under a key, where it says the same; else this one, which is known from now on. What is shared is never altered. */
  of(key: string, value: T): T;
}

/** Opens it empty. Once it is full it begins anew, so that it never holds more than this beside the items. */
export function openSharedValues<T extends object>(most = 30_000): SharedValues<T> {
  const known = new Map<string, T>();
  return {
    of(key, value) {
      const before = known.get(key);
      if (before !== undefined && sameValue(before, value)) return before;
      if (known.size >= most) known.clear();
      known.set(key, value);
      return value;
    },
  };
}

const mostTexts = 10_000;
const texts = new Map<string, string>();

/** The one string of this text: ids and codes that many items have are other strings each time they are read. */
export function sharedText<T extends string>(text: T): T {
  const known = texts.get(text);
  // Equal to it, so of its type.
  if (known !== undefined) return known as T;
  if (texts.size >= mostTexts) texts.clear();
  texts.set(text, text);
  return text;
}
