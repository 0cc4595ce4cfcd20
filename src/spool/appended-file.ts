import {
  close,
  closeSync,
  fstatSync,
  fsync,
  mkdirSync,
  openSync,
  readSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { hasCode } from './has-code.js';

const syncFile = promisify(fsync);

/** A file that grows at its end and is read anywhere. */
export interface AppendedFile {
  /** Takes bytes and answers where they begin. Never fails: what the disk does not take stays in memory. */
  put(bytes: Buffer): number;
  /** Undefined where so much is not there. Throws what the disk says where a file opened anew does not answer either. */
  read(at: number, length: number): Buffer | undefined;
  /** Writes what is not on disk yet, so that the file is there and outlives a power cut. Rejects with what the disk says. */
  sync(): Promise<void>;
  size(): number;
  /** Whether the file was made. */
  isOnDisk(): boolean;
  close(): void;
}

interface Block {
  readonly at: number;
  readonly bytes: Buffer;
}

/** Written in pieces of this size: a folder on a network share takes its time for each. */
const blockBytes = 256 * 1024;

function readAt(fd: number, at: number, length: number): Buffer | undefined {
  const bytes = Buffer.allocUnsafe(length);
  for (let got = 0; got < length; ) {
    const read = readSync(fd, bytes, got, length - got, at + got);
    if (read === 0) return undefined;
    got += read;
  }
  return bytes;
}

/** What is held open may be gone for good (a network share that came back) while its path can be read. */
const staleCodes = ['EBADF', 'EIO', 'ESTALE'];

/** Reads from `fd`, and where that is stale, once more from what `reopen` opens. */
function readOrReopen(
  fd: number,
  at: number,
  length: number,
  reopen: (fault: unknown) => number,
): Buffer | undefined {
  try {
    return readAt(fd, at, length);
  } catch (fault) {
    if (!hasCode(fault, ...staleCodes)) throw fault;
    return readAt(reopen(fault), at, length);
  }
}

/** Opens a path whose open file said `fault`, and lets that one go. Throws where there is no such path any more. */
function openAgain(path: string, flags: 'r' | 'r+', stale: number, fault: unknown): number {
  const fd = openSync(path, flags);
  // A number that is no open file may be the new one's. What a stale file says to its end is nothing new.
  if (!hasCode(fault, 'EBADF')) close(stale, () => undefined);
  return fd;
}

function writeAt(fd: number, at: number, bytes: Buffer): void {
  for (let done = 0; done < bytes.length; ) {
    done += writeSync(fd, bytes, done, bytes.length - done, at + done);
  }
}

/** As many blocks as are written at once: all that wait would be twice in memory, on a disk that takes nothing. */
function pieceFrom(blocks: readonly Block[], from: number): readonly Buffer[] {
  const piece: Buffer[] = [];
  let length = 0;
  for (let index = from; length < blockBytes; index += 1) {
    const block = blocks[index];
    if (!block) break;
    piece.push(block.bytes);
    length += block.bytes.length;
  }
  return piece;
}

function createFile(path: string): number {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  return openSync(path, 'w+', 0o600);
}

/** Opens a file to append to; it is made with the first bytes that reach the disk. */
export function openAppendedFile(path: string, onFault: (fault: unknown) => void): AppendedFile {
  let fd: number | undefined;
  let written = 0;
  let end = 0;
  let waiting: Block[] = [];
  /** After a failure as much again must have come before the disk is asked once more. */
  let askFrom = blockBytes;

  /** What the disk has taken waits no more, even where it does not take the rest. */
  function flush(): void {
    if (waiting.length === 0) return;
    fd ??= createFile(path);
    let from = 0;
    try {
      while (from < waiting.length) {
        const piece = pieceFrom(waiting, from);
        const bytes = Buffer.concat(piece);
        writeAt(fd, written, bytes);
        written += bytes.length;
        from += piece.length;
      }
      askFrom = blockBytes;
    } finally {
      waiting = waiting.slice(from);
    }
  }

  function tryToFlush(): void {
    try {
      flush();
    } catch (fault) {
      askFrom = (end - written) * 2;
      onFault(fault);
    }
  }

  return {
    put(bytes) {
      const at = end;
      waiting.push({ at, bytes });
      end += bytes.length;
      if (end - written >= askFrom) tryToFlush();
      return at;
    },
    read(at, length) {
      if (fd !== undefined && at + length <= written) {
        const stale = fd;
        return readOrReopen(stale, at, length, (fault) => {
          fd = openAgain(path, 'r+', stale, fault);
          return fd;
        });
      }
      const block = waiting.findLast((each) => each.at <= at);
      return block?.bytes.subarray(at - block.at, at - block.at + length);
    },
    async sync() {
      fd ??= createFile(path);
      flush();
      await syncFile(fd);
    },
    size: () => end,
    isOnDisk: () => fd !== undefined,
    close() {
      if (fd !== undefined) closeSync(fd);
      fd = undefined;
    },
  };
}

/** Opens a file that somebody else has written. Throws where there is none. */
export function openWrittenFile(path: string): AppendedFile {
  let fd = openSync(path, 'r');
  return {
    put: () => {
      throw new Error(`${path} is another process's to append to`);
    },
    read: (at, length) =>
      readOrReopen(fd, at, length, (fault) => {
        fd = openAgain(path, 'r', fd, fault);
        return fd;
      }),
    sync: async () => undefined,
    size: () => fstatSync(fd).size,
    isOnDisk: () => true,
    close: () => closeSync(fd),
  };
}
