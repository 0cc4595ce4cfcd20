import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { transformFileSync } from '@swc/core';
import { silentLog } from '../../../src/local/log.js';
import { openState } from '../../../src/local/state.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'state-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('a process killed while it writes loses at most what it was writing', async () => {
  const { code } = transformFileSync(join(__dirname, '../../../src/local/state.ts'), {
    jsc: { parser: { syntax: 'typescript' }, target: 'es2023' },
    module: { type: 'es6' },
  });
  await writeFile(join(folder, 'state.mjs'), code);
  const program = `
    import { openState } from './state.mjs';
    const numbers = openState('${folder}/kept', console.error).collection('numbers');
    for (let next = 1; ; next += 1) {
      numbers.set(String(next), { next, text: 'あ'.repeat(2000) });
      process.stdout.write(next + '\\n');
    }`;
  await writeFile(join(folder, 'write.mjs'), program);
  const child = spawn(process.execPath, [join(folder, 'write.mjs')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let told = '';
  child.stdout.on('data', (chunk) => {
    told += String(chunk);
    if (told.split('\n').length > 200) child.kill('SIGKILL');
  });
  await once(child, 'close');
  const acknowledged = told.split('\n').length - 1;

  const file = join(folder, 'kept', 'numbers.jsonl');
  await appendFile(file, '["torn",{"next":');
  const notes: string[] = [];
  const state = openState(join(folder, 'kept'), (line) => notes.push(line));
  const numbers = state.collection<{ next: number }>('numbers');
  expect(numbers.size).toBeGreaterThanOrEqual(acknowledged);
  expect(numbers.get(String(acknowledged))?.next).toBe(acknowledged);
  expect(numbers.get('torn')).toBeUndefined();
  expect(notes).toEqual([expect.stringContaining('torn last line')]);
  state.close();
});

test('the last value of a key counts, in the order of first insertion', async () => {
  const first = openState(folder, silentLog);
  const letters = first.collection<string>('letters');
  letters.set('b', 'old');
  letters.set('a', 'A');
  letters.set('c', 'C');
  letters.set('b', 'new');
  expect(letters.delete('c')).toBe(true);
  expect(letters.delete('c')).toBe(false);
  first.close();
  const second = openState(folder, silentLog);
  expect(second.collection('letters').entries()).toEqual([
    ['b', 'new'],
    ['a', 'A'],
  ]);
  second.close();
  expect(await readFile(join(folder, 'letters.jsonl'), 'utf8')).toBe('["b","new"]\n["a","A"]\n');
});

test('a broken line in the middle is a fault that names the file', async () => {
  await writeFile(join(folder, 'letters.jsonl'), '["a",1]\nbroken\n["b",2]\n');
  const state = openState(folder, silentLog);
  expect(() => state.collection('letters')).toThrow(/letters\.jsonl.*line 2/);
});

test('a dropped collection starts empty again', () => {
  const state = openState(folder, silentLog);
  state.collection('letters').set('a', 1);
  state.drop('letters');
  expect(state.collection('letters').size).toBe(0);
  expect(() => state.collection('../x')).toThrow();
  state.close();
});
