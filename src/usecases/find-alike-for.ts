import { redactedFor } from '../domain/blind/redact.js';
import type { Actor } from '../domain/person.js';
import type { ProposalWords } from '../domain/similarity/proposal-words.js';
import { actNow } from './act-on-proposal.js';
import { type FoundHint, findHintsFor, type SimilarRegister } from './find-hints-for.js';
import type { Clock } from './ports.js';

/** Finds what others have proposed or realised already, as far as a person may read it. */
export type FindAlike = (by: Actor, words: ProposalWords) => readonly FoundHint[];

/**
 * What is shown before a proposal is stored: what there is already that is like it, without what the same person
 * proposed. Nothing right after a start, while texts are still being read: a submission waits for no comparison. The
 * words that meet are of the text as written, so whoever reads a redacted copy is given no hint of it.
 */
export function findAlikeFor(
  { register, clock }: { readonly register: SimilarRegister; readonly clock: Clock },
  by: Actor,
  words: ProposalWords,
): readonly FoundHint[] {
  const asker = { register, personId: by.id, isOwnLeftOut: true };
  const { hints, isComplete } = findHintsFor(asker, words);
  if (!isComplete) return [];
  const act = actNow(register, clock, by);
  return hints.filter(
    (hint) => 'measure' in hint || redactedFor(hint.proposal, act) === hint.proposal,
  );
}
