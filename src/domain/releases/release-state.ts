/** How far a release set is. The step from `scheduled` to `releasing` is the one write that cancelling competes with. */
export const releaseStates = ['draft', 'scheduled', 'releasing', 'released', 'cancelled'] as const;

/** One of the states. */
export type ReleaseState = (typeof releaseStates)[number];
