import { everyoneTexts } from '../../text/everyone-texts.js';
import { useSurroundings, withWordsOf } from '../shell/surroundings.js';

const widen = withWordsOf(everyoneTexts);

/** The surroundings with the words of this page. */
export const useEveryoneSurroundings = () => widen(useSurroundings());

/** The words of the tabs with those of this page. */
export type EveryoneWords = ReturnType<typeof widen>['words'];
