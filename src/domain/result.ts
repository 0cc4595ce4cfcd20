import type { Refusal } from './refusal.js';

/** What a rule answers: the new value, or the reason why not. Faults are exceptions, never results. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal };

/** The answer of a rule that allows. */
export function allowed<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** The answer of a rule that refuses. */
export function refused<T>(refusal: Refusal): Result<T> {
  return { ok: false, refusal };
}
