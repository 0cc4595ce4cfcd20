import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { shortPath } from './mutation-plan.mjs';

const found = ['killed', 'timeout', 'crash'];
const missed = ['survived', 'unreached'];
const leftOut = ['unloadable', 'Ignored'];
const begin = '<!-- figures: npm run mutation -- --write -->';
const end = '<!-- end of figures -->';

const count = (mutants, statuses) => mutants.filter((m) => statuses.includes(m.status)).length;

/** Share of the mutants that a test noticed, in percent; 100 when there is nothing to notice. */
export function scoreOf(mutants) {
  const noticed = count(mutants, found);
  const all = noticed + count(mutants, missed);
  return all === 0 ? 100 : (100 * noticed) / all;
}

// Rounded down, so that 89.99 is not shown as the goal.
const percent = (score) => `${(Math.floor(score * 10) / 10).toFixed(1)} %`;

function row(name, mutants) {
  const cells = [
    mutants.length,
    count(mutants, found),
    count(mutants, ['survived']),
    count(mutants, ['unreached']),
    count(mutants, leftOut),
    percent(scoreOf(mutants)),
  ];
  return `| ${[name, ...cells].join(' | ')} |`;
}

/** Markdown table, one line per file and one for all. */
export function figureTable(root, mutants) {
  const files = [...new Set(mutants.map((mutant) => mutant.fileName))].sort();
  return [
    '| File | Mutants | Noticed | Survived | Not reached | Left out | Score |',
    '|---|--:|--:|--:|--:|--:|--:|',
    ...files.map((file) => {
      const own = mutants.filter((mutant) => mutant.fileName === file);
      return row(`\`${shortPath(root, file)}\``, own);
    }),
    row('**All**', mutants),
  ].join('\n');
}

function originalText({ fileName, location: { start, end: stop } }) {
  const lines = readFileSync(fileName, 'utf8')
    .split('\n')
    .slice(start.line, stop.line + 1);
  lines.push(lines.pop().slice(0, stop.column));
  return [lines[0].slice(start.column), ...lines.slice(1)].join('\n');
}

function oneLine(text) {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}

/** One line per mutant that no test noticed: file:line:column, kind, before → after. */
export function survivorLines(root, mutants) {
  return mutants
    .filter((mutant) => missed.includes(mutant.status))
    .map((mutant) => {
      const { line, column } = mutant.location.start;
      const place = `${shortPath(root, mutant.fileName)}:${line + 1}:${column + 1}`;
      const change = `${oneLine(originalText(mutant))} → ${oneLine(mutant.replacement)}`;
      return `${place} ${mutant.status} [${mutant.mutatorName}] ${change}`;
    });
}

/** Replaces the table in docs/quality.md. */
export function writeFigures(root, table, day) {
  const path = join(root, 'docs', 'quality.md');
  const text = readFileSync(path, 'utf8');
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`docs/quality.md has no place for the figures.`);
  const figures = `${begin}\n\nTaken on ${day} with Node ${process.versions.node}.\n\n${table}\n\n`;
  writeFileSync(path, text.slice(0, from) + figures + text.slice(to));
}
