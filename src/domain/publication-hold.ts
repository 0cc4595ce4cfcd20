/**
 * Why a publication that is due is held instead of carried out: by now it is an idea of whoever asked for it, or what
 * it was merged into was withdrawn.
 */
export const publicationHolds = ['conflict-of-interest', 'survivor-withdrawn'] as const;

/** One of the reasons. */
export type PublicationHold = (typeof publicationHolds)[number];

/** A reason as others read it: whose idea a proposal is, is nothing for them (blind review). */
export const toldHolds = ['not-permitted', 'survivor-withdrawn'] as const;

/** One of them. */
export type ToldHold = (typeof toldHolds)[number];

/** The reason as the secretariat reads it. */
export function toldHold(hold: PublicationHold): ToldHold {
  return hold === 'conflict-of-interest' ? 'not-permitted' : hold;
}
