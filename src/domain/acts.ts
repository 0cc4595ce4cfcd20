import { addNote } from './commands/add-note.js';
import { answerQuestion } from './commands/answer-question.js';
import { giveOpinion, returnRequest } from './commands/answer-request.js';
import { askQuestion } from './commands/ask-question.js';
import { beginReview } from './commands/begin-review.js';
import { answerInvitation, inviteCoProposer } from './commands/co-propose.js';
import type { Command } from './commands/command.js';
import { confirm, declineConfirmation } from './commands/confirm.js';
import { correctPublication } from './commands/correct-publication.js';
import { decideTrack } from './commands/decide-track.js';
import { dropQuestion } from './commands/drop-question.js';
import { editContent } from './commands/edit-content.js';
import { group } from './commands/group.js';
import { handOver } from './commands/hand-over.js';
import { hide } from './commands/hide.js';
import { linkMeasure } from './commands/link-measure.js';
import { markCosts } from './commands/mark-costs.js';
import { merge, unmerge } from './commands/merge.js';
import { partlyRealise } from './commands/partly-realise.js';
import { answerPresentation, inviteToPresent } from './commands/present.js';
import { proposeDifficult } from './commands/propose-difficult.js';
import { proposeExclusion } from './commands/propose-exclusion.js';
import { proposeRealised } from './commands/propose-realised.js';
import { publish, undoPublish } from './commands/publish.js';
import { reExamine } from './commands/re-examine.js';
import { reclassify } from './commands/reclassify.js';
import { reopen } from './commands/reopen.js';
import { replyToDelegation } from './commands/reply-to-delegation.js';
import { reportProgress } from './commands/report-progress.js';
import { requestOpinion } from './commands/request-opinion.js';
import { returnDelegation } from './commands/return-delegation.js';
import { setPriority } from './commands/set-priority.js';
import { startWork } from './commands/start-work.js';
import { unlinkMeasure } from './commands/unlink-measure.js';
import { withdraw } from './commands/withdraw.js';

/** Everything a person can do with a proposal once it is received, by the name under which it is asked for. */
export const acts = {
  'add-note': addNote,
  'answer-invitation': answerInvitation,
  'answer-presentation': answerPresentation,
  'answer-question': answerQuestion,
  'ask-question': askQuestion,
  'begin-review': beginReview,
  confirm,
  'correct-publication': correctPublication,
  'decide-track': decideTrack,
  'decline-confirmation': declineConfirmation,
  'drop-question': dropQuestion,
  'edit-content': editContent,
  'give-opinion': giveOpinion,
  group,
  'hand-over': handOver,
  hide,
  'invite-co-proposer': inviteCoProposer,
  'invite-to-present': inviteToPresent,
  'link-measure': linkMeasure,
  'mark-costs': markCosts,
  merge,
  'partly-realise': partlyRealise,
  'propose-difficult': proposeDifficult,
  'propose-exclusion': proposeExclusion,
  'propose-realised': proposeRealised,
  publish,
  're-examine': reExamine,
  reclassify,
  reopen,
  'reply-to-delegation': replyToDelegation,
  'report-progress': reportProgress,
  'request-opinion': requestOpinion,
  'return-delegation': returnDelegation,
  'return-request': returnRequest,
  'set-priority': setPriority,
  'start-work': startWork,
  'undo-publication': undoPublish,
  'unlink-measure': unlinkMeasure,
  unmerge,
  withdraw,
} as const satisfies Readonly<Record<string, Command>>;

/** The name of an act. */
export type ActName = keyof typeof acts;

function isActName(name: string): name is ActName {
  return Object.hasOwn(acts, name);
}

/** All of them. */
export const actNames: readonly ActName[] = Object.keys(acts).filter(isActName);

/** What can be done with many at once, with a shared form and fields of their own for exceptions (domain 2). */
export const bulkActs: readonly ActName[] = [
  'add-note',
  'begin-review',
  'confirm',
  'decide-track',
  'decline-confirmation',
  'give-opinion',
  'group',
  'hand-over',
  'mark-costs',
  'propose-difficult',
  'propose-exclusion',
  'publish',
  'reply-to-delegation',
  'report-progress',
  'request-opinion',
  'undo-publication',
];
