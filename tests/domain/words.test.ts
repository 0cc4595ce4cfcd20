import { actNames, bulkActs } from '../../src/domain/acts.js';
import { channelParts, personParts } from '../../src/domain/audience.js';
import { demandableFields, visibilities } from '../../src/domain/campaign.js';
import { calendarPosts } from '../../src/domain/campaign-calendar.js';
import { capacities, standings } from '../../src/domain/capacity.js';
import { channelPurposes } from '../../src/domain/channel-map.js';
import { progressAnswers } from '../../src/domain/commitments.js';
import {
  budgetingStates,
  budgetKinds,
  decisionFields,
  delegationKinds,
  horizons,
  startConditions,
  tracks,
} from '../../src/domain/decision.js';
import { tasks } from '../../src/domain/duty-table.js';
import { fieldNames } from '../../src/domain/field-fault.js';
import { axes } from '../../src/domain/figures/breakdown.js';
import { labelStates } from '../../src/domain/issue-groups/issue-group.js';
import { issueGroupActNames } from '../../src/domain/issue-groups/issue-group-acts.js';
import { transitionIds } from '../../src/domain/lifecycle.js';
import { masterKinds } from '../../src/domain/master/master-kinds.js';
import { driveExceptionCodes, driveSteps } from '../../src/domain/measures/drive.js';
import { measureActNames } from '../../src/domain/measures/measure-acts.js';
import {
  materialKinds,
  measureKinds,
  measureRollouts,
} from '../../src/domain/measures/measure-content.js';
import { roles } from '../../src/domain/member.js';
import { receiptRoutes } from '../../src/domain/new-proposal.js';
import { heldWords } from '../../src/domain/notice-hold.js';
import { ledgerStates, noticeOutcomes } from '../../src/domain/notice-ledger.js';
import { opinionVerdicts } from '../../src/domain/opinion.js';
import { officeKinds } from '../../src/domain/person.js';
import { scopeHints } from '../../src/domain/proposal-content.js';
import { coverages, exclusionReasons, replyAnswers } from '../../src/domain/proposal-state.js';
import { officeItemKinds } from '../../src/domain/queues/office-items.js';
import { releaseExceptionCodes } from '../../src/domain/releases/release-exception.js';
import { itemKinds } from '../../src/domain/releases/release-item.js';
import { releaseStates } from '../../src/domain/releases/release-state.js';
import { awaitedKinds, reminderSteps } from '../../src/domain/reminder.js';
import { reportClasses } from '../../src/domain/report-class.js';
import { statuses } from '../../src/domain/status.js';
import { supportStates } from '../../src/domain/support.js';
import { traceSteps } from '../../src/domain/trace.js';
import { trailKinds } from '../../src/domain/trail-kinds.js';
import { costLevels, rollouts } from '../../src/domain/triage-marks.js';
import { dayKinds } from '../../src/domain/working-days.js';

/** Everything that records are stored with and requests name, by what it is. */
const words: Readonly<Record<string, readonly string[]>> = {
  acts: actNames,
  'acts on many at once': bulkActs,
  'acts on measures': measureActNames,
  'acts on issue groups': issueGroupActNames,
  'parts of people who are told': personParts,
  'parts of channels that are told': channelParts,
  visibilities,
  'fields a campaign may demand': demandableFields,
  'posts of a campaign': calendarPosts,
  capacities,
  standings,
  'purposes of channels': channelPurposes,
  'answers to an inquiry': progressAnswers,
  tracks,
  'fields of a decision': decisionFields,
  'conditions of a start': startConditions,
  horizons,
  'states of the budget': budgetingStates,
  'kinds of budget': budgetKinds,
  'kinds of delegation': delegationKinds,
  tasks,
  fields: fieldNames,
  'axes of a breakdown': axes,
  'labels of an issue group': labelStates,
  transitions: transitionIds,
  masters: masterKinds,
  'steps of a drive': driveSteps,
  'exceptions of a drive': driveExceptionCodes,
  'kinds of measure': measureKinds,
  'roll-outs of a measure': measureRollouts,
  'kinds of material': materialKinds,
  roles,
  'words on a held notice': heldWords,
  'outcomes of a notice': noticeOutcomes,
  'states of the ledger': ledgerStates,
  verdicts: opinionVerdicts,
  'kinds of office': officeKinds,
  'ways a proposal comes': receiptRoutes,
  'scope hints': scopeHints,
  coverages,
  'reasons of exclusion': exclusionReasons,
  replies: replyAnswers,
  'kinds of office items': officeItemKinds,
  'exceptions of a release': releaseExceptionCodes,
  'kinds of release items': itemKinds,
  'states of a release': releaseStates,
  'what people are reminded of': awaitedKinds,
  'steps of a reminder': reminderSteps,
  'classes of the report': reportClasses,
  statuses,
  'kinds of support': supportStates,
  'steps of the trace': traceSteps,
  'kinds of trail entries': trailKinds,
  'levels of cost': costLevels,
  'roll-outs': rollouts,
  'kinds of day': dayKinds,
};

test.each(Object.entries(words))(
  'of %s there are several, each with a word of its own',
  (_, all) => {
    expect(all.length).toBeGreaterThan(1);
    expect(new Set(all).size).toBe(all.length);
    expect(all.filter((word) => !/^[a-zA-Z][a-zA-Z0-9]*(-[a-z0-9]+)*$/.test(word))).toEqual([]);
  },
);

test('an act on many at once is an act on one', () => {
  expect(bulkActs.filter((name) => !actNames.includes(name))).toEqual([]);
});

test('a campaign demands, and a decision names, fields that a form has', () => {
  const named: readonly string[] = [...demandableFields, ...decisionFields];
  const known: readonly string[] = fieldNames;
  expect(named.filter((field) => !known.includes(field))).toEqual([]);
});
