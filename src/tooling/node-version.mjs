import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './project-root.mjs';

/** One sentence if this Node is older than package.json asks for, otherwise undefined. */
export function nodeVersionFault(version = process.versions.node) {
  const { engines } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'));
  const wanted = engines.node.replace(/^>=/, '');
  const [major, minor] = version.split('.').map(Number);
  const [wantedMajor, wantedMinor] = wanted.split('.').map(Number);
  const enough = major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
  return enough ? undefined : `Node ${wanted} or newer is needed; this is Node ${version}.`;
}
