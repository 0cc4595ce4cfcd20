import { join } from 'node:path';
import type { LocalDeps } from '../../deps.js';
import { type Bodies, openBodies } from './bodies.js';
import { type FileTickets, openFileTickets } from './file-tickets.js';
import { openUploadSessions, type UploadSessions } from './upload-sessions.js';

/** What files need beside the items of their library. */
export interface Files {
  bodies: Bodies;
  uploads: UploadSessions;
  tickets: FileTickets;
}

/** Opens the bodies (below the state's folder), the uploads and the tickets. */
export function openFiles(deps: LocalDeps): Files {
  const { stateDir } = deps.settings;
  const bodies = openBodies(stateDir === undefined ? undefined : join(stateDir, 'graph-files'));
  return { bodies, uploads: openUploadSessions(deps, bodies), tickets: openFileTickets(deps) };
}

/**
 * An address of files, on the other loopback name: like the real one it is another host, to which
 * clients send no token of their own.
 */
export function fileAddress(base: string, path: string): string {
  const url = new URL(`/sharepoint/${path}`, base);
  url.hostname = url.hostname === 'localhost' ? '127.0.0.1' : 'localhost';
  return url.href;
}
