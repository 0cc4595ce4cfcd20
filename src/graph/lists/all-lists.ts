import { adoptions } from './adoptions.js';
import { attachmentLibrary } from './attachment-library.js';
import { audiences } from './audiences.js';
import { campaigns } from './campaigns.js';
import { casebookRules } from './casebook-rules.js';
import { categories } from './categories.js';
import { channels } from './channels.js';
import { claimRules } from './claim-rules.js';
import { conversations } from './conversations.js';
import { departments } from './departments.js';
import { drafts } from './drafts.js';
import { effectAnswers } from './effect-answers.js';
import { holidays } from './holidays.js';
import { issueGroups } from './issue-groups.js';
import { jobGrades } from './job-grades.js';
import type { ListSchema } from './list-definition.js';
import { measureArchive } from './measure-archive.js';
import { measures } from './measures.js';
import { members } from './members.js';
import { noticeMarks } from './notice-marks.js';
import { notices } from './notices.js';
import { preferences } from './preferences.js';
import { profiles } from './profiles.js';
import { proposals } from './proposals.js';
import { publications } from './publications.js';
import { releaseSets } from './release-sets.js';
import { schemaMarks } from './schema-marks.js';
import { sections } from './sections.js';
import { supports } from './supports.js';
import { thesaurus } from './thesaurus.js';
import { trailArchive } from './trail-archive.js';

/** Every list of the product, by the name of what it holds. */
export const allLists = {
  proposals,
  campaigns,
  departments,
  sections,
  categories,
  jobGrades,
  holidays,
  thesaurus,
  members,
  channels,
  profiles,
  conversations,
  drafts,
  preferences,
  notices,
  noticeMarks,
  measures,
  casebookRules,
  effectAnswers,
  adoptions,
  releaseSets,
  publications,
  supports,
  audiences,
  claimRules,
  trailArchive,
  measureArchive,
  issueGroups,
  schemaMarks,
} as const;

/** Name of what a list holds. */
export type ListKey = keyof typeof allLists;

/** Every list and library that the product needs, as they are made and looked at. */
export const allSchemas: readonly ListSchema[] = [...Object.values(allLists), attachmentLibrary];
