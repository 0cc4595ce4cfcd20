import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freeRoom } from '../../src/spool/free-room.js';

test('a disk says how many bytes it still takes', async () => {
  const room = await freeRoom(tmpdir());
  expect(Number.isSafeInteger(room) && room > 0).toBe(true);
});

test('of a folder that is not there nothing is known', async () => {
  await expect(freeRoom(join(tmpdir(), 'mebuki-none', 'none'))).rejects.toThrow('ENOENT');
});
