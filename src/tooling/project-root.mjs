import { fileURLToPath } from 'node:url';

/** Absolute path of the project folder (where package.json stands). */
export const projectRoot = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');
