/** Why a document is not taken. */
export type OfficeProblem =
  | 'unknown'
  | 'encrypted'
  | 'active'
  | 'unclean'
  | 'media'
  | 'unreadable'
  | 'too-large';
