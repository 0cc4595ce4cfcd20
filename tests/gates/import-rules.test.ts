import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

type Verdict = {
  sources: number;
  unseen: string[];
  violations: { rule: string; from: string; to: string; reason: string }[];
};

const root = join(__dirname, '..', '..');

/** Per rule: planted files, of which the first breaks exactly this rule. */
const plants: Record<string, Record<string, string>> = {
  'domain-imports-nothing': { 'src/domain/planted.ts': "import 'node:fs';" },
  'usecases-only-domain': { 'src/usecases/planted.ts': "import { z } from 'zod';" },
  'register-only-domain': { 'src/register/planted.ts': "import '../text/planted-word.js';" },
  'text-only-domain': { 'src/text/planted.ts': "import '../contract/planted-shape.js';" },
  'contract-only-domain': { 'src/contract/planted.ts': "import '../text/planted-word.js';" },
  'spool-only-domain': { 'src/spool/planted.ts': "import pino from 'pino';" },
  'attachments-only-domain': {
    'src/attachments/planted.ts': "import '../text/planted-word.js';",
  },
  'workbook-only-domain': { 'src/workbook/planted.ts': "import '../text/planted-word.js';" },
  'runtime-only-for-entry-points': {
    'src/notifications/planted-runtime.ts': "import '../runtime/planted-rounds.js';",
    'src/runtime/planted-rounds.ts': 'export const rounds = 1;',
  },
  'cards-only-domain-and-text': {
    'src/cards/planted.ts': "import '../contract/planted-shape.js';",
  },
  'adapters-stay-apart': {
    'src/bot/planted.ts': "import '../graph/planted-list.js';",
    'src/graph/planted-list.ts': 'export const list = 1;',
  },
  'adapters-only-inward': {
    'src/api/planted.ts': "import '../spool/planted-journal.js';",
    'src/spool/planted-journal.ts': 'export const journal = 1;',
  },
  'tabs-only-contract-text-domain': {
    'src/tabs/Planted.tsx':
      "import type { x } from '../usecases/planted-port.js';\nexport const Planted = () => <p>x</p>;",
    'src/usecases/planted-port.ts': 'export const x = 1;',
  },
  'tabs-no-node': { 'src/tabs/planted.ts': "import 'node:path';" },
  'nobody-imports-local': {
    'src/planted-local.ts': "import './local/planted-state.js';",
    'src/local/planted-state.ts': 'export const state = 1;',
  },
  'local-imports-only-itself': {
    'src/local/planted.ts': "export type Word = import('../text/planted-word.js').Word;",
  },
  'tooling-imports-only-itself': { 'src/tooling/planted.mjs': "import '../text/planted-word.js';" },
  'nobody-imports-tooling': {
    'src/planted-tooling.ts': "import './tooling/planted-tool.mjs';",
    'src/tooling/planted-tool.mjs': 'export const tool = 1;',
  },
  'settings-only-in-entry-points': {
    'src/planted-settings.ts': "import './settings.js';",
    'src/settings.ts': 'export const settings = 1;',
  },
  'nobody-imports-entry-points': {
    'src/planted-main.ts': "void import('./main.js');",
    'src/main.ts': 'export const main = 1;',
  },
  'no-cycles': {
    'src/domain/planted-egg.ts': "import { hen } from './planted-hen.js';",
    'src/domain/planted-hen.ts': "import type { egg } from './planted-egg.js';",
  },
  'no-barrels': { 'src/text/planted-barrel.ts': "export { Word } from './planted-word.js';" },
  'bot-sdk-in-one-file': {
    'src/bot/planted-sdk.ts': "import type { Activity } from 'botbuilder';",
  },
  'graph-client-only-in-graph': {
    'src/api/planted-graph.ts': "import { Client } from '@microsoft/microsoft-graph-client';",
  },
  'msal-only-in-identity': { 'src/graph/planted-msal.ts': "import '@azure/msal-node';" },
  'jose-only-in-identity': { 'src/bot/planted-jose.ts': "import { jwtVerify } from 'jose';" },
  'restify-only-in-api': { 'src/bot/planted-restify.ts': "import restify from 'restify';" },
  'teams-js-only-in-tabs': {
    'src/local/teams-host/page/planted-teams.ts': "import { app } from '@microsoft/teams-js';",
  },
  'production-uses-no-development-package': {
    'src/api/planted-dev.ts': "import 'fast-check';",
  },
  'every-import-resolves': { 'src/api/planted-missing.ts': "import './not-there.js';" },
};
const beside = {
  'src/text/planted-word.ts': 'export type Word = string;',
  'src/contract/planted-shape.ts': 'export const shape = 1;',
};

