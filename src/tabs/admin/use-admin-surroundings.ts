import { adminTexts } from '../../text/admin-texts.js';
import { useSurroundings, withWordsOf } from '../shell/surroundings.js';

const widen = withWordsOf(adminTexts);

/** The surroundings with the words of this page. */
export const useAdminSurroundings = () => widen(useSurroundings());
