/**
 * How much is run. `full` is what figures are taken from; `small` only shows that every part works.
 * A person may submit 20 proposals an hour and ask 120 things at once; the counts keep within that.
 * `submitWarmUp` and `proposals` together are as many turns as the floor gets before it is measured.
 */
export const plans = {
  full: {
    proposals: 648,
    samples: 3,
    submits: 400,
    ownReads: 800,
    triageReads: 500,
    ownWarmUp: 1200,
    floorWarmUp: 1500,
    submitWarmUp: 852,
    warmUpPeople: 48,
    counted: 5,
    countedReads: 100,
    invented: 70,
  },
  small: {
    proposals: 6,
    samples: 1,
    submits: 2,
    ownReads: 3,
    triageReads: 3,
    ownWarmUp: 2,
    floorWarmUp: 2,
    submitWarmUp: 2,
    warmUpPeople: 1,
    counted: 1,
    countedReads: 2,
    invented: 3,
  },
};

/** Requests under way at once, in every sample. */
export const concurrency = 20;

/** Submits of one person within an hour that the app takes. */
export const submitsPerPerson = 20;

/** The run ends by itself after this long, whatever hangs. */
export const longestRunMs = 295_000;

/** The same for `graph`, which fills the lists three times. */
export const longestGraphRunMs = 2_400_000;
