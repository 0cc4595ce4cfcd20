import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { type AppendedFile, openAppendedFile, openWrittenFile } from './appended-file.js';

/** Where a text lies. It is moved, not replaced, when the files are put together anew. */
export interface TextPlace {
  /** Which of the files of this process. */
  readonly file: number;
  readonly at: number;
  readonly length: number;
  /** Of its bytes: what was torn or overwritten is never taken for the text. */
  readonly sum: number;
}

/** As a signed number, which takes no memory of its own beside the place. */
const sumOf = (bytes: Buffer): number => crc32(bytes) | 0;

/** What lies at a place is not what was put there, or cannot be read; then the cause is what the disk says. */
export class DamagedText extends Error {
  constructor(file: string | undefined, at: number, options?: ErrorOptions) {
    super(
      `${file ?? 'a file that is gone'} does not hold at ${at} what was written there`,
      options,
    );
    this.name = 'DamagedText';
  }
}

/** Texts outside of the heap: one file that this process appends to, and those that a snapshot brought along. */
export interface TextFiles {
  /** Keeps a text. Never fails: what the disk does not take stays in memory until it does. */
  put(text: string): TextPlace;
  /** Throws `DamagedText`. */
  read(place: TextPlace): string;
  /** Opens a file of another process, read only, for places in it. Throws where there is none. */
  adopt(name: string): number;
  /** The files in which texts lie that somebody may want. */
  wanted(): readonly WantedFile[];
  /** How many bytes lie in the files, whether anybody still wants them or not. */
  size(): number;
  /** Writes what is not on disk yet, so that it outlives a power cut. Rejects with what the disk says. */
  sync(): Promise<void>;
  /** From now on texts go to a fresh file, so that all that are wanted can be put there. */
  beginAnew(): void;
  /** Nothing is wanted any more of the files from before. Answers their names. */
  endOld(): readonly string[];
  close(): void;
}

/** A file by its number in this process, and whether it was made. */
export interface WantedFile {
  readonly file: number;
  readonly name: string;
  readonly isOnDisk: boolean;
}

interface NamedFile {
  readonly name: string;
  readonly file: AppendedFile;
  /** `old`: nothing new refers to it, but whoever holds an older state may still be reading. */
  state: 'wanted' | 'old';
}

/** Undefined where the file is gone or shorter. Throws `DamagedText` where the disk does not give the bytes. */
function bytesAt(named: NamedFile | undefined, { at, length }: TextPlace): Buffer | undefined {
  try {
    return named?.file.read(at, length);
  } catch (cause) {
    throw new DamagedText(named?.name, at, { cause });
  }
}

/** Opens the files of a process in a folder; `nameFor` gives each of its own a name that no other process uses. */
export function openTextFiles(
  folder: string,
  nameFor: (count: number) => string,
  onFault: (fault: unknown) => void,
): TextFiles {
  const files = new Map<number, NamedFile>();
  let count = 0;

  function add(name: string, file: AppendedFile): NamedFile {
    const named: NamedFile = { name, file, state: 'wanted' };
    files.set(count, named);
    count += 1;
    return named;
  }

  function openOwn(): { readonly index: number; readonly file: AppendedFile } {
    const name = nameFor(count);
    const { file } = add(name, openAppendedFile(join(folder, name), onFault));
    return { index: count - 1, file };
  }

  let own = openOwn();

  return {
    put(text) {
      const bytes = Buffer.from(text, 'utf8');
      const at = own.file.put(bytes);
      return { file: own.index, at, length: bytes.length, sum: sumOf(bytes) };
    },
    read(place) {
      const named = files.get(place.file);
      const bytes = bytesAt(named, place);
      if (!bytes || sumOf(bytes) !== place.sum) throw new DamagedText(named?.name, place.at);
      return bytes.toString('utf8');
    },
    adopt(name) {
      add(name, openWrittenFile(join(folder, name)));
      return count - 1;
    },
    wanted: () =>
      [...files]
        .filter(([, { state }]) => state === 'wanted')
        .map(([index, { name, file }]) => ({ file: index, name, isOnDisk: file.isOnDisk() })),
    size: () =>
      [...files.values()]
        .filter(({ state }) => state === 'wanted')
        .reduce((sum, { file }) => sum + file.size(), 0),
    sync: () => own.file.sync(),
    beginAnew() {
      own = openOwn();
    },
    endOld() {
      const ended: string[] = [];
      for (const [index, named] of [...files]) {
        if (index === own.index) continue;
        if (named.state === 'wanted') {
          named.state = 'old';
          ended.push(named.name);
        } else {
          named.file.close();
          files.delete(index);
        }
      }
      return ended;
    },
    close() {
      for (const { file } of files.values()) file.close();
    },
  };
}
