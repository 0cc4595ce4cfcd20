/** What people can be reminded of. */
export const awaitedKinds = ['question', 'opinion', 'delegation', 'confirmation'] as const;

/** One of them. */
export type AwaitedKind = (typeof awaitedKinds)[number];

/** The steps of reminding: before the day, after it, and to the secretariat when nothing came. */
export const reminderSteps = ['soon', 'overdue', 'escalated'] as const;

/** One of the steps. */
export type ReminderStep = (typeof reminderSteps)[number];

/** One reminder, once per step. */
export interface Reminder {
  readonly about: AwaitedKind;
  /** Which of them, unique within the proposal: the request's id, when the question was asked, and so on. */
  readonly target: string;
  readonly step: ReminderStep;
}
