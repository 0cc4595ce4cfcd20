// Writes the pages of docs/ that are made from the code. `npm run docs`; CI fails where a page differs.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lifecycleDocument } from '../../dist/server/text/lifecycle-document.js';
import { projectRoot } from './project-root.mjs';

const path = join(projectRoot, 'docs/lifecycle.md');
writeFileSync(path, lifecycleDocument());
console.log('docs/lifecycle.md is written.');
