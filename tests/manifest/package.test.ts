import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { png } from './png.js';

const root = join(__dirname, '..', '..');
const white = 255;

let folder: string;
let source: string;
let out: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mebuki-package-'));
  source = join(folder, 'manifest');
  out = join(folder, 'mebuki.zip');
  cpSync(join(root, 'manifest'), source, { recursive: true });
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function pack(args: string[] = [], env: Record<string, string> = {}) {
  const tool = join(root, 'src', 'tooling', 'package.mjs');
  const run = spawnSync(process.execPath, [tool, '--source', source, '--out', out, ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  return { status: run.status, stderr: run.stderr };
}

function change(file: string, edit: (content: Record<string, unknown>) => void): void {
  const content: Record<string, unknown> = JSON.parse(readFileSync(join(source, file), 'utf8'));
  edit(content);
  writeFileSync(join(source, file), JSON.stringify(content));
}

/** The package is refused with this sentence, and none is left behind. */
function expectRefusal(sentence: string | RegExp, args: string[] = []): void {
  const { status, stderr } = pack(args);
  expect(stderr).toMatch(sentence);
  expect(status).toBe(1);
  expect(existsSync(out)).toBe(false);
}

const tenant = {
  PUBLIC_ORIGIN: 'https://mebuki.example.jp',
  PUBLIC_DOMAIN: 'mebuki.example.jp',
  APP_ID: '2d9c4a71-86e5-4f03-b1d8-a47f0e63c925',
  APP_ID_URI: 'api://mebuki.example.jp/botid-2d9c4a71-86e5-4f03-b1d8-a47f0e63c925',
  TEAMS_APP_ID: 'c58e13d6-0b7a-49f2-8e64-19d3a7f5b04c',
};

describe('the app package', () => {
  test('has the manifest with its values, the languages and both icons, and nothing else', () => {
    expect(pack()).toEqual({ status: 0, stderr: '' });
    const files = unzipSync(new Uint8Array(readFileSync(out)));
    expect(Object.keys(files).sort()).toEqual([
      'color.png',
      'en.json',
      'manifest.json',
      'outline.png',
    ]);
    const manifest = JSON.parse(new TextDecoder().decode(files['manifest.json']));
    expect(manifest.staticTabs[0].contentUrl).toBe('http://127.0.0.1:3978/tabs/?surface=personal');
    expect(manifest.bots[0].botId).toBe(manifest.webApplicationInfo.id);
    expect(JSON.stringify(manifest)).not.toContain('${{');
  });

  test('is the same to the byte when made twice, in any time zone', () => {
    pack([], { TZ: 'Asia/Tokyo' });
    const first = readFileSync(out);
    pack([], { TZ: 'America/Los_Angeles' });
    expect(readFileSync(out).equals(first)).toBe(true);
  });

  test('is made for a tenant when every value is given', () => {
    expect(pack(['--env', 'prod'], tenant)).toEqual({ status: 0, stderr: '' });
  });

  test('is refused with the names of all missing values', () => {
    const names = 'APP_ID, APP_ID_URI, PUBLIC_DOMAIN, PUBLIC_ORIGIN, TEAMS_APP_ID';
    expectRefusal(`These values are missing: ${names}.`, ['--env', 'prod']);
  });

  test('is refused for an environment that does not exist', () => {
    expectRefusal('There is no environment "staging"', ['--env', 'staging']);
  });

  test('is refused for a tenant over plain http', () => {
    const plain = { ...tenant, PUBLIC_ORIGIN: 'http://mebuki.example.jp' };
    expect(pack(['--env', 'dev'], plain).stderr).toContain('Teams opens https only');
  });

  test('is refused when domain and origin differ', () => {
    const other = { ...tenant, PUBLIC_DOMAIN: 'example.jp' };
    expect(pack(['--env', 'dev'], other).stderr).toContain('PUBLIC_DOMAIN is "example.jp"');
  });
});

describe('a manifest with a fault', () => {
  test('an unknown property is named', () => {
    change('manifest.json', (manifest) => Object.assign(manifest, { colour: 'blue' }));
    expectRefusal(/manifest\.json: .*additional properties.*colour/i);
  });

  test('a name that is too long is refused', () => {
    change('manifest.json', (manifest) =>
      Object.assign(manifest, { name: { short: '芽'.repeat(31) } }),
    );
    expectRefusal(/manifest\.json: .*30 characters/);
  });

  test('a domain with a wildcard is refused', () => {
    change('manifest.json', (manifest) =>
      Object.assign(manifest, { validDomains: ['*.example.jp'] }),
    );
    expectRefusal('validDomains has "*.example.jp"');
  });

  test('a version other than the project’s is refused', () => {
    change('manifest.json', (manifest) => Object.assign(manifest, { version: '9.9.9' }));
    expectRefusal('version 9.9.9 is not');
  });

  test('an English text that is missing is named', () => {
    change('en.json', (texts) => delete texts['bots[0].commandLists[0].commands[2].title']);
    expectRefusal('en.json: bots[0].commandLists[0].commands[2].title is missing');
  });

  test('an English text of the message extension that is missing is named', () => {
    const key = 'composeExtensions[0].commands[0].parameters[1].choices[0].title';
    change('en.json', (texts) => delete texts[key]);
    expectRefusal(`en.json: ${key} is missing`);
  });

  test('an English text for something that does not exist is refused', () => {
    change('en.json', (texts) => Object.assign(texts, { 'staticTabs[0].nmae': 'Mebuki' }));
    expectRefusal(/en\.json: .*additional properties/i);
  });
});

describe('a bad icon', () => {
  test('a colour icon of the wrong size is refused', () => {
    writeFileSync(
      join(source, 'color.png'),
      png(96, () => [91, 95, 199, 255]),
    );
    expectRefusal('The color icon is 96×96, not 192×192.');
  });

  test('a colour icon with one transparent pixel is refused', () => {
    writeFileSync(
      join(source, 'color.png'),
      png(192, (x, y) => [91, 95, 199, x + y === 0 ? 254 : 255]),
    );
    expectRefusal('The color icon has transparent pixels.');
  });

  test('an outline icon with one grey pixel is refused', () => {
    const paint = (x: number) => (x === 7 ? 254 : white);
    const outline = png(32, (x, y) => [paint(x), white, white, y < 16 ? 255 : 0]);
    writeFileSync(join(source, 'outline.png'), outline);
    expectRefusal('The outline icon has a colour other than white.');
  });

  test('an outline icon without a transparent background is refused', () => {
    writeFileSync(
      join(source, 'outline.png'),
      png(32, () => [white, white, white, 255]),
    );
    expectRefusal('The outline icon has no transparent background.');
  });

  test('an empty outline icon is refused', () => {
    writeFileSync(
      join(source, 'outline.png'),
      png(32, () => [0, 0, 0, 0]),
    );
    expectRefusal('The outline icon is empty.');
  });

  test('a file that is no PNG is refused', () => {
    writeFileSync(join(source, 'outline.png'), 'GIF89a');
    expectRefusal('The outline icon cannot be used: not a PNG file.');
  });
});
