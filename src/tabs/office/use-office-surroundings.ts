import { officeTexts } from '../../text/office-texts.js';
import { useSurroundings, withWordsOf } from '../shell/surroundings.js';

const widen = withWordsOf(officeTexts);

/** The surroundings with the words of this page. */
export const useOfficeSurroundings = () => widen(useSurroundings());
