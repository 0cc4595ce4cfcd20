import type { FollowedList } from '../take-changes.js';

/**
 * The lists of which Graph is asked to tell changes, proposals first: those that people also change in SharePoint
 * itself, and those that somebody waits for another process to write. Of the rest each item is written by the app
 * alone and for one person, in crowds (the ledger, chats, profiles, endorsements, answers), so that notifications would
 * only lead it to read what it wrote.
 */
export const subscribedLists: readonly FollowedList[] = [
  'proposals',
  'members',
  'campaigns',
  'measures',
  'casebookRules',
  'releaseSets',
  'publications',
  'issueGroups',
  'departments',
  'sections',
  'categories',
  'jobGrades',
  'holidays',
  'thesaurus',
  'channels',
  'claimRules',
];
