import { casebookTexts } from '../../text/casebook-texts.js';
import { useSurroundings, withWordsOf } from '../shell/surroundings.js';

const widen = withWordsOf(casebookTexts);

/** The surroundings with the words of this page. */
export const useCasebookSurroundings = () => widen(useSurroundings());
