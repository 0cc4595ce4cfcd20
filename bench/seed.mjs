import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../src/tooling/project-root.mjs';

const read = (name) => JSON.parse(readFileSync(join(projectRoot, 'src/local/seed', name), 'utf8'));

/** People, masters and texts of the demo; all invented. */
export const seed = {
  people: read('people.json').filter((person) => person.accountEnabled),
  masters: read('masters.json'),
  proposals: read('proposals.json').proposals,
};
