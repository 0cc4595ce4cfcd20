import type { Breathe, ReadableTexts, SimilarTexts } from './similarity-ports.js';

/** Texts read in one go, so that nobody's request waits longer than for another request. */
const textsInSlice = 20;

/** Reads a slice of what waits; answers whether everything is read. What was submitted just now is in it. */
export function readSomeTexts(similarTexts: SimilarTexts): boolean {
  return similarTexts.read(textsInSlice) === 0;
}

const never = (): boolean => false;

/** Reads all texts that wait, unless it is stopped, and lets other work go on between slices. */
export async function readTexts(
  similarTexts: SimilarTexts,
  breathe: Breathe,
  isStopped = never,
): Promise<void> {
  while (!isStopped() && !readSomeTexts(similarTexts)) await breathe();
}

/** Reading a text for the search takes a twentieth of the time. */
const searchedInSlice = 200;

/** Reads all texts that wait to be searched, unless it is stopped, and lets other work go on between slices. */
export async function readSearchTexts(
  texts: ReadableTexts,
  breathe: Breathe,
  isStopped = never,
): Promise<void> {
  while (!isStopped() && texts.read(searchedInSlice) > 0) await breathe();
}
