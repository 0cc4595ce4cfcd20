import { settingsTexts } from '../../text/settings-texts.js';
import { useSurroundings, withWordsOf } from '../shell/surroundings.js';

const widen = withWordsOf(settingsTexts);

/** The surroundings with the words of this page. */
export const useSettingsSurroundings = () => widen(useSurroundings());
