import { closeSync, fstatSync, fsync, mkdirSync, openSync, readSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';

const syncFile = promisify(fsync);

/** A file that grows at its end and is read anywhere. */
export interface AppendedFile {
  /** Takes bytes and answers where they begin. Never fails: what the disk does not take stays in memory. */
  put(bytes: Buffer): number;
  /** Undefined where so much is not there. */
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

function writeAt(fd: number, at: number, bytes: Buffer): void {
  for (let done = 0; done < bytes.length; ) {
    done += writeSync(fd, bytes, done, bytes.length - done, at + done);
  }
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

  function flush(): void {
    if (waiting.length === 0) return;
    fd ??= createFile(path);
    writeAt(fd, written, Buffer.concat(waiting.map(({ bytes }) => bytes)));
    written = end;
    waiting = [];
    askFrom = blockBytes;
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
      if (fd !== undefined && at + length <= written) return readAt(fd, at, length);
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
  const fd = openSync(path, 'r');
  return {
    put: () => {
      throw new Error(`${path} is another process's to append to`);
    },
    read: (at, length) => readAt(fd, at, length),
    sync: async () => undefined,
    size: () => fstatSync(fd).size,
    isOnDisk: () => true,
    close: () => closeSync(fd),
  };
}
