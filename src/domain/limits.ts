/** Bounds of the texts of acts, in user-visible characters (domain specification 1.6). */
export const actTextLimits = {
  question: 500,
  answer: 1_000,
  reason: { least: 10, most: 500 },
  note: 1_000,
  opinion: 1_000,
  line: 60,
  remaining: 500,
} as const;

/** Working days within which an office answers, unless another day is named. */
export const replyWorkingDays = { question: 10, opinion: 20, delegation: 20 } as const;

/** Most co-proposers of one proposal. */
export const mostCoProposers = 9;
