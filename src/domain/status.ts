/** Where a proposal stands (facts: domain specification 1.6). A draft is no status: drafts are not proposals yet. */
export const statuses = [
  'received',
  'clarifying',
  'reviewing',
  'decided',
  'started',
  'partially-realised',
  'realised',
  'difficult',
  'out-of-scope',
  'withdrawn',
] as const;

/** One of the statuses. */
export type Status = (typeof statuses)[number];
