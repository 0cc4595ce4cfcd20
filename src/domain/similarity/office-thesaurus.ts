import { documentTerms } from './office-terms/documents.js';
import { peopleTerms } from './office-terms/people.js';
import { toolTerms } from './office-terms/tools.js';
import type { ThesaurusEntry } from './thesaurus.js';

/** Reads lines of `id: term term …`. */
function readLines(lines: string): readonly ThesaurusEntry[] {
  return lines
    .split('\n')
    .filter((line) => line.includes(': '))
    .map((line) => {
      const [id = '', terms = ''] = line.split(': ');
      return { id, terms: [...new Set(terms.split(' ').filter((term) => term !== ''))] };
    });
}

/** The thesaurus that is shipped; an organisation starts from it and edits its own copy. */
export const officeThesaurus: readonly ThesaurusEntry[] = [
  documentTerms,
  toolTerms,
  peopleTerms,
].flatMap(readLines);
