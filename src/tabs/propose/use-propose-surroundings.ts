import { proposeTexts } from '../../text/propose-texts.js';
import { useSurroundings, withWordsOf } from '../shell/surroundings.js';

const widen = withWordsOf(proposeTexts);

/** The surroundings with the words of writing a proposal. */
export const useProposeSurroundings = () => widen(useSurroundings());
