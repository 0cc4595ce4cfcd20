import type { Audience } from '../audience.js';
import type { CivilDate } from '../instant.js';
import type { Reminder } from '../reminder.js';

/** That the product reminded somebody. Values are those after the event. */
export type ReminderEvent = Reminder & {
  readonly kind: 'reminded';
  readonly dueOn: CivilDate;
  /** Frozen: who was reminded. */
  readonly audience: Audience;
};
