import {
  bareOption,
  invalidRequest,
  malformedRequest,
  notSupported,
  unsupportedOption,
} from './errors.js';

const odataNames = [
  'select',
  'expand',
  'filter',
  'orderby',
  'top',
  'skip',
  'count',
  'search',
  'skiptoken',
];

/** Largest page the list service gives. */
const largestPage = 5_000;

/**
 * The options of an address, `$` included in the names. Bare OData names are refused, as one
 * tenant was measured to; so is everything the address does not take.
 */
export function readOptions(
  query: URLSearchParams,
  allowed: readonly string[],
): Map<string, string> {
  const options = new Map<string, string>();
  for (const [name, value] of query) {
    if (odataNames.includes(name.toLowerCase())) throw bareOption(name);
    const key = name.startsWith('$') ? name.toLowerCase() : name;
    if (!allowed.includes(key) || options.has(key)) throw unsupportedOption(name);
    options.set(key, value);
  }
  return options;
}

/** `$top`: 1 or more; more than 5,000 counts as 5,000. */
export function readTop(options: ReadonlyMap<string, string>, fallback: number): number {
  const text = options.get('$top');
  if (text === undefined) return fallback;
  if (!/^\d+$/.test(text) || Number(text) === 0) {
    throw invalidRequest("The value of '$top' is not a positive whole number.");
  }
  return Math.min(Number(text), largestPage);
}

/** A comma-separated `$select`; names not among `known` are refused. */
export function readSelect(
  options: ReadonlyMap<string, string>,
  known: readonly string[],
): string[] | undefined {
  const text = options.get('$select');
  if (text === undefined) return undefined;
  const names = splitNames(text);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw invalidRequest(`Parsing OData Select and Expand failed: no property named '${unknown}'.`);
  }
  return names;
}

function splitNames(text: string): string[] {
  const names = text.split(',').map((name) => name.trim());
  if (names.some((name) => name === '')) throw malformedRequest();
  return names;
}

/** Splits at commas that are not inside parentheses. */
function splitTop(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (const [index, character] of [...text].entries()) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (character === ',' && depth === 0) {
      parts.push(text.slice(start, index));
      start = index + 1;
    }
  }
  if (depth !== 0) throw malformedRequest();
  return [...parts, text.slice(start)].map((part) => part.trim());
}

function readInner(inner: string | undefined): 'all' | string[] {
  if (inner === undefined) return 'all';
  const [, option, names] = /^(\$?\w+)=(.*)$/s.exec(inner.trim()) ?? [];
  if (option === 'select') throw bareOption('select');
  if (option !== '$select' || names === undefined) throw malformedRequest();
  return splitNames(names);
}

/** `$expand` as name → its own `$select`, `all` without one. Only `known` names. */
export function readExpand(
  options: ReadonlyMap<string, string>,
  known: readonly string[],
): Map<string, 'all' | string[]> {
  const text = options.get('$expand');
  const parts = text === undefined ? [] : splitTop(text);
  return new Map(
    parts.map((part) => {
      const [, name, inner] = /^(\w+)(?:\((.*)\))?$/s.exec(part) ?? [];
      if (name === undefined) throw malformedRequest();
      if (!known.includes(name)) throw notSupported();
      return [name, readInner(inner)];
    }),
  );
}
