import { parseProposalNumber } from '../../domain/proposal-number.js';

/** The views of the personal tab. */
export type View =
  | 'mine'
  | 'everyone'
  | 'progress'
  | 'casebook'
  | 'office'
  | 'triage'
  | 'admin'
  | 'settings';

/** Where a link into the tab leads. */
export interface Destination {
  readonly view: View;
  readonly number?: string;
  /** The draft to go on with. */
  readonly draft?: string;
}

const views: readonly View[] = [
  'mine',
  'everyone',
  'progress',
  'casebook',
  'office',
  'triage',
  'admin',
  'settings',
];

const token = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Reads `proposal/R8-0001`, `draft/` with the token of a form, `everyone/R8-0001`, `progress/R8-0001`, `office/R8-0001` and `triage/R8-0001`; anything
 * else leads to the first view.
 */
export function destinationOf(subPageId: string | undefined): Destination {
  const [place, number = ''] = (subPageId ?? '').split('/');
  if (place === 'draft' && token.test(number)) return { view: 'mine', draft: number };
  const view = views.find((each) => each === place) ?? 'mine';
  return parseProposalNumber(number) ? { view, number } : { view };
}

/** The same, where the page already shows a view: what it was loaded anew for. */
export function destinationIn(
  view: string | undefined,
  subPageId: string | undefined,
): Destination {
  const linked = destinationOf(subPageId);
  const shown = views.find((each) => each === view);
  return shown === undefined || shown === linked.view ? linked : { view: shown };
}
