// Checks the import rules of .ci/dependency-cruiser.cjs.
//
// dependency-cruiser cannot read this project by itself: TypeScript 7 has no compiler API, and
// its swc parser stops at the first JSX element and does not see `import('…').Type`. So the
// imports of every file are read with swc first, written into a mirror of the tree that holds
// nothing else, and dependency-cruiser judges the mirror.

import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseSync } from '@swc/core';
import { cruise } from 'dependency-cruiser';
import { filesUnder } from './files-under.mjs';
import { projectRoot } from './project-root.mjs';

const CODE = /\.(ts|tsx|mts|mjs|js)$/;
const BESIDE_SOURCES = ['adaptive-cards', 'package.json', 'tsconfig.json'];

const posixPath = (root, file) => relative(root, file).split(sep).join('/');

/** Yields every node of a swc syntax tree. */
function* nodesOf(value) {
  if (Array.isArray(value)) {
    for (const item of value) yield* nodesOf(item);
  } else if (value !== null && typeof value === 'object') {
    yield value;
    for (const child of Object.values(value)) yield* nodesOf(child);
  }
}

const statementOf = {
  ImportDeclaration: (node) => `import ${JSON.stringify(node.source.value)};`,
  ExportAllDeclaration: (node) => `export * from ${JSON.stringify(node.source.value)};`,
  ExportNamedDeclaration: (node) =>
    node.source ? `export * from ${JSON.stringify(node.source.value)};` : '',
  TsImportType: (node) => `import ${JSON.stringify(node.argument.value)};`,
  CallExpression: (node) => {
    const argument = node.arguments[0]?.expression;
    return node.callee.type === 'Import' && argument?.type === 'StringLiteral'
      ? `import(${JSON.stringify(argument.value)});`
      : '';
  },
};

/** The import statements of one source text, types included, one a line. */
function importsOf(source, file) {
  const tree = parseSync(source, {
    syntax: 'typescript',
    tsx: file.endsWith('x'),
    target: 'es2022',
  });
  const statements = [...nodesOf(tree)].map((node) => statementOf[node.type]?.(node) ?? '');
  return [...new Set(statements)].filter((line) => line !== '').join('\n');
}

function writeMirror(root, sources, mirror) {
  for (const name of BESIDE_SOURCES) {
    if (existsSync(join(root, name)))
      cpSync(join(root, name), join(mirror, name), { recursive: true });
  }
  symlinkSync(join(projectRoot, 'node_modules'), join(mirror, 'node_modules'), 'junction');
  for (const file of sources) {
    const path = relative(root, file);
    mkdirSync(dirname(join(mirror, path)), { recursive: true });
    const text = CODE.test(file) ? importsOf(readFileSync(file, 'utf8'), path) : '';
    writeFileSync(join(mirror, path), `${text}\n`);
  }
}

/**
 * Judges the imports under `<root>/src` by the rules in `<root>/.ci`.
 * @returns {Promise<{ sources: number, unseen: string[], violations: { rule: string, from: string, to: string, reason: string }[] }>}
 *   `sources` counts the code files on disk, `unseen` names those dependency-cruiser did not judge.
 */
export async function judgeImports(root) {
  const config = createRequire(import.meta.url)(join(root, '.ci', 'dependency-cruiser.cjs'));
  const reasons = new Map(config.forbidden.map((rule) => [rule.name, rule.comment]));
  const mirror = mkdtempSync(join(tmpdir(), 'mebuki-imports-'));
  try {
    const sources = filesUnder(join(root, 'src'));
    writeMirror(root, sources, mirror);
    const { output } = await cruise(['src'], {
      baseDir: mirror,
      parser: 'swc',
      ...config.options,
      doNotFollow: { path: 'node_modules' },
      enhancedResolveOptions: {
        exportsFields: ['exports'],
        conditionNames: ['import', 'node', 'default', 'types', 'require'],
      },
      validate: true,
      ruleSet: { forbidden: config.forbidden },
    });
    const judged = new Set(output.modules.map((module) => module.source));
    const code = sources.filter((file) => CODE.test(file)).map((file) => posixPath(root, file));
    return {
      sources: code.length,
      unseen: code.filter((path) => !judged.has(path)),
      violations: output.summary.violations.map(({ rule, from, to }) => ({
        rule: rule.name,
        from,
        to: to.replace(/^.*\/(?=node_modules\/)/, ''),
        reason: reasons.get(rule.name) ?? '',
      })),
    };
  } finally {
    rmSync(mirror, { recursive: true, force: true });
  }
}

async function main() {
  const flag = process.argv.indexOf('--root');
  const root = flag < 0 ? projectRoot : resolve(process.argv[flag + 1] ?? '.');
  const verdict = await judgeImports(root);
  if (process.argv.includes('--json')) console.log(JSON.stringify(verdict));
  else
    for (const v of verdict.violations)
      console.log(`${v.from} → ${v.to}\n  ${v.rule}: ${v.reason}`);
  if (verdict.unseen.length > 0) {
    console.error(
      `Import rules: ${verdict.unseen.length} of ${verdict.sources} files were not judged (${verdict.unseen[0]}, …). The check is blind; nothing is proven.`,
    );
    return 1;
  }
  console.error(
    `Import rules: ${verdict.sources} files judged, ${verdict.violations.length} violations.`,
  );
  return verdict.violations.length === 0 ? 0 : 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exitCode = await main();
