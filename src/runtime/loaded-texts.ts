import type { TextPlace } from '../spool/text-files.js';

/** What was looked at last of texts that lie in files. */
export interface LoadedTexts<T> {
  at(place: TextPlace): T;
  forget(place: TextPlace): void;
}

/** Whoever opens a proposal looks at its parts several times; lists look at none. */
const mostLoaded = 200;
const mostLoadedBytes = 4 * 1024 * 1024;

/** Opens it empty. `load` reads what is not there. */
export function openLoadedTexts<T>(load: (place: TextPlace) => T): LoadedTexts<T> {
  const loaded = new Map<TextPlace, T>();
  let bytes = 0;
  function forget(place: TextPlace): void {
    if (loaded.delete(place)) bytes -= place.length;
  }
  return {
    forget,
    at(place) {
      const text = loaded.get(place) ?? load(place);
      forget(place);
      loaded.set(place, text);
      bytes += place.length;
      for (const oldest of loaded.keys()) {
        if (oldest === place || (loaded.size <= mostLoaded && bytes <= mostLoadedBytes)) break;
        forget(oldest);
      }
      return text;
    },
  };
}
