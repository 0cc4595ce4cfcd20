import { isDeepStrictEqual } from 'node:util';
import { type Decision, tracks } from '../../domain/decision.js';
import { partsNotInTrail } from '../../domain/health/proposal-faults.js';
import { officeKinds } from '../../domain/person.js';
import type { Proposal, PublicationDue, PublishedState } from '../../domain/proposal.js';
import { type Cost, type ProposalContent, scopeHints } from '../../domain/proposal-content.js';
import { numberOrder, parseProposalNumber } from '../../domain/proposal-number.js';
import { stateOf } from '../../domain/proposal-state.js';
import { BrokenTrail, replay } from '../../domain/replay.js';
import { sameValue } from '../../domain/same-value.js';
import { statuses } from '../../domain/status.js';
import { mostCharacters } from '../../domain/trail-archive.js';
import { lastSeq } from '../../domain/trail-entry.js';
import { Failure } from '../../usecases/failure.js';
import { boolean, choice, dateTime, note, number, text } from './column.js';
import { createFieldReader, type FieldReader } from './field-reader.js';
import { cutToLine, dateTimeOf, present } from './field-values.js';
import type { Fields, WritableListDefinition } from './list-definition.js';
import { checkCopies } from './proposal-copies.js';
import { proposerFields, readProposer, readReviewer } from './proposal-people.js';
import {
  decisionShape,
  publishableShape,
  type WorkingRecord,
  workingShape,
} from './state-shapes.js';
import { trailArchive } from './trail-archive.js';
import { trailShape } from './trail-shapes.js';
import { trailText } from './trail-text.js';

const list = 'MebukiProposals';

const columns = [
  text('ProposalId', '提案ID', 'unique'),
  text('Number', '提案番号', 'unique'),
  number('FiscalYear', '年度'),
  number('Sequence', '年度内の順番'),
  // Fiscal year and sequence in one number: one index answers "the highest number" at any size of the list.
  number('NumberOrder', '番号順', 'indexed'),
  text('CampaignId', '募集ID', 'indexed'),
  dateTime('ReceivedAt', '受付日時（UTC）'),
  choice('Status', '状態', statuses, 'indexed'),
  choice('Track', '対応方針', tracks),
  text('OwnerDepartmentId', '所管部局ID'),
  text('OwnerSectionId', '所管課ID'),
  note('DecisionReason', '対応方針の理由'),
  text('ReviewerId', '検討担当者ID'),
  text('ReviewerName', '検討担当者'),
  note('LongTitle', '件名（全文）'),
  note('CurrentProblem', '現状・課題'),
  note('ProposedContent', '提案内容'),
  note('ExpectedEffect', '期待される効果'),
  number('EffectHoursPerYear', '減る時間の目安（年間・時間）'),
  number('EffectYenPerYear', '減る経費の目安（年間・円）'),
  text('CategoryId', 'カテゴリID'),
  text('ThemeId', '募集テーマID'),
  boolean('IsDigital', 'デジタル'),
  boolean('CostNeeded', '費用の有無'),
  number('CostEstimateYen', '概算額（円）'),
  choice('ScopeHint', '対象範囲', scopeHints),
  boolean('NamePublication', '氏名の公表'),
  text('ProposerId', '提案者ID', 'indexed'),
  text('ProposerName', '提案者'),
  text('DepartmentId', '提案部局ID'),
  text('SectionId', '課室ID'),
  text('GradeId', '職位ID'),
  choice('OfficeKind', '本庁・出先', officeKinds),
  choice('PublishedStatus', '公表済みの状態', statuses),
  choice('PublishedTrack', '公表済みの対応方針', tracks),
  number('PublishedSeq', '公表した経過の番号'),
  dateTime('PublishedAt', '公表日時（UTC）'),
  dateTime('PublicationDue', '公表予定日時（UTC）'),
  number('PublicationSeq', '公表予定の経過の番号'),
  note('TrailText', '経過'),
  note('DecisionJson', '対応方針（記録用）'),
  note('PublishedJson', '公表済みの状態（記録用）'),
  note('WorkingJson', '検討の状態（記録用）'),
  note('TrailJson', '経過（記録用）'),
];

