import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseEnv } from 'node:util';

const root = join(__dirname, '..', '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

describe('the documents', () => {
  test('settings.md explains every name of the environment files', () => {
    const names = ['.env.local', '.env.prod'].flatMap((name) =>
      Object.keys(parseEnv(read(join('env', name)))),
    );
    const settings = read('docs/operations/settings.md');
    expect(names.filter((name) => !settings.includes(`\`${name}\``))).toEqual([]);
  });

  test('links between documents lead somewhere', () => {
    const documents = [
      ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' }).map((name) =>
        join('docs', name),
      ),
      ...readdirSync(root),
    ].filter((name) => name.endsWith('.md'));
    const dead = documents.flatMap((file) =>
      [...read(file).matchAll(/\]\((?!https?:|#)([^)#\s]+)[^)]*\)/g)]
        .map(([, target = '']) => target)
        .filter((target) => !existsSync(join(root, dirname(file), target)))
        .map((target) => `${file}: ${target}`),
    );
    expect(dead).toEqual([]);
  });

  test('files named in the notes on security exist', () => {
    const files = [...read('docs/operations/security.md').matchAll(/`(src\/[\w./-]+)`/g)];
    const missing = files
      .map(([, file = '']) => file)
      .filter((file) => !existsSync(join(root, file)));
    expect(missing).toEqual([]);
  });

  test('every decision record has the five parts and fits one page', () => {
    const folder = join(root, 'docs', 'decisions');
    const parts = ['Situation', 'Choices', 'Decision', 'Consequences', 'How it is checked'];
    const records = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
    const headings = records.map((text) =>
      [...text.matchAll(/^## (.*)$/gm)].map(([, part]) => part),
    );
    expect(headings).toEqual(records.map(() => parts));
    expect(Math.max(...records.map((text) => text.split(/\s+/).length))).toBeLessThan(500);
  });
});
