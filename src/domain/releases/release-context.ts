import type { Campaign } from '../campaign.js';
import type { ChannelMapping } from '../channel-map.js';
import type { Measure } from '../measures/measure.js';
import type { PersonId } from '../person.js';
import type { Proposal } from '../proposal.js';
import type { Releasable } from './item-progress.js';
import type { ItemRef } from './release-item.js';

/** What a rule about release sets may look at besides the set itself, read from memory as of one instant. */
export interface ReleaseContext {
  readonly campaigns: readonly Campaign[];
  readonly channelMap: readonly ChannelMapping[];
  readonly supportersOf: (proposalId: string) => readonly PersonId[];
  readonly proposal: (id: string) => Proposal | undefined;
  readonly measure: (id: string) => Measure | undefined;
}

/** What an item of a set stands for. */
export function releasableOf(
  { kind, id }: ItemRef,
  context: Pick<ReleaseContext, 'proposal' | 'measure'>,
): Releasable | undefined {
  return kind === 'proposal' ? context.proposal(id) : context.measure(id);
}
