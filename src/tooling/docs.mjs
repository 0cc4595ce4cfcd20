// Writes the pages of docs/ that are made from the code. `npm run docs`; CI fails where a page differs.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from './project-root.mjs';

// Built from the sources by the script before this one.
const built = join(projectRoot, 'dist/server/text/lifecycle-document.js');
const { lifecycleDocument } = await import(pathToFileURL(built).href);
const path = join(projectRoot, 'docs/lifecycle.md');
writeFileSync(path, lifecycleDocument());
console.log('docs/lifecycle.md is written.');
