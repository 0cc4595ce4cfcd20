import type { KeptForm } from '../domain/kept-form.js';
import type { PersonId } from '../domain/person.js';
import { type FormFiles, formFiles } from './form-files.js';
import { openProcessFolder, type ProcessFolder } from './process-folder.js';
import { openRecentTokens } from './recent-tokens.js';

const filePattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(\.owed)?\.json$/;
const tokenOf = (file: string): string => file.slice(0, file.indexOf('.'));

/** The spool of one process: one file per kept form, named by token. */
export interface FormSpool {
  keep(form: KeptForm): Promise<void>;
  erase(token: string): Promise<void>;
  claimAbandoned(isDue?: (token: string) => boolean): Promise<readonly KeptForm[]>;
  release(token: string): void;
  /**
   * Before a receipt is answered in its turn: takes the form from whichever process keeps it. False where its receipt
   * is on its way by message, so that the turn must not give another.
   */
  claimAnswer(token: string): Promise<boolean>;
  /** Before a receipt goes out by message. False where another process has answered, or is answering, in its turn. */
  claimMessage(token: string): Promise<boolean>;
  /** What this process keeps of one person, from the moment `keep` is called. */
  keptOf(personId: PersonId): readonly KeptForm[];
  /** What this process keeps, as far as it has read it. */
  all(): readonly KeptForm[];
  /** How many forms this process keeps. */
  size(): number;
  /** What is still kept is left to the next process. */
  close(): void;
}

/** A form in the own folder: being worked on, or waiting to be taken up. Unread where it was another process's. */
interface Entry {
  readonly state: 'working' | 'waiting';
  readonly form?: KeptForm;
  /** Its receipt goes out by message. */
  readonly isOwed?: true;
}

type Entries = Map<string, Entry>;

/** Told after each attempt to write to the folder what the file system said; undefined: it took it. */
type SawFolder = (fault: unknown) => void;

async function keep(
  files: FormFiles,
  entries: Entries,
  form: KeptForm,
  sawFolder: SawFolder,
): Promise<void> {
  const { token } = form;
  if (!filePattern.test(`${token}.json`)) {
    throw new Error('a submission token is a lower-case UUID');
  }
  const before = entries.get(token);
  const first = before?.form ?? form;
  entries.set(token, { ...before, state: 'working', form: first });
  try {
    await (before ? files.ensure(first) : files.write(first));
    sawFolder(undefined);
  } catch (fault) {
    sawFolder(fault);
    if (before) entries.set(token, before);
    else entries.delete(token);
    throw fault;
  }
}

/**
 * Takes the files of processes that are gone; answers their tokens. Where the folder takes nothing, no sign of life of
 * one's own tells who is gone: that is told, and what is here already can be finished all the same.
 */
async function takeOver(
  own: ProcessFolder,
  entries: Entries,
  sawFolder: SawFolder,
): Promise<readonly string[]> {
  const moved: string[] = [];
  try {
    await own.takeOver(
      // A form that is worked on here already stays where it is until that work is done.
      (name) => filePattern.test(name) && !entries.has(tokenOf(name)),
      (name) => {
        moved.push(tokenOf(name));
        const isOwed = name.endsWith('.owed.json');
        entries.set(tokenOf(name), { state: 'waiting', ...(isOwed && { isOwed }) });
      },
    );
    sawFolder(undefined);
  } catch (fault) {
    sawFolder(fault);
  }
  return moved;
}

/** Claims one waiting form. Where another process has taken its file meanwhile, it is forgotten. */
async function claim(
  files: FormFiles,
  entries: Entries,
  token: string,
): Promise<KeptForm | undefined> {
  const mine: Entry = { ...entries.get(token), state: 'working' };
  entries.set(token, mine);
  try {
    const form = await files.read(token);
    if (form) entries.set(token, { ...mine, form });
    else if (entries.get(token) === mine) entries.delete(token);
    return form;
  } catch (fault) {
    entries.set(token, { ...mine, state: 'waiting' });
    throw fault;
  }
}

/** Claims the waiting forms that are due. */
async function claimWaiting(
  files: FormFiles,
  entries: Entries,
  isDue: (token: string) => boolean,
): Promise<readonly KeptForm[]> {
  const waiting = [...entries].filter(([token, { state }]) => state === 'waiting' && isDue(token));
  const claimed: KeptForm[] = [];
  const faults: unknown[] = [];
  for (const [token] of waiting) {
    try {
      const form = await claim(files, entries, token);
      if (form) claimed.push(form);
    } catch (fault) {
      faults.push(fault);
    }
  }
  // What was claimed must reach the caller; a file that cannot be read waits and raises its fault again.
  if (faults.length > 0 && claimed.length === 0) throw faults[0];
  return claimed;
}

async function claimAnswer(
  own: ProcessFolder,
  files: FormFiles,
  entries: Entries,
  token: string,
): Promise<boolean> {
  if (entries.get(token)?.isOwed) return false;
  for (const other of own.others()) {
    if (await files.takeFrom(other, token)) {
      entries.set(token, { ...entries.get(token), state: 'working' });
    } else if (await files.isOwedBy(other, token)) {
      return false;
    }
  }
  return true;
}

async function claimMessage(files: FormFiles, entries: Entries, token: string): Promise<boolean> {
  const entry = entries.get(token);
  if (!entry) return false;
  // Said before the file is renamed, so that a turn of this process does not answer meanwhile.
  entries.set(token, { ...entry, isOwed: true });
  if (await files.markOwed(token)) return true;
  entries.delete(token);
  return false;
}

/**
 * Opens the spool under `folder` for the process `instance`; processes may share the folder. `onDamage` is told of
 * files that cannot be read: they are set aside, never deleted, and the others go on. A folder that takes no files
 * does not hinder opening: `sawFolder` is told, and keeping a form throws what the file system says.
 */
export async function openFormSpool(
  folder: string,
  instance: string,
  onDamage: (file: string) => void,
  sawFolder: SawFolder = () => {},
): Promise<FormSpool> {
  const own = await openProcessFolder(folder, instance);
  const files = formFiles(own, folder, instance, onDamage);
  const entries: Entries = new Map();
  const erased = openRecentTokens();

  async function erase(token: string): Promise<void> {
    erased.add(token);
    // Forgotten only when the file is gone: otherwise it is taken up again, and the ledger knows its receipt.
    const entry = entries.get(token);
    if (entry) await files.remove(token, entry.isOwed === true);
    entries.delete(token);
  }

  return {
    keep: (form) => keep(files, entries, form, sawFolder),
    erase,
    claimAbandoned: async (isDue = () => true) => {
      for (const token of await takeOver(own, entries, sawFolder)) {
        // Its receipt was answered here, after the process that kept it had died.
        if (erased.has(token)) await erase(token);
      }
      return claimWaiting(files, entries, isDue);
    },
    release: (token) => {
      const entry = entries.get(token);
      if (entry) entries.set(token, { ...entry, state: 'waiting' });
    },
    claimAnswer: (token) => claimAnswer(own, files, entries, token),
    claimMessage: (token) => claimMessage(files, entries, token),
    keptOf: (personId) => {
      const kept: KeptForm[] = [];
      for (const { form } of entries.values()) if (form?.personId === personId) kept.push(form);
      return kept;
    },
    all: () => [...entries.values()].flatMap(({ form }) => form ?? []),
    size: () => entries.size,
    close: own.close,
  };
}
