import type { Campaign } from '../domain/campaign.js';
import { countedIn, type FiguresView } from '../domain/figures/counted.js';
import { type Figures, figuresOf } from '../domain/figures/figures.js';
import { type Turnout, turnoutOf } from '../domain/figures/turnout.js';
import type { CivilDate, Instant } from '../domain/instant.js';
import type { Masters } from '../domain/masters.js';
import type { Proposal } from '../domain/proposal.js';
import { isForAllStaff } from '../domain/visibility.js';
import type { Stored } from './ports.js';

/** What figures are taken from. */
export interface FiguresBook {
  proposals(): readonly Stored<Proposal>[];
  proposal(id: string): Stored<Proposal> | undefined;
  campaigns(): readonly Campaign[];
  masters(): Masters;
  /** Whose word in force was given by then. */
  endorsersOf(proposalId: string, until?: Instant): readonly string[];
}

/** The proposals of a campaign as they stand. */
export function proposalsOfCampaign(book: FiguresBook, campaignId: string): readonly Proposal[] {
  const all = book.proposals().map(({ value }) => value);
  return all.filter((proposal) => proposal.campaignId === campaignId);
}

/** Who may see a proposal is asked of what holds now: what is 非公開 today is not told by the figures of yesterday. */
function seenBy(book: FiguresBook, campaign: Campaign | undefined) {
  return (proposal: Proposal): boolean =>
    isForAllStaff(book.proposal(proposal.id)?.value ?? proposal, campaign);
}

/** The figures of a campaign from one of the two states, of its proposals as they stand or as they stood. */
export function campaignFigures(
  book: FiguresBook,
  campaignId: string,
  view: FiguresView,
  then?: { readonly proposals: readonly Proposal[]; readonly asOf: Instant },
): Figures {
  const campaign = book.campaigns().find(({ id }) => id === campaignId);
  return figuresOf(
    {
      proposals: then?.proposals ?? proposalsOfCampaign(book, campaignId),
      masters: book.masters(),
      endorsersOf: (id) => book.endorsersOf(id, then?.asOf),
      isForAllStaff: seenBy(book, campaign),
    },
    view,
  );
}

/** 応募状況 of a campaign on a day; from the working state nothing is held back. */
export function campaignTurnout(
  book: FiguresBook,
  campaign: Campaign,
  view: FiguresView,
  today: CivilDate,
): Turnout {
  const proposals = proposalsOfCampaign(book, campaign.id);
  const counted = countedIn(view, proposals, seenBy(book, campaign));
  return turnoutOf(campaign, counted, book.masters(), today);
}
