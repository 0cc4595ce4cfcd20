import './shell/zod-without-eval.js';
import { z } from 'zod';
import { bulkAnswer } from '../contract/act-requests.js';
import { mastersAnswer, meAnswer, refusalAnswer } from '../contract/common-answers.js';
import { draftShape, draftsAnswer, savedDraftAnswer } from '../contract/draft-answers.js';
import { figuresAnswer } from '../contract/figures-answers.js';
import { healthAnswer } from '../contract/health-answers.js';
import { listFaultsAnswer } from '../contract/list-fault-answers.js';
import { adoptionsAnswer, measuresAnswer } from '../contract/measure-answers.js';
import { heldNoticesAnswer, settleHeldAnswer } from '../contract/notice-answers.js';
import { officeItemAnswer, officeItemsAnswer } from '../contract/office-answers.js';
import { campaignsAnswer, dotsAnswer } from '../contract/progress-answers.js';
import {
  everyonesAnswer,
  myProposalsAnswer,
  proposalAnswer,
} from '../contract/proposal-answers.js';
import { proposalFormAnswer, submittedAnswer } from '../contract/propose-answers.js';
import { publicationsAnswer } from '../contract/release-answers.js';
import { missedNoticesAnswer, mySettingsAnswer } from '../contract/settings-answers.js';
import {
  bulkTriageAnswer,
  reachAnswer,
  triageAnswer,
  triageItemAnswer,
} from '../contract/triage-answers.js';

/** The shapes of what `/api` answers to the tabs: a part of its own, loaded while the first answer is on its way. */
export const answerShapes = {
  refusalAnswer,
  meAnswer,
  mastersAnswer,
  myProposalsAnswer,
  everyonesAnswer,
  proposalAnswer,
  campaignsAnswer,
  figuresAnswer,
  dotsAnswer,
  /** Something that was done; what it led to is asked for anew. */
  doneAnswer: z.looseObject({}),
  measuresAnswer,
  adoptionsAnswer,
  publicationsAnswer,
  /** The proposal after a word of support; nothing of it where it is hidden by now. */
  supportedAnswer: z.union([proposalAnswer, z.strictObject({})]),
  triageAnswer,
  triageItemAnswer,
  reachAnswer,
  bulkTriageAnswer,
  healthAnswer,
  listFaultsAnswer,
  heldNoticesAnswer,
  settleHeldAnswer,
  mySettingsAnswer,
  missedNoticesAnswer,
  officeItemsAnswer,
  officeItemAnswer,
  bulkAnswer,
  proposalFormAnswer,
  submittedAnswer,
  draftShape,
  draftsAnswer,
  savedDraftAnswer,
} as const;

/** All of them. */
export type AnswerShapes = typeof answerShapes;
