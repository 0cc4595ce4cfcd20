import { readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { KeptForm } from '../domain/kept-form.js';
import { writeDurably } from './durable-file.js';
import { parseKeptForm } from './kept-form-shape.js';
import { openProcessFolder } from './process-folder.js';

const filePattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.json$/;

/** The spool of one process: one file per kept form, named by token. */
export interface FormSpool {
  keep(form: KeptForm): Promise<void>;
  erase(token: string): Promise<void>;
  claimAbandoned(): Promise<readonly KeptForm[]>;
  release(token: string): void;
  /** How many forms this process keeps. */
  size(): number;
  /** What is still kept is left to the next process. */
  close(): void;
}

/**
 * Opens the spool under `folder` for the process `instance`; processes may share the folder. `onDamage` is told of
 * files that cannot be read: they are set aside, never deleted, and the others go on.
 */
export async function openFormSpool(
  folder: string,
  instance: string,
  onDamage: (file: string) => void,
): Promise<FormSpool> {
  const own = await openProcessFolder(folder, instance);
  /** Forms in the own folder: being worked on, or waiting to be taken up again. */
  const kept = new Map<string, 'working' | 'waiting'>();
  const fileOf = (token: string): string => join(own.path, `${token}.json`);

  async function keep(form: KeptForm): Promise<void> {
    if (!filePattern.test(`${form.token}.json`)) {
      throw new Error('a submission token is a lower-case UUID');
    }
    if (!kept.has(form.token)) {
      await own.ensure();
      await writeDurably(fileOf(form.token), JSON.stringify(form));
    }
    kept.set(form.token, 'working');
  }

  async function read(token: string): Promise<KeptForm | undefined> {
    const form = parseKeptForm(await readFile(fileOf(token), 'utf8'));
    if (form) return form;
    const aside = join(folder, `${token}.damaged`);
    await rename(fileOf(token), aside);
    kept.delete(token);
    onDamage(aside);
    return undefined;
  }

  async function claimAbandoned(): Promise<readonly KeptForm[]> {
    const moved = await own.takeOver((name) => filePattern.test(name));
    for (const name of moved) kept.set(name.replace('.json', ''), 'waiting');
    const claimed: KeptForm[] = [];
    for (const [token, state] of [...kept]) {
      if (state !== 'waiting') continue;
      kept.set(token, 'working');
      const form = await read(token);
      if (form) claimed.push(form);
    }
    return claimed;
  }

  return {
    keep,
    claimAbandoned,
    erase: async (token) => {
      if (kept.delete(token)) await rm(fileOf(token), { force: true });
    },
    release: (token) => {
      if (kept.has(token)) kept.set(token, 'waiting');
    },
    size: () => kept.size,
    close: own.close,
  };
}
