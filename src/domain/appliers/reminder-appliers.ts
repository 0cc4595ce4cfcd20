import type { ReminderEvent } from '../events/reminder-events.js';
import type { Appliers } from './appliers.js';

/** A reminder moves nothing; it is kept, so that there is no second one of its step. */
export const reminderAppliers: Appliers<ReminderEvent> = {
  reminded: (proposal, { about, target, step }) => ({
    ...proposal,
    reminders: [...(proposal.reminders ?? []), { about, target, step }],
  }),
};
