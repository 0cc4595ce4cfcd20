import { statfs } from 'node:fs/promises';

/**
 * How many bytes the disk of a folder still takes from this account. A share that does not say how large it is counts
 * as endless. Rejects with what the disk says.
 */
export async function freeRoom(folder: string): Promise<number> {
  const { bavail, blocks, bsize } = await statfs(folder);
  return blocks === 0 ? Number.POSITIVE_INFINITY : bavail * bsize;
}