function plantedTree(): string {
  const tree = mkdtempSync(join(tmpdir(), 'mebuki-planted-'));
  for (const name of ['src', '.ci', 'adaptive-cards', 'package.json']) {
    if (existsSync(join(root, name)))
      cpSync(join(root, name), join(tree, name), { recursive: true });
  }
  for (const [file, text] of [beside, ...Object.values(plants)].flatMap(Object.entries<string>)) {
    mkdirSync(dirname(join(tree, file)), { recursive: true });
    if (!existsSync(join(tree, file))) writeFileSync(join(tree, file), `${text}\n`);
  }
  return tree;
}

function judge(tree: string): { status: number | null; verdict: Verdict; stderr: string } {
  const tool = join(root, 'src', 'tooling', 'lint-imports.mjs');
  const run = spawnSync(process.execPath, [tool, '--root', tree, '--json'], { encoding: 'utf8' });
  return { status: run.status, verdict: JSON.parse(run.stdout), stderr: run.stderr };
}

describe('the import rules', () => {
  const tree = plantedTree();
  const { status, verdict } = judge(tree);
  const { forbidden } = createRequire(__filename)('../../.ci/dependency-cruiser.cjs') as {
    forbidden: { name: string; comment: string }[];
  };

  afterAll(() => rmSync(tree, { recursive: true, force: true }));

  test('every rule has a planted violation, and every rule gives its reason', () => {
    expect(forbidden.map((rule) => rule.name).sort()).toEqual(Object.keys(plants).sort());
    expect(forbidden.filter((rule) => !/^.{30,}\.$/.test(rule.comment))).toEqual([]);
  });

  test('every folder of src has rules', () => {
    const rules = readFileSync(join(root, '.ci', 'dependency-cruiser.cjs'), 'utf8');
    const folders = readdirSync(join(root, 'src'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name);
    expect(folders.filter((name) => !new RegExp(`\\b${name}\\b`).test(rules))).toEqual([]);
  });

  test('a tree with violations fails', () => {
    expect(status).toBe(1);
  });

  test.each(Object.entries(plants))(
    '%s reports its planted file, and no other rule does',
    (rule, files) => {
      const [planted] = Object.keys(files);
      const found = verdict.violations.filter((violation) => violation.from === planted);
      expect([...new Set(found.map((violation) => violation.rule))]).toEqual([rule]);
    },
  );

  test('every source file is judged', () => {
    expect(verdict.sources).toBeGreaterThan(Object.keys(plants).length);
    expect(verdict.unseen).toEqual([]);
  });

  test('a configuration that looks away from a folder fails the check instead of passing it', () => {
    const config = join(tree, '.ci', 'dependency-cruiser.cjs');
    const blind = readFileSync(config, 'utf8').replace(
      'module.exports = {',
      "module.exports = { options: { exclude: { path: '^src/domain/' } },",
    );
    writeFileSync(config, blind);
    const run = judge(tree);
    expect(run.verdict.unseen).toContain('src/domain/planted.ts');
    expect(run.status).toBe(1);
    expect(run.stderr).toContain('The check is blind');
  });
});
