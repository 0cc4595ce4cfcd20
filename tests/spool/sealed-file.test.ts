import { fork } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { readSealedFile, writeSealedFile } from '../../src/spool/sealed-file.js';

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mebuki-lines-'));
  path = join(folder, 'deep', 'lines');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function read(from = path): Promise<readonly unknown[]> {
  const lines: unknown[] = [];
  for await (const line of readSealedFile(from)) lines.push(line);
  return lines;
}

const values = [
  { header: 1 },
  { list: 'a', items: ['改行\nも', '"引用"'] },
  { list: 'b', items: [] },
];
const lines = values.map((value) => JSON.stringify(value));

test('what was written is read, and nobody else may read it', async () => {
  await writeSealedFile(path, lines);
  expect(await read()).toStrictEqual(values);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect(await readdir(join(folder, 'deep'))).toEqual(['lines']);
});

test('texts longer than a piece of reading are whole', async () => {
  const long = ['x'.repeat(9_000_000), 'あ'.repeat(1_500_000), 'z'];
  await writeSealedFile(
    path,
    long.map((text) => JSON.stringify(text)),
  );
  expect(await read()).toStrictEqual(long);
});

test('no texts are a file too', async () => {
  await writeSealedFile(path, []);
  expect(await read()).toEqual([]);
});

test('where making a text fails, the file before stays and nothing is left over', async () => {
  await writeSealedFile(path, lines);
  async function* failing() {
    yield '1';
    throw new Error('the disk is full');
  }
  await expect(writeSealedFile(path, failing())).rejects.toThrow('the disk is full');
  expect(await read()).toStrictEqual(values);
  expect(await readdir(join(folder, 'deep'))).toEqual(['lines']);
});

test('a file that was cut anywhere is damaged', async () => {
  await writeSealedFile(path, lines);
  const whole = await readFile(path);
  for (let length = 0; length < whole.length; length += 1) {
    await writeFile(path, whole.subarray(0, length));
    await expect([length, await read().catch((fault: Error) => fault.name)]).toEqual([
      length,
      'DamagedFile',
    ]);
  }
});

test('a file in which any byte was altered is damaged, or says the same', async () => {
  await writeSealedFile(path, lines);
  const whole = await readFile(path);
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: whole.length - 1 }),
      fc.integer({ min: 1, max: 255 }),
      async (at, by) => {
        const altered = Buffer.from(whole);
        altered[at] = (altered[at] ?? 0) ^ by;
        await writeFile(path, altered);
        const came = await read().catch((fault: Error) => fault.name);
        if (came !== 'DamagedFile') expect(came).toStrictEqual(values);
      },
    ),
    { numRuns: 400 },
  );
});

test('a file of another kind, and none at all', async () => {
  await expect(read(join(folder, 'none'))).rejects.toMatchObject({ code: 'ENOENT' });
  await writeFile(join(folder, 'other'), '{"end":"end"}\n');
  await expect(read(join(folder, 'other'))).rejects.toThrow('holds a part that is too long');
  await writeFile(join(folder, 'cut'), Buffer.from([200, 0, 0, 0, 1]));
  await expect(read(join(folder, 'cut'))).rejects.toThrow('ends within a part');
  await writeFile(join(folder, 'empty'), '');
  await expect(read(join(folder, 'empty'))).rejects.toThrow('has no end');
});

test('killed while it is written, the file before is whole', async () => {
  const child = join(folder, 'write.mjs');
  // Writes files of a hundred lines that all say which file it is, until it is killed.
  await writeFile(
    child,
    `const { writeSealedFile } = await import(process.argv[2]);
     const line = (n) => JSON.stringify({ n, text: 'あ'.repeat(20000) });
     for (let n = 1; ; n += 1) {
       await writeSealedFile(process.argv[3], Array.from({ length: 100 }, () => line(n)));
       process.send(n);
     }`,
  );
  const compiled = pathToFileURL(join(__dirname, '../../dist/server/spool/sealed-file.js')).href;
  for (let round = 0; round < 6; round += 1) {
    const writer = fork(child, [compiled, path], { stdio: 'ignore' });
    await new Promise((resolve) => writer.once('message', resolve));
    await new Promise((resolve) => setTimeout(resolve, round * 7));
    const ended = new Promise((resolve) => writer.once('close', resolve));
    writer.kill('SIGKILL');
    await ended;
    const found = (await read()) as readonly { n: number }[];
    expect(found).toHaveLength(100);
    expect(new Set(found.map(({ n }) => n)).size).toBe(1);
  }
});
