import type { KeptFile } from '../domain/attachments/attachment.js';
import type { Instant } from '../domain/instant.js';
import type { Result } from '../domain/result.js';

/** A file of the library as it is listed. */
export interface ListedFile {
  readonly name: string;
  /** When it was written, by the clock of the library. */
  readonly at: Instant;
}

/** The library of files. Throws the four failures of the adapter. */
export interface AttachmentLibrary {
  /** Writes a file whole; what lies there under the same name is replaced. Answers only once it surely lies there. */
  put(name: string, bytes: Uint8Array): Promise<void>;
  /** The bytes of a file of at most `most` bytes; undefined where there is none, or a larger one. */
  read(name: string, most: number): Promise<Uint8Array | undefined>;
  /** Removes a file; harmless where there is none. */
  remove(name: string): Promise<void>;
  list(): Promise<readonly ListedFile[]>;
}

/** A file as it may be kept, without what names its author. */
export interface ExaminedFile extends Omit<KeptFile, 'key'> {
  readonly bytes: Uint8Array;
  /** Digest of the file as it was handed over to be looked at. */
  readonly digestBefore: string;
}

/**
 * Looks at a file that was handed in, or lies in the library; `ending` is that of its name, without the dot. Of more
 * than `most` bytes (absent: what may be handed in) it is refused.
 */
export type ExamineFile = (
  bytes: Uint8Array,
  ending: string,
  most?: number,
) => Result<ExaminedFile> | Promise<Result<ExaminedFile>>;
