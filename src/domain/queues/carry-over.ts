import type { Decision } from '../decision.js';
import { type FiscalYear, fiscalYearOfDate } from '../fiscal-year.js';
import type { CivilDate } from '../instant.js';
import type { Proposal } from '../proposal.js';

/** The fiscal year to which a decision commits its owner; undefined for a delegation, which has a day of its own. */
export function committedYear(decision: Decision | undefined): FiscalYear | undefined {
  switch (decision?.track) {
    case 'realise-this-fy':
      return fiscalYearOfDate(`${decision.targetMonth}-01`);
    case 'start-this-fy':
      return fiscalYearOfDate(`${decision.startMonth}-01`);
    case 'later':
      return decision.targetFiscalYear;
    default:
      return undefined;
  }
}

const openStatuses: readonly string[] = ['decided', 'started', 'partially-realised'];

/**
 * 繰越: from 1 April on, what was to be realised or started in a year that is over, also one that lay ahead when it was
 * decided, and is still open, begun or not. Nothing is moved silently: an item leaves when a person decides it anew
 * (T6), realises it or finds it difficult.
 */
export function carryOver(proposals: readonly Proposal[], today: CivilDate): readonly Proposal[] {
  const present = fiscalYearOfDate(today);
  return proposals.filter(({ status, decision, mergedInto }) => {
    const year = committedYear(decision);
    const isOpen = openStatuses.includes(status) && mergedInto === undefined;
    return isOpen && year !== undefined && year < present;
  });
}
