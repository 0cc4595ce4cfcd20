import { grownNumbers } from './grown.js';

/** A number below 2^32 at each place, 0 where none was set. */
export interface NumberColumn {
  get(place: number): number;
  set(place: number, value: number): void;
}

/** Opens it empty. */
export function createNumberColumn(): NumberColumn {
  let values = new Uint32Array(1_024);
  return {
    get: (place) => values[place] ?? 0,
    set(place, value) {
      if (place >= values.length) values = grownNumbers(values, place);
      values[place] = value;
    },
  };
}
