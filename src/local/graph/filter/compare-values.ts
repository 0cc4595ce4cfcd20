import type { FieldValue } from '../stored-types.js';

function comparable(value: FieldValue): string | number {
  if (typeof value === 'string') return value.toLowerCase();
  if (typeof value === 'boolean') return value ? 1 : 0;
  return typeof value === 'number' ? value : JSON.stringify(value);
}

/** Orders two values of one column; nothing comes before something. */
export function compareValues(
  a: FieldValue | null | undefined,
  b: FieldValue | null | undefined,
): number {
  const isNoA = a === undefined || a === null;
  const isNoB = b === undefined || b === null;
  if (isNoA || isNoB) return Number(isNoB) - Number(isNoA);
  const left = comparable(a);
  const right = comparable(b);
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