function trailJson(proposal: Proposal): string {
  const json = JSON.stringify(proposal.trail);
  if (json.length <= mostCharacters) return json;
  throw new Failure(
    'misconfigured',
    `the trail of ${proposal.number} is full (${json.length} characters of ${mostCharacters}); nothing was written`,
  );
}

/** The trail to read, with a word on where its beginning is. */
function trailTextOf({ trail }: Proposal): string {
  const before = (trail[0]?.seq ?? 1) - 1;
  const text = trailText(trail);
  return before > 0
    ? `（1から${before}までの経過は「${trailArchive.displayName}」にあります。）\n${text}`
    : text;
}

function numberFields(proposal: Proposal): Fields {
  const parts = parseProposalNumber(proposal.number);
  if (!parts) throw new Failure('misconfigured', `${proposal.number} is no proposal number`);
  return {
    Number: proposal.number,
    FiscalYear: parts.fiscalYear,
    Sequence: parts.sequence,
    NumberOrder: numberOrder(parts),
  };
}

function contentFields(content: ProposalContent): Fields {
  const title = cutToLine(content.title);
  return {
    Title: title,
    LongTitle: title === content.title ? null : content.title,
    CurrentProblem: content.currentProblem,
    ProposedContent: content.proposedContent,
    ExpectedEffect: content.expectedEffect ?? null,
    EffectHoursPerYear: content.effectHoursPerYear ?? null,
    EffectYenPerYear: content.effectYenPerYear ?? null,
    CategoryId: content.categoryId,
    ThemeId: content.themeId ?? null,
    IsDigital: content.isDigital,
    CostNeeded: content.cost.needed,
    CostEstimateYen: (content.cost.needed ? content.cost.estimateYen : undefined) ?? null,
    ScopeHint: content.scopeHint,
    NamePublication: content.namePublication,
  };
}

function stateFields({ status, reviewer, decision }: Proposal): Fields {
  return {
    Status: status,
    ReviewerId: reviewer?.id ?? null,
    ReviewerName: reviewer ? cutToLine(reviewer.name) : null,
    Track: decision?.track ?? null,
    OwnerDepartmentId: decision?.owner.departmentId ?? null,
    OwnerSectionId: decision?.owner.sectionId ?? null,
    DecisionReason: decision?.reason ?? null,
    DecisionJson: decision ? JSON.stringify(decision) : null,
  };
}

function publicationFields({ published, publicationDue }: Proposal): Fields {
  return {
    PublishedStatus: published.status,
    PublishedTrack: published.decision?.track ?? null,
    PublishedJson: JSON.stringify(stateOf(published)),
    PublishedSeq: published.seq,
    PublishedAt: dateTimeOf(published.at),
    PublicationDue: dateTimeOf(publicationDue?.due),
    PublicationSeq: publicationDue?.seq ?? null,
  };
}

function toFields(proposal: Proposal): Fields {
  return {
    ProposalId: proposal.id,
    CampaignId: proposal.campaignId,
    ReceivedAt: dateTimeOf(proposal.receivedAt),
    ...numberFields(proposal),
    ...contentFields(proposal.content),
    ...proposerFields(proposal.proposer),
    ...stateFields(proposal),
    ...publicationFields(proposal),
    WorkingJson: JSON.stringify(workingRecord(proposal)),
    TrailText: trailTextOf(proposal),
    TrailJson: trailJson(proposal),
  };
}

function readCost(read: FieldReader): Cost {
  const estimateYen = read.optionalNumber('CostEstimateYen');
  return read.boolean('CostNeeded')
    ? { needed: true, ...present({ estimateYen }) }
    : { needed: false };
}

function readContent(read: FieldReader): ProposalContent {
  return {
    title: read.optionalText('LongTitle') ?? read.text('Title'),
    currentProblem: read.text('CurrentProblem'),
    proposedContent: read.text('ProposedContent'),
    categoryId: read.text('CategoryId'),
    isDigital: read.boolean('IsDigital'),
    cost: readCost(read),
    scopeHint: read.choice('ScopeHint', scopeHints),
    namePublication: read.boolean('NamePublication'),
    ...present({
      expectedEffect: read.optionalText('ExpectedEffect'),
      themeId: read.optionalText('ThemeId'),
      effectHoursPerYear: read.optionalNumber('EffectHoursPerYear'),
      effectYenPerYear: read.optionalNumber('EffectYenPerYear'),
    }),
  };
}

