import { randomUUID } from 'node:crypto';
import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rm,
  rmdir,
  stat,
  utimes,
  writeFile,
} from 'node:fs/promises';
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

/** How many handles this process has on a folder, and on ones removed from under its path; only Linux tells. */
async function openFolders(path: string): Promise<{ there: number; gone: number } | 'unknown'> {
  if (process.platform !== 'linux') return 'unknown';
  const fds = await readdir('/proc/self/fd');
  const targets = await Promise.all(
    fds.map((fd) => readlink(join('/proc/self/fd', fd)).catch(() => '')),
  );
  const count = (wanted: string) => targets.filter((target) => target === wanted).length;
  return { there: count(path), gone: count(`${path} (deleted)`) };
}

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
  const form = sampleKeptForm(randomUUID(), { personalData: ['phone', 'bank-account'] });
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

test('every sync is of the folder that is there, also after it was made anew', async () => {
  const spool = await open('one');
  await spool.keep(sampleKeptForm(randomUUID()));
  const handles = () => openFolders(join(folder, 'one'));
  for (let round = 0; round < 3; round += 1) {
    await rm(join(folder, 'one'), { recursive: true });
    const form = sampleKeptForm(randomUUID());
    await spool.keep(form);
    expect(await readdir(join(folder, 'one'))).toContain(`${form.token}.json`);
    expect(['unknown', { there: 1, gone: 0 }]).toContainEqual(await handles());
  }
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

/** Makes a process look suspended: all that it wrote is a minute old. */
async function age(instance: string): Promise<void> {
  const before = new Date(Date.now() - 60_000);
  await utimes(join(folder, instance, 'alive'), before, before);
}

test('after another process took over, keeping the same token again writes it again', async () => {
  const suspended = await open('suspended');
  const form = sampleKeptForm(randomUUID());
  await suspended.keep(form);
  await age('suspended');
  const other = await open('other');
  expect(await other.claimAbandoned()).toEqual([form]);
  await suspended.keep(form);
  const file = join(folder, 'suspended', `${form.token}.json`);
  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(form);
  suspended.close();
  other.close();
});

test('a form taken by another process is forgotten, and the others are claimed all the same', async () => {
  const spool = await open('one');
  const [taken, left] = [sampleKeptForm(randomUUID()), sampleKeptForm(randomUUID())];
  for (const form of [taken, left]) {
    await spool.keep(form);
    spool.release(form.token);
  }
  await rm(join(folder, 'one', `${taken.token}.json`));
  expect(await spool.claimAbandoned()).toEqual([left]);
  expect(spool.size()).toBe(1);
  spool.close();
});

test('a file that cannot be read does not hold back the others, and is tried again', async () => {
  const spool = await open('one');
  const [odd, left] = [sampleKeptForm(randomUUID()), sampleKeptForm(randomUUID())];
  for (const form of [odd, left]) {
    await spool.keep(form);
    spool.release(form.token);
  }
  const file = join(folder, 'one', `${odd.token}.json`);
  await rm(file);
  await mkdir(file);
  expect(await spool.claimAbandoned()).toEqual([left]);
  await expect(spool.claimAbandoned()).rejects.toThrow();
  await rmdir(file);
  await writeFile(file, JSON.stringify(odd));
  expect(await spool.claimAbandoned()).toEqual([odd]);
  spool.close();
});

test('a sign of life is written, so that the clock of the file system dates it', async () => {
  const spool = await open('one');
  await age('one');
  await spool.claimAbandoned();
  const { size, mtimeMs } = await stat(join(folder, 'one', 'alive'));
  await writeFile(join(folder, 'probe'), 'x');
  expect(size).toBeGreaterThan(0);
  expect((await stat(join(folder, 'probe'))).mtimeMs - mtimeMs).toBeLessThan(30_000);
  spool.close();
});

test('a folder is only removed when nothing is left in it', async () => {
  const dead = await open('dead');
  await die(dead, 'dead');
  await writeFile(join(folder, 'dead', `${randomUUID()}.json.part`), 'half');
  await writeFile(join(folder, 'dead', 'something-else'), 'kept');
  const next = await open('next');
  expect(await next.claimAbandoned()).toEqual([]);
  expect(await readdir(join(folder, 'dead'))).toEqual(['something-else']);
  const late = sampleKeptForm(randomUUID());
  await writeFile(join(folder, 'dead', `${late.token}.json`), JSON.stringify(late));
  expect(await next.claimAbandoned()).toEqual([]);
  const before = new Date(Date.now() - 60_000);
  await utimes(join(folder, 'dead'), before, before);
  expect(await next.claimAbandoned()).toEqual([late]);
  await rm(join(folder, 'dead', 'something-else'));
  await utimes(join(folder, 'dead'), before, before);
  await next.claimAbandoned();
  expect(await readdir(folder)).toEqual(['next']);
  next.close();
});

test('a second damaged file of one token does not replace the first', async () => {
  const token = randomUUID();
  for (const instance of ['first', 'second']) {
    const spool = await open(instance);
    await spool.keep(sampleKeptForm(token));
    spool.release(token);
    await writeFile(join(folder, instance, `${token}.json`), instance);
    await spool.claimAbandoned();
    spool.close();
  }
  expect(await readFile(join(folder, `${token}.damaged`), 'utf8')).toBe('first');
  expect(await readFile(join(folder, `${token}.second.damaged`), 'utf8')).toBe('second');
});

test('what was answered here is erased, not claimed, when a dead process left it too', async () => {
  const dead = await open('dead');
  const [answered, unanswered] = [sampleKeptForm(randomUUID()), sampleKeptForm(randomUUID())];
  await dead.keep(answered);
  await dead.keep(unanswered);
  await die(dead, 'dead');
  const next = await open('next');
  await next.erase(answered.token);
  expect(await next.claimAbandoned()).toEqual([unanswered]);
  expect((await readdir(join(folder, 'next'))).sort()).toEqual(
    ['alive', `${unanswered.token}.json`].sort(),
  );
  next.close();
});

test('what a person has in the spool is known from the moment it is being kept', async () => {
  const spool = await open('one');
  const form = sampleKeptForm(randomUUID());
  const keeping = spool.keep(form);
  expect(spool.keptOf(form.personId)).toEqual([form]);
  await keeping;
  spool.release(form.token);
  expect(spool.keptOf(form.personId)).toEqual([form]);
  expect(spool.keptOf('00000000-0000-4000-8000-0000000000bb')).toEqual([]);
  await spool.erase(form.token);
  expect(spool.keptOf(form.personId)).toEqual([]);
  spool.close();
});
