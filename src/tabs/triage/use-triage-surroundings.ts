import { triageTexts } from '../../text/triage-texts.js';
import { useSurroundings, withWordsOf } from '../shell/surroundings.js';

const widen = withWordsOf(triageTexts);

/** The surroundings with the words of this page. */
export const useTriageSurroundings = () => widen(useSurroundings());
