import { parseProposalNumber } from '../../domain/proposal-number.js';

/** The views of the personal tab. */
export type View = 'mine' | 'triage';

/** Where a link into the tab leads. */
export interface Destination {
  readonly view: View;
  readonly number?: string;
}

/** Reads `proposal/R8-0001` and `triage/R8-0001`; anything else leads to the first view. */
export function destinationOf(subPageId: string | undefined): Destination {
  const [place, number = ''] = (subPageId ?? '').split('/');
  const view = place === 'triage' ? 'triage' : 'mine';
  return parseProposalNumber(number) ? { view, number } : { view };
}
