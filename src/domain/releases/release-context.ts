import type { Campaign } from '../campaign.js';
import type { ChannelMapping } from '../channel-map.js';
import type { Measure } from '../measures/measure.js';
import type { PersonId } from '../person.js';
import type { Proposal } from '../proposal.js';
import type { Releasable } from './member-progress.js';
import type { MemberRef } from './release-member.js';

/** What a rule about release sets may look at besides the set itself, read from memory as of one instant. */
export interface ReleaseContext {
  readonly campaigns: readonly Campaign[];
  readonly channelMap: readonly ChannelMapping[];
  readonly supportersOf: (proposalId: string) => readonly PersonId[];
  readonly proposal: (id: string) => Proposal | undefined;
  readonly measure: (id: string) => Measure | undefined;
}

/** The item behind a member of a set. */
export function itemOf(
  { kind, id }: MemberRef,
  context: Pick<ReleaseContext, 'proposal' | 'measure'>,
): Releasable | undefined {
  return kind === 'proposal' ? context.proposal(id) : context.measure(id);
}
