import { kept } from './kept.js';

/** The JSON of a value, kept for as long as the value is: an old text can never stand for a new state. */
export function keptJson<V extends object>(shapeOf: (value: V) => object): (value: V) => string {
  return kept((value) => JSON.stringify(shapeOf(value)));
}
