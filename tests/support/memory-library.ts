import type { AttachmentLibrary } from '../../src/usecases/attachment-ports.js';
import { Failure } from '../../src/usecases/failure.js';
import type { Clock } from '../../src/usecases/ports.js';

interface LyingFile {
  readonly bytes: Uint8Array;
  readonly at: number;
}

/** A library in memory; tests/graph/attachment-files.test.ts is about the real one. */
export function memoryLibrary(clock: Clock) {
  const files = new Map<string, LyingFile>();
  let isAway = false;
  const library: AttachmentLibrary = {
    async put(name, bytes) {
      if (isAway) throw new Failure('unavailable', 'the library is away');
      files.set(name, { bytes, at: clock.now() });
    },
    async read(name, most) {
      const bytes = files.get(name)?.bytes;
      return bytes && bytes.length <= most ? bytes : undefined;
    },
    async remove(name) {
      files.delete(name);
    },
    list: async () => [...files].map(([name, { at }]) => ({ name, at })),
  };
  const refuse = (): void => {
    isAway = true;
  };
  return { files, library, refuse };
}
