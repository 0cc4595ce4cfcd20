import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFormSpool } from '../../src/spool/form-spool.js';
import { sampleKeptForm } from '../support/sample-forms.js';

let folder: string;
const damage: string[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mebuki-spool-'));
  damage.length = 0;
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const open = (instance: string) => openFormSpool(folder, instance, (file) => damage.push(file));

/** Makes a process look as if it had died a minute ago. */
async function die(spool: { close(): void }, instance: string): Promise<void> {
  spool.close();
  const before = new Date(Date.now() - 60_000);
  await utimes(join(folder, instance, 'alive'), before, before);
}

test('a kept form is on disk whole, readable by its owner only, and gone once erased', async () => {
  const spool = await open('one');
  const form = sampleKeptForm(randomUUID());
  await spool.keep(form);
  const file = join(folder, 'one', `${form.token}.json`);
  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(form);
  expect((await stat(file)).mode & 0o077).toBe(0);
  await spool.erase(form.token);
  expect(await readdir(join(folder, 'one'))).toEqual(['alive']);
  spool.close();
});

test('a form in work is claimed by nobody, a released one by its own process', async () => {
  const spool = await open('one');
  const form = sampleKeptForm(randomUUID());
  await spool.keep(form);
  expect(await spool.claimAbandoned()).toEqual([]);
  spool.release(form.token);
  expect(await spool.claimAbandoned()).toEqual([form]);
  expect(await spool.claimAbandoned()).toEqual([]);
  spool.close();
});

test('what a dead process kept goes to exactly one of those that live', async () => {
  const dead = await open('dead');
  const forms = Array.from({ length: 20 }, () => sampleKeptForm(randomUUID()));
  for (const form of forms) await dead.keep(form);
  await die(dead, 'dead');
  const [left, right] = [await open('left'), await open('right')];
  const claimed = (await Promise.all([left.claimAbandoned(), right.claimAbandoned()])).flat();
  expect(claimed.map((form) => form.token).sort()).toEqual(forms.map((form) => form.token).sort());
  left.close();
  right.close();
});

test('what a living process keeps is left alone', async () => {
  const [one, two] = [await open('one'), await open('two')];
  await one.keep(sampleKeptForm(randomUUID()));
  expect(await two.claimAbandoned()).toEqual([]);
  one.close();
  two.close();
});

test('a torn file is set aside and named, the others go on', async () => {
  const dead = await open('dead');
  const [torn, whole] = [sampleKeptForm(randomUUID()), sampleKeptForm(randomUUID())];
  await dead.keep(torn);
  await dead.keep(whole);
  await writeFile(join(folder, 'dead', `${torn.token}.json`), JSON.stringify(torn).slice(0, 100));
  await die(dead, 'dead');
  const next = await open('next');
  expect(await next.claimAbandoned()).toEqual([whole]);
  expect(damage).toEqual([join(folder, `${torn.token}.damaged`)]);
  expect(await readFile(join(folder, `${torn.token}.damaged`), 'utf8')).toContain(torn.token);
  next.close();
});

test('a folder cleared while its process was suspended is made again', async () => {
  const spool = await open('one');
  await rm(join(folder, 'one'), { recursive: true });
  const form = sampleKeptForm(randomUUID());
  await spool.keep(form);
  spool.release(form.token);
  expect(await spool.claimAbandoned()).toEqual([form]);
  spool.close();
});

test('a disk that does not take the form is a fault, and nothing counts as kept', async () => {
  const spool = await open('one');
  await rm(folder, { recursive: true });
  await writeFile(folder, 'a file where the folder was');
  await expect(spool.keep(sampleKeptForm(randomUUID()))).rejects.toThrow();
  expect(spool.size()).toBe(0);
  spool.close();
});

test('a token that is no UUID never becomes a file name', async () => {
  const spool = await open('one');
  await expect(spool.keep(sampleKeptForm('../../etc/passwd'))).rejects.toThrow(/UUID/);
  spool.close();
});
