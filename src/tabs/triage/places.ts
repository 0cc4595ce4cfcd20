import type { DecisionField } from '../../domain/decision.js';

/** Ids of the elements that keys and links lead to. */
export const places = {
  search: 'triage-search',
  item: 'triage-item',
  decide: 'triage-decide',
  form: 'decision-form',
  faults: 'decision-faults',
} as const;

/** Id of a row of the list, which takes the focus. */
export function rowId(number: string): string {
  return `row-${number}`;
}

/** Id of the control of a field of the decision. */
export function fieldId(field: DecisionField): string {
  return `decision-${field}`;
}
