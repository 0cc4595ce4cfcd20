import type { Proposal } from '../domain/proposal.js';
import type { ProposalContent } from '../domain/proposal-content.js';

/** The parts of what a proposer wrote that are long, and that no list shows. */
export const longParts = ['currentProblem', 'proposedContent', 'expectedEffect'] as const;

/** One of them. */
export type LongPart = (typeof longParts)[number];

/** What a proposer wrote without the long parts. */
export type ShortContent = Omit<ProposalContent, LongPart>;

/** The long parts alone. */
export type LongTexts = Pick<ProposalContent, LongPart>;

/** A proposal without what lies in files, as a snapshot keeps it. */
export interface ShortProposal extends Omit<Proposal, 'trail' | 'course' | 'content'> {
  readonly content: ShortContent;
}

/** A copy of some of the properties; the others are not looked at, since looking at one may load it. */
function copyOf(value: object, isWanted: (name: string) => boolean): object {
  const copy = {};
  for (const name of Object.keys(value).filter(isWanted)) {
    Object.assign(copy, { [name]: Reflect.get(value, name) });
  }
  return copy;
}

const long: ReadonlySet<string> = new Set(longParts);

/** The short parts of a content. */
export function shortContentOf(content: ProposalContent): ShortContent {
  // All that it has but for the long parts.
  return copyOf(content, (name) => !long.has(name)) as ShortContent;
}

/** A proposal without its trail and its long texts, which are not looked at for it. */
export function shortOf(proposal: Proposal): ShortProposal {
  const rest = copyOf(proposal, (name) => name !== 'trail' && name !== 'content');
  const content = shortContentOf(proposal.content);
  // All that it has but for what lies in files.
  return Object.assign(rest, { content }) as ShortProposal;
}
