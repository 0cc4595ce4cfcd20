import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { hasCode } from './has-code.js';

const fileIn = (folder: string): string => join(folder, 'change-notifications.key');
const keyBytes = 32;
const written = /^[\da-f]{64}\n$/;
/** Long enough for another process to write one line that it has begun. */
const oneLineMs = 200;

const keyIn = (text: string | undefined): Uint8Array | undefined =>
  text !== undefined && written.test(text) ? Buffer.from(text.trim(), 'hex') : undefined;

async function readText(folder: string): Promise<string | undefined> {
  try {
    return await readFile(fileIn(folder), 'utf8');
  } catch (fault) {
    if (hasCode(fault, 'ENOENT')) return undefined;
    throw fault;
  }
}

/** Writes a new key where there is none; false where another process was first. */
async function begin(folder: string): Promise<boolean> {
  try {
    const file = await open(fileIn(folder), 'wx', 0o600);
    try {
      await file.writeFile(`${randomBytes(keyBytes).toString('hex')}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    return true;
  } catch (fault) {
    if (hasCode(fault, 'EEXIST')) return false;
    throw fault;
  }
}

/** Whether a folder has had a key, so that subscriptions may be left of it. */
export async function hasNotificationKey(folder: string): Promise<boolean> {
  return (await readText(folder)) !== undefined;
}

/**
 * The key from which the secrets of subscriptions come: made once, kept in the data folder for the owner alone, shared
 * by the processes that use it. A torn one is replaced. Throws what the disk says.
 */
export async function keepNotificationKey(folder: string): Promise<Uint8Array> {
  await mkdir(folder, { recursive: true });
  await begin(folder);
  const first = keyIn(await readText(folder));
  if (first) return first;
  await pause(oneLineMs);
  const second = keyIn(await readText(folder));
  if (second) return second;
  await rm(fileIn(folder), { force: true });
  await begin(folder);
  const made = keyIn(await readText(folder));
  if (made) return made;
  throw new Error(`${fileIn(folder)} does not keep what is written to it`);
}

/** Forgets the key, once nothing is subscribed to with it. */
export async function forgetNotificationKey(folder: string): Promise<void> {
  await rm(fileIn(folder), { force: true });
}
