import type { Mark } from '../../domain/figures/marks.js';
import { progressTexts } from '../../text/progress-texts.js';
import { useSurroundings } from '../shell/surroundings.js';

/** The words of this page, and the word of a mark. */
export function useProgressWords() {
  const { locale, terms } = useSurroundings();
  const texts = progressTexts[locale];
  const markWord = (mark: Mark): string => (mark === 'merged' ? texts.merged : terms.status[mark]);
  return { texts, markWord };
}
