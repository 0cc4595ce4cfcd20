import type { Act } from '../domain/act.js';
import { contentFor } from '../domain/blind/redact.js';
import type { Campaign } from '../domain/campaign.js';
import { countedIn } from '../domain/figures/counted.js';
import { type Mark, markedIn } from '../domain/figures/marks.js';
import type { ProposalNumber } from '../domain/proposal-number.js';
import { maySeePublished } from '../domain/visibility.js';
import { type FiguresBook, proposalsOfCampaign } from './campaign-figures.js';

/** The received that stand alike: how many there are, and which of them the reader may read. */
export interface Dots {
  readonly mark: Mark;
  /** All of them, as in the published balance. */
  readonly count: number;
  /** In the order of their numbers. */
  readonly proposals: readonly { readonly number: ProposalNumber; readonly title: string }[];
}

/** How many proposals of a campaign are named in one answer. */
export const mostDotsNamed = 10_000;

/**
 * One dot for each received proposal of a campaign, as published. Every one is counted; only those the reader may see
 * (domain 5) are named, and of them no more than `mostNamed`.
 */
export function campaignDots(
  book: FiguresBook,
  campaign: Campaign,
  act: Act,
  mostNamed: number = mostDotsNamed,
): readonly Dots[] {
  const marked = markedIn(countedIn('published', proposalsOfCampaign(book, campaign.id)));
  let left = mostNamed;
  return [...marked].map(([mark, counted]) => {
    const named = counted
      .map(({ proposal }) => proposal)
      .filter((proposal) => maySeePublished(proposal, campaign, act.by.id))
      .slice(0, left);
    left -= named.length;
    const proposals = named.map((proposal) => ({
      number: proposal.number,
      title: contentFor(proposal, act).title,
    }));
    return { mark, count: counted.length, proposals };
  });
}
