import type { Failure } from '../exchange.js';

/** What is wrong with a field, where a call was refused for that. */
export function fieldFailure(failure: Failure | undefined, field: string): string | undefined {
  return failure?.kind === 'refused' ? failure.fields[field] : undefined;
}
