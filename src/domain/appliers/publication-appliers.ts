import type { PublicationEvent } from '../events/publication-events.js';
import type { Appliers } from './appliers.js';

/** What each of them makes of a proposal. */
export const publicationAppliers: Appliers<PublicationEvent> = {
  'publication-scheduled': (proposal, { seq, due, release }) => ({
    ...proposal,
    publicationDue: { due, seq, ...(release && { release }) },
  }),
  'publication-undone': ({ publicationDue: _, ...rest }) => rest,
  published: ({ publicationDue: _, ...rest }, { seq, state, occurredAt }) => ({
    ...rest,
    published: { ...state, seq, at: occurredAt },
  }),
};
