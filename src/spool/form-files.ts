import { access, readFile, rename, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { KeptForm } from '../domain/kept-form.js';
import { writeDurably } from './durable-file.js';
import { hasCode } from './has-code.js';
import { parseKeptForm } from './kept-form-shape.js';
import type { ProcessFolder } from './process-folder.js';

/** The files of one process, one per token. Other processes may take any of them while this one is suspended. */
export interface FormFiles {
  /** Writes the file of a token that is new here. */
  write(form: KeptForm): Promise<void>;
  /** Writes the file unless it is there. */
  ensure(form: KeptForm): Promise<void>;
  /** Undefined where the file is gone, or damaged and set aside. */
  read(token: string): Promise<KeptForm | undefined>;
  /** Removes the file, kept or owed. */
  remove(token: string, isOwed: boolean): Promise<void>;
  /** Renames the file so that its receipt goes out by message alone; false where another process took it. */
  markOwed(token: string): Promise<boolean>;
  /** Takes the file of another process, which then forgets the form; false where it has none to take. */
  takeFrom(other: string, token: string): Promise<boolean>;
  /** Whether another process is giving the receipt by message. */
  isOwedBy(other: string, token: string): Promise<boolean>;
}

/** Names of the file of a token: as it is kept, and from the moment its receipt is left to a message. */
const keptName = (token: string): string => `${token}.json`;
const owedName = (token: string): string => `${token}.owed.json`;

async function isThere(file: string): Promise<boolean> {
  try {
    await access(file);
    return true;
  } catch (fault) {
    if (hasCode(fault, 'ENOENT', 'ENOTDIR')) return false;
    throw fault;
  }
}

async function isMoved(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (fault) {
    if (hasCode(fault, 'ENOENT', 'ENOTDIR')) return false;
    throw fault;
  }
}

async function removeFile(file: string): Promise<void> {
  try {
    await unlink(file);
  } catch (fault) {
    if (!hasCode(fault, 'ENOENT')) throw fault;
  }
}

async function textOf(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (fault) {
    if (hasCode(fault, 'ENOENT')) return undefined;
    throw fault;
  }
}

/** The files in `own`. Damaged ones are moved up to `folder`, which never replaces an earlier one, and told of. */
export function formFiles(
  own: ProcessFolder,
  folder: string,
  instance: string,
  onDamage: (file: string) => void,
): FormFiles {
  const keptFile = (token: string): string => join(own.path, keptName(token));
  const owedFile = (token: string): string => join(own.path, owedName(token));

  async function write(form: KeptForm): Promise<void> {
    const file = keptFile(form.token);
    await own.ensureIfLate();
    try {
      await writeDurably(file, JSON.stringify(form), own.sync);
    } catch (fault) {
      // The folder or the half-written file was cleared away in between.
      if (!hasCode(fault, 'ENOENT')) throw fault;
      await own.ensure();
      await writeDurably(file, JSON.stringify(form), own.sync);
    }
  }

  async function ensure(form: KeptForm): Promise<void> {
    const { token } = form;
    if ((await isThere(keptFile(token))) || (await isThere(owedFile(token)))) return;
    await write(form);
  }

  async function setAside(file: string, token: string): Promise<void> {
    const plain = join(folder, `${token}.damaged`);
    const aside = (await isThere(plain)) ? join(folder, `${token}.${instance}.damaged`) : plain;
    await rename(file, aside);
    onDamage(aside);
  }

  async function read(token: string): Promise<KeptForm | undefined> {
    for (const file of [keptFile(token), owedFile(token)]) {
      const text = await textOf(file);
      if (text === undefined) continue;
      const form = parseKeptForm(text);
      if (!form) await setAside(file, token);
      return form;
    }
    return undefined;
  }

  return {
    write,
    ensure,
    read,
    remove: async (token, isOwed) => removeFile(isOwed ? owedFile(token) : keptFile(token)),
    markOwed: async (token) =>
      (await isMoved(keptFile(token), owedFile(token))) || isThere(owedFile(token)),
    takeFrom: (other, token) => isMoved(join(other, keptName(token)), keptFile(token)),
    isOwedBy: (other, token) => isThere(join(other, owedName(token))),
  };
}
