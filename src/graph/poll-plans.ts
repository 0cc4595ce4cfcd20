import type { PollPlan } from './change-feed.js';
import type { FollowedList } from './take-changes.js';

const seconds = 1000;
const minutes = 60 * seconds;
const masterPlan: PollPlan = { activeMs: 10 * minutes, idleMs: 10 * minutes };
const personPlan: PollPlan = { activeMs: 2 * minutes, idleMs: 10 * minutes };
/** What nobody but the app writes, which takes its own writes at once: only an app beside it is heard of later. */
const rarePlan: PollPlan = { activeMs: 30 * minutes, idleMs: 30 * minutes };
/** What the app writes itself and nobody else but an app beside it: conditional writes find out what it missed. */
const ownPlan: PollPlan = { activeMs: 1 * minutes, idleMs: 5 * minutes };

/**
 * How often each list is asked (protocols: read). Roles follow faster than masters: they take effect at once. Together
 * the polls of a day have to leave room for its writes under 40,000 units (`npm run bench -- graph`).
 */
export const usualPlans: Readonly<Record<FollowedList, PollPlan>> = {
  proposals: { activeMs: 10 * seconds, idleMs: 1 * minutes },
  campaigns: personPlan,
  departments: masterPlan,
  sections: masterPlan,
  categories: masterPlan,
  jobGrades: masterPlan,
  holidays: masterPlan,
  thesaurus: masterPlan,
  members: { activeMs: 1 * minutes, idleMs: 2 * minutes },
  channels: masterPlan,
  profiles: personPlan,
  // A chat that another process heard of is read by its person where somebody is to be told.
  conversations: { activeMs: 5 * minutes, idleMs: 10 * minutes },
  drafts: personPlan,
  preferences: rarePlan,
  // A loss of the ledger has to be seen before anything is sent again.
  notices: { activeMs: 30 * seconds, idleMs: 1 * minutes },
  measures: ownPlan,
  casebookRules: ownPlan,
  effectAnswers: personPlan,
  adoptions: personPlan,
  releaseSets: ownPlan,
  publications: ownPlan,
  supports: ownPlan,
  claimRules: masterPlan,
  issueGroups: ownPlan,
};
