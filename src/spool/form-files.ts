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
  remove(token: string): Promise<void>;
}

async function isThere(file: string): Promise<boolean> {
  try {
    await access(file);
    return true;
  } catch (fault) {
    if (hasCode(fault, 'ENOENT')) return false;
    throw fault;
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
  const fileOf = (token: string): string => join(own.path, `${token}.json`);

  async function write(form: KeptForm): Promise<void> {
    const file = fileOf(form.token);
    await own.ensureIfLate();
    try {
      await writeDurably(file, JSON.stringify(form));
    } catch (fault) {
      // The folder or the half-written file was cleared away in between.
      if (!hasCode(fault, 'ENOENT')) throw fault;
      await own.ensure();
      await writeDurably(file, JSON.stringify(form));
    }
  }

  async function ensure(form: KeptForm): Promise<void> {
    if (!(await isThere(fileOf(form.token)))) await write(form);
  }

  async function remove(token: string): Promise<void> {
    try {
      await unlink(fileOf(token));
    } catch (fault) {
      if (!hasCode(fault, 'ENOENT')) throw fault;
    }
  }

  async function setAside(token: string): Promise<void> {
    const plain = join(folder, `${token}.damaged`);
    const aside = (await isThere(plain)) ? join(folder, `${token}.${instance}.damaged`) : plain;
    await rename(fileOf(token), aside);
    onDamage(aside);
  }

  async function read(token: string): Promise<KeptForm | undefined> {
    const text = await textOf(fileOf(token));
    if (text === undefined) return undefined;
    const form = parseKeptForm(text);
    if (!form) await setAside(token);
    return form;
  }

  return { write, ensure, read, remove };
}
