import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { readSettings } from '../../src/settings.js';
import { settingFaultText } from '../../src/text/setting-texts.js';

const root = join(__dirname, '..', '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const bicep = read('infra/main.bicep');
const namesIn = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].flatMap((match) => match.slice(1, 2)).sort();

describe('the infrastructure', () => {
  test('the App Service receives every setting without which the app does not start', () => {
    const outcome = readSettings({});
    const missing = 'faults' in outcome ? outcome.faults : [];
    const required = missing.map((fault) => settingFaultText(fault, 'en').split(' ')[0] ?? '');
    const given = namesIn(bicep, /^ {4}([A-Z][A-Z_]+): /gm);
    expect(required).toContain('APP_SECRET');
    expect(required.filter((name) => !given.includes(name))).toEqual([]);
  });

  test('every parameter is filled from a name that the environment files have', () => {
    const parameters: { parameters: Record<string, { value: string }> } = JSON.parse(
      read('infra/main.parameters.json'),
    );
    const optional = ['location', 'planSku'];
    const declared = namesIn(bicep, /^param (\w+) string/gm);
    expect(Object.keys(parameters.parameters).sort()).toEqual(
      declared.filter((name) => !optional.includes(name)),
    );
    const known = [...Object.keys(parseEnv(read('env/.env.prod'))), 'APP_SECRET'];
    const used = namesIn(read('infra/main.parameters.json'), /\$\{\{(\w+)\}\}/g);
    expect(used.filter((name) => !known.includes(name))).toEqual([]);
  });

  test('teamsapp.yml uses only names of the environment files and of what its stages write', () => {
    const known = [...Object.keys(parseEnv(read('env/.env.prod'))), 'APP_SERVICE_RESOURCE_ID'];
    const used = namesIn(read('teamsapp.yml'), /\$\{\{(\w+)\}\}/g);
    expect(used.filter((name) => !known.includes(name))).toEqual([]);
    expect(bicep).toContain('output APP_SERVICE_RESOURCE_ID string');
  });

  test('what is deployed has the server and the tabs, and nothing of the stand-in', () => {
    const out = mkdtempSync(join(tmpdir(), 'mebuki-deploy-'));
    const tool = join(root, 'src', 'tooling', 'deploy-folder.mjs');
    const run = spawnSync(process.execPath, [tool, '--out', out], { encoding: 'utf8' });
    const dist = run.status === 0 ? readdirSync(join(out, 'dist')).sort() : run.stderr;
    rmSync(out, { recursive: true, force: true });
    expect(dist).toEqual(['server', 'tabs']);
  });
});
