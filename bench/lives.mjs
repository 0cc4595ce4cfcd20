// Proposals in every part of their life, made by the rules of the product itself and written as its
// own mapper writes them, so that the app reads what it could have written. All texts are invented.

import { acts } from '../dist/server/domain/acts.js';
import { noticesOf, recipientIdsOf } from '../dist/server/domain/notice.js';
import { theSystem } from '../dist/server/domain/person.js';
import { receiveProposal } from '../dist/server/domain/proposal.js';
import { formatProposalNumber } from '../dist/server/domain/proposal-number.js';
import { releasePublication } from '../dist/server/domain/publication.js';
import { applyEntry } from '../dist/server/domain/replay.js';
import { notices } from '../dist/server/graph/lists/notices.js';
import { proposals } from '../dist/server/graph/lists/proposals.js';
import { seed } from './seed.mjs';
import { mixedTexts, seeded } from './similarity-texts.mjs';

const day = 86_400_000;
const fiscalYear = 2026;
const staff = 21_000;
/** Samples are short; one text in twenty is as long as the form of a campaign lets it be. */
const longest = 900;

const secretary = {
  by: { id: '00000000-0000-4000-8000-0000000000bb', name: '架空の担当 一' },
  roles: [{ role: 'secretariat' }],
};
const second = {
  by: { id: '00000000-0000-4000-8000-0000000000bc', name: '架空の担当 二' },
  roles: [{ role: 'secretariat' }],
};

function contextAt(campaign) {
  const entry = ({ id, ja, en }) => ({ id, label: ja, labelEn: en });
  const { departments, sections, categories, jobGrades } = seed.masters;
  return {
    masters: {
      departments: departments.map(entry),
      sections: sections.map((each) => ({ ...entry(each), departmentId: each.department })),
      categories: categories.map(entry),
      jobGrades: jobGrades.map(entry),
    },
    members: [],
    channelMap: [],
    campaign,
    isHoliday: () => false,
    supportersOf: () => [],
    proposal: () => undefined,
    isSurvivor: () => false,
    isIdeaOf: () => false,
    proposalByNumber: () => undefined,
    measureState: () => undefined,
    releaseState: () => undefined,
    hasIssueGroup: () => false,
    issueGroupShare: () => 0,
  };
}

function decisionForm() {
  const owner = seed.masters.departments[0].id;
  return {
    track: 'later',
    ownerDepartment: owner,
    ownerSection: seed.masters.sections.find(({ department }) => department === owner)?.id ?? '',
    horizon: 'short',
    targetFiscalYear: String(fiscalYear + 1),
    budgetingState: 'not-needed',
    reason:
      '効果が大きく、準備に時間がかかるため、来年度から取り組みます。規程の改正とあわせて進めます。',
  };
}

function done(proposal, name, form, act, context) {
  const result = acts[name](proposal, form, act, context);
  if (!result.ok) throw new Error(`${name}: ${result.refusal.code}`);
  return result.value;
}

function published(proposal, act, at, context) {
  const asked = done(proposal, 'publish', {}, { ...act, at }, context);
  const released = releasePublication(asked, { by: theSystem, at: at + 10_000 }, context);
  if (!released.ok) throw new Error(`publishing: ${released.refusal.code}`);
  return released.value;
}

/** What is done with a proposal one thing after the other; each begins with what the one before it left. */
function stages(received, at, context) {
  const act = (by, days) => ({ ...by, at: at + days * day });
  const reviewing = done(received, 'begin-review', {}, act(secretary, 1), context);
  const asked = done(
    reviewing,
    'ask-question',
    { question: '対象となる様式は、いくつありますか。分かる範囲で教えてください。' },
    act(secretary, 2),
    context,
  );
  const decided = done(reviewing, 'decide-track', decisionForm(), act(secretary, 5), context);
  const told = published(decided, second, at + 6 * day, context);
  const changed = done(
    told,
    'decide-track',
    { ...decisionForm(), horizon: 'medium' },
    act(secretary, 20),
    context,
  );
  const toldAgain = published(changed, second, at + 21 * day, context);
  return [received, reviewing, asked, decided, told, toldAgain];
}

/** An entry as it would stand in the life of another proposer: whoever proposed it is told, and no channel. */
function toldTo(entry, personId) {
  if (!entry.audience) return entry;
  const audience = { ...entry.audience, people: [{ personId, as: 'proposer' }], channels: [] };
  return { ...entry, audience };
}

