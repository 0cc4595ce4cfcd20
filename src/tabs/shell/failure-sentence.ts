import type { TabTexts } from '../../text/tab-texts.js';
import type { Failure } from '../exchange.js';

/** Why an act was not carried out, in one sentence. */
export function failureSentence(failure: Failure, words: TabTexts): string {
  switch (failure.kind) {
    case 'refused':
      return failure.message;
    case 'offline':
      return words.offline;
    case 'no-right':
      return words.noRight.text;
    case 'signed-out':
      return words.failure.signedOutText;
    case 'outdated':
      return words.failure.outdated;
    case 'unavailable':
      return failure.reference === undefined
        ? words.failure.notSaved
        : words.failure.notSavedReference(failure.reference);
  }
}
