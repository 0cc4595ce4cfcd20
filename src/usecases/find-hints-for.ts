import type { Campaign } from '../domain/campaign.js';
import { isContributor } from '../domain/capacity.js';
import type { Measure } from '../domain/measures/measure.js';
import { measureIdOfText } from '../domain/measures/measure-text.js';
import { versionInForce } from '../domain/measures/published-measure.js';
import type { PersonId } from '../domain/person.js';
import type { Proposal } from '../domain/proposal.js';
import type { Explanation } from '../domain/similarity/explain-likeness.js';
import { findHints } from '../domain/similarity/find-hints.js';
import type { ProposalWords } from '../domain/similarity/proposal-words.js';
import { maySeePublished } from '../domain/visibility.js';
import type { MeasureBook } from './measure-ports.js';
import type { Register } from './ports.js';
import { readSomeTexts } from './read-texts.js';
import type { SimilarTexts } from './similarity-ports.js';

/** The register as far as looking for similar texts needs it. */
export type SimilarRegister = Register & MeasureBook & { readonly similarTexts: SimilarTexts };

/** What there is already, and the words by which it is alike. */
export type FoundHint = Explanation &
  ({ readonly proposal: Proposal } | { readonly measure: Measure });

/** Hints, most alike first. */
export interface FoundHints {
  readonly hints: readonly FoundHint[];
  /** Whether all texts have been read; right after a start they have not. */
  readonly isComplete: boolean;
}

/** Whether a proposal may be named to somebody. */
function isFor(asker: HintAsker, proposal: Proposal, campaign: Campaign | undefined): boolean {
  const { personId, isOwnLeftOut = false } = asker;
  if (proposal.published.status === 'withdrawn') return false;
  if (isOwnLeftOut && isContributor(proposal, personId)) return false;
  return maySeePublished(proposal, campaign, personId);
}

/** What a text of the index is, if this person may see it in its published state. */
function visibleTo(asker: HintAsker) {
  const { register } = asker;
  const campaigns = new Map(register.campaigns().map((campaign) => [campaign.id, campaign]));
  return (
    id: string,
  ): { readonly proposal: Proposal } | { readonly measure: Measure } | undefined => {
    const measureId = measureIdOfText(id);
    if (measureId !== undefined) {
      const measure = register.measure(measureId)?.value;
      return measure && versionInForce(measure) && { measure };
    }
    const proposal = register.proposal(id)?.value;
    const isNamed = proposal && isFor(asker, proposal, campaigns.get(proposal.campaignId));
    return isNamed ? { proposal } : undefined;
  };
}

interface HintAsker {
  readonly register: SimilarRegister;
  readonly personId: PersonId;
  /** Whether what this person proposed, alone or with others, counts for nothing. */
  readonly isOwnLeftOut?: boolean;
}

/**
 * 似ている提案: what there is already that is like a text being written, among what this person may see: proposals of
 * any campaign, and published measures and rules (domain 6). How much a word tells is learned from all texts, so scores
 * are not handed on: they would move with what this person may not see.
 */
export function findHintsFor(asker: HintAsker, words: ProposalWords): FoundHints {
  const { similarTexts } = asker.register;
  const isComplete = readSomeTexts(similarTexts);
  const find = visibleTo(asker);
  const hints = findHints(similarTexts.index(), words, (id) => find(id) !== undefined);
  return {
    isComplete,
    hints: hints.flatMap(({ id, words: shared, opposed }) => {
      const found = find(id);
      return found ? [{ ...found, words: shared, opposed }] : [];
    }),
  };
}
