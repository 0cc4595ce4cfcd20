import { join } from 'node:path';
import type { Logger } from 'pino';
import { versionOf } from '../graph/etag.js';
import type { RegisterFolder } from '../spool/register-folder.js';
import { readSealedFile } from '../spool/sealed-file.js';
import type { TextFiles } from '../spool/text-files.js';
import type { HeldTrails } from './held-trails.js';
import { openFinding } from './named-values.js';
import {
  readHeader,
  readItems,
  type SnapshotContents,
  type SnapshotHeader,
  type SnapshotHome,
} from './register-snapshot.js';

/** What looking for a snapshot needs. */
export interface FindPorts {
  readonly folder: RegisterFolder;
  readonly texts: TextFiles;
  readonly trails: HeldTrails;
  readonly home: SnapshotHome;
  readonly logger: Pick<Logger, 'warn'>;
}

/** A snapshot that is whole. */
export interface FoundSnapshot {
  readonly name: string;
  readonly header: SnapshotHeader;
  readonly contents: readonly SnapshotContents[];
}

async function readWhole(ports: FindPorts, name: string): Promise<FoundSnapshot | undefined> {
  const { folder, texts, trails, home } = ports;
  const contents: SnapshotContents[] = [];
  const adopted = new Map<number, number>();
  let header: SnapshotHeader | undefined;
  const fileOf = (file: number): number => adopted.get(file) ?? -1;
  const reading = { versionOf, fileOf, trails, find: openFinding() };
  for await (const line of readSealedFile(join(folder.path, name))) {
    if (header) {
      contents.push(readItems(line, reading));
      continue;
    }
    header = readHeader(line, home);
    if (!header) return undefined;
    for (const { file, name: text } of header.texts) adopted.set(file, texts.adopt(text));
  }
  return header && { name, header, contents };
}

/** The newest snapshot that is whole and belongs here, by whatever process. What is left alone is said in the log. */
export async function findSnapshot(ports: FindPorts): Promise<FoundSnapshot | undefined> {
  const { folder, logger } = ports;
  for (const name of await folder.snapshots()) {
    try {
      const found = await readWhole(ports, name);
      if (found) return found;
      logger.warn({ name }, 'a snapshot of another build, form or place is left alone');
    } catch (fault) {
      logger.warn({ name, err: fault }, 'a snapshot that cannot be read is left alone');
    }
  }
  return undefined;
}
