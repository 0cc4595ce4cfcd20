import type { ActContext } from './act-context.js';
import type { Proposal } from './proposal.js';
import type { MeasureLink } from './proposal-state.js';

/** The links of a proposal to measures that are published (domain specification 1.7, 3). */
export function publishedLinks(
  { links = [] }: Pick<Proposal, 'links'>,
  { measureState }: Pick<ActContext, 'measureState'>,
): readonly MeasureLink[] {
  return links.filter(({ measureId }) => measureState(measureId) === 'published');
}