/** How many of a hundred stand at each stage. */
const shares = [10, 22, 3, 5, 45, 15];

function stageOf(index) {
  let left = (index * 37) % 100;
  return shares.findIndex((share) => {
    left -= share;
    return left < 0;
  });
}

/** Lengths as people write: most are short, some fill the form. */
function lengthened(text, random, more) {
  let longer = text;
  const wanted = Math.min(longest, 60 * Math.exp(random() * random() * 3));
  while (longer.length < wanted) longer += more();
  return longer.slice(0, longest);
}

function* contents(count) {
  const random = seeded(11);
  const texts = mixedTexts(Math.min(count, 20_000), 12);
  const categories = seed.masters.categories;
  let next = 0;
  function more() {
    next += 7;
    return texts[next % texts.length].proposedContent;
  }
  for (let index = 0; index < count; index += 1) {
    const text = texts[index % texts.length];
    const needed = index % 4 === 0;
    yield {
      title: `${text.title.slice(0, 50)}（${index + 1}）`,
      currentProblem: lengthened(text.currentProblem, random, more),
      proposedContent: lengthened(text.proposedContent, random, more),
      expectedEffect: text.expectedEffect,
      categoryId: categories[index % categories.length].id,
      isDigital: index % 5 < 3,
      cost: { needed },
      scopeHint: 'unknown',
      namePublication: index % 3 === 0,
    };
  }
}

const idOf = (index) => `70000000-0000-4000-8000-${String(index).padStart(12, '0')}`;

function proposerOf(index) {
  const office = seed.people[index % seed.people.length];
  const person = index % staff;
  return {
    personId: `71000000-0000-4000-8000-${String(person).padStart(12, '0')}`,
    name: `架空の職員 ${person + 1}`,
    departmentId: office.department,
    ...(office.section !== undefined && { sectionId: office.section }),
    officeKind: office.officeKind === 'head' ? 'head-office' : 'branch',
    gradeId: office.jobGrade,
  };
}

/** What the ledger keeps of the notices of a proposal: all were delivered. */
function ledgerRows({ id, trail }) {
  return trail
    .flatMap((entry) => noticesOf(id, entry))
    .map((intent) => ({
      key: intent.key,
      proposalId: id,
      seq: intent.seq,
      state: 'closed',
      by: '架空の処理',
      epoch: 1,
      until: intent.recordedAt,
      recipients: recipientIdsOf(intent).map((person) => ({
        id: person,
        outcome: 'delivered',
        attempts: 1,
      })),
    }));
}

function fieldsOf(list, value) {
  const fields = Object.entries(list.toFields(value)).filter(([, field]) => field !== null);
  return { list: list.name, fields: Object.fromEntries(fields) };
}

/** So many proposals, numbered from 1. `now`: nothing of them is later. */
export function* proposalsInLife(count, campaign, now) {
  const context = contextAt(campaign);
  const at = Math.floor(now / 1000) * 1000 - 40 * day;
  const receive = (index, content, receivedAt) =>
    receiveProposal(
      {
        id: idOf(index),
        number: formatProposalNumber({ fiscalYear, sequence: index + 1 }),
        campaignId: campaign.id,
        receivedAt,
        proposer: proposerOf(index),
        content,
      },
      receivedAt,
    );
  let entries;
  let index = 0;
  for (const content of contents(count)) {
    const received = receive(index, content, at - ((index * 97) % 60) * 60_000);
    entries ??= stages(received, at, context).map(({ trail }) => trail.slice(1));
    const { personId } = received.proposer;
    yield entries[stageOf(index)]
      .map((entry) => toldTo(entry, personId))
      .reduce(applyEntry, received);
    index += 1;
  }
}

/**
 * The items of the lists with so many proposals: each with the rows that the ledger keeps of its notices, which come
 * first, so that no event is ever there without them.
 * @returns {Generator<{ list: string, fields: Record<string, unknown> }>}
 */
export function* stockItems(count, campaign, now) {
  for (const proposal of proposalsInLife(count, campaign, now)) {
    for (const row of ledgerRows(proposal)) yield fieldsOf(notices, row);
    yield fieldsOf(proposals, proposal);
  }
}

/** The lists that they stand in. */
export const stockLists = [proposals.name, notices.name];