/** Reads the decision from its JSON; the plain column beside it must say the same, or someone changed it by hand. */
function readDecision(read: FieldReader): Decision | undefined {
  const decision = read.optionalJson('DecisionJson', decisionShape);
  if (decision?.track === read.optionalChoice('Track', tracks)) return decision;
  return read.fail('Track', { code: 'disagrees', column: 'DecisionJson' });
}

function readPublished(read: FieldReader): PublishedState {
  const state = read.json('PublishedJson', publishableShape);
  const plain = {
    PublishedStatus: read.choice('PublishedStatus', statuses) === state.status,
    PublishedTrack: read.optionalChoice('PublishedTrack', tracks) === state.decision?.track,
  };
  for (const [column, isSame] of Object.entries(plain)) {
    if (!isSame) read.fail(column, { code: 'disagrees', column: 'PublishedJson' });
  }
  return { ...state, seq: read.number('PublishedSeq'), at: read.instant('PublishedAt') };
}

/** Holds the decision once where the published one is the same, as most are. */
function sharingDecision(proposal: Proposal): Proposal {
  const { decision, published } = proposal;
  if (!decision || !sameValue(published.decision, decision)) return proposal;
  return { ...proposal, published: { ...published, decision } };
}

function readDue(read: FieldReader, release: WorkingRecord['release']): PublicationDue | undefined {
  const due = read.optionalInstant('PublicationDue');
  if (due === undefined) return undefined;
  return { due, seq: read.number('PublicationSeq'), ...present({ release }) };
}

function readNumber(read: FieldReader): string {
  const written = read.text('Number');
  return parseProposalNumber(written)
    ? written
    : read.fail('Number', { code: 'wrong-kind', wanted: 'proposal-number' });
}

/** What has no column of its own. */
function workingRecord(proposal: Proposal): object {
  const { status: _s, decision: _d, ...state } = stateOf(proposal);
  const { coProposers, opinions, attachment, question, pending, marks, classification } = proposal;
  const { issueGroupId, hidden, priority, presentation, progress, reminders } = proposal;
  const { reconsidered, receivedFor, publicationDue, firsts } = proposal;
  return {
    ...state,
    coProposers,
    opinions,
    attachment,
    question,
    pending,
    marks,
    classification,
    issueGroupId,
    hidden,
    priority,
    presentation,
    progress,
    reminders,
    reconsidered,
    firsts,
    receivedFor,
    release: publicationDue?.release,
  };
}

/** The list of proposals 提案: one item each, current fields, published fields and the trail. */
export const proposals: WritableListDefinition<Proposal> = {
  name: list,
  displayName: '芽吹き 提案',
  description: '提案の台帳です。項目は芽吹きが書き込みます。手で変更しないでください。',
  columns,
  key: 'ProposalId',
  toFields,
  notInTrail: (proposal) => (proposal.trail[0]?.seq === 1 ? partsNotInTrail(proposal) : []),
  fromTrail(fields, itemId) {
    const read = createFieldReader(fields, { list, itemId });
    const trail = read.json('TrailJson', trailShape);
    try {
      return replay(trail);
    } catch (fault) {
      if (!(fault instanceof BrokenTrail)) throw fault;
      return read.fail('TrailJson', { code: 'broken-trail', said: fault.message });
    }
  },
  fromFields(fields, itemId) {
    const read = createFieldReader(fields, { list, itemId });
    const { release, ...working } = read.json('WorkingJson', workingShape);
    const proposal: Proposal = {
      id: read.text('ProposalId'),
      number: readNumber(read),
      campaignId: read.text('CampaignId'),
      receivedAt: read.instant('ReceivedAt'),
      proposer: readProposer(read),
      content: readContent(read),
      status: read.choice('Status', statuses),
      ...working,
      published: readPublished(read),
      trail: read.json('TrailJson', trailShape),
      ...present({
        reviewer: readReviewer(read),
        decision: readDecision(read),
        publicationDue: readDue(read, release),
      }),
    };
    checkCopies(read, proposal, numberFields(proposal));
    return sharingDecision(proposal);
  },
  holds(present, next) {
    const last = lastSeq(next.trail);
    return isDeepStrictEqual(
      present.trail.find(({ seq }) => seq === last),
      next.trail.at(-1),
    );
  },
};
