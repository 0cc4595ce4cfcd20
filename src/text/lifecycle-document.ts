import type { AudiencePart } from '../domain/audience.js';
import type { Capacity } from '../domain/capacity.js';
import { type DutyRule, dutyTable, urgentDuties } from '../domain/duty-table.js';
import {
  type Transition,
  type TransitionId,
  transitionIds,
  transitions,
} from '../domain/lifecycle.js';
import { reminderTable } from '../domain/remind.js';
import { type Status, statuses } from '../domain/status.js';
import { type DutyRow, dutyTexts } from './duty-texts.js';
import { terms } from './terms.js';
import { transitionTexts } from './transition-texts.js';

const roleColumns: readonly Capacity[] = [
  'proposer',
  'co-proposer',
  'secretariat',
  'owner',
  'head',
  'administrator',
];

const nothing = '–';
const words = transitionTexts.ja;

/** The cells of a table row; a bar in a cell would end it. */
function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '｜')).join(' | ')} |`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  return [row(head), row(head.map(() => '---')), ...rows.map(row)];
}

const joined = (parts: readonly string[]): string => parts.join('、') || nothing;
const statusNames = (of: readonly Status[]) => joined(of.map((each) => terms.ja.status[each]));
const audience = (parts: readonly AudiencePart[]) =>
  joined(parts.map((each) => words.audience[each]));
const people = (of: readonly Capacity[]) => joined(of.map((each) => words.capacity[each]));

function fromOf({ from }: Transition): string {
  return from.length === statuses.length ? 'すべて' : statusNames(from);
}

function transitionRow(id: TransitionId): readonly string[] {
  const transition = transitions[id];
  const { to, by, confirmedBy, requires } = transition;
  return [
    id,
    `${words.transition[id]} (${transitionTexts.en.transition[id]})`,
    fromOf(transition),
    to === 'same' ? '同じ' : statusNames(to),
    people(by),
    confirmedBy ? people(confirmedBy) : nothing,
    joined(requires.map((field) => terms.ja.field[field])),
    audience(transition.atOnce),
    audience(transition.onPublication),
    transition.undo === 'until-published' ? '公表まで' : nothing,
  ];
}

/** What somebody may do from a status, in the order of the table; ② marks the second of two people. */
function mayDo(status: Status, capacity: Capacity): string {
  const possible = transitionIds.filter((id) => transitions[id].from.includes(status));
  const acts = possible.flatMap((id) => {
    const { by, confirmedBy = [] } = transitions[id];
    const first = by.includes(capacity) ? [id] : [];
    return confirmedBy.includes(capacity) ? [...first, `${id}②`] : first;
  });
  return joined(acts);
}

const dutyWords = dutyTexts.ja;
const awaitedIn: Readonly<Partial<Record<DutyRow, keyof typeof reminderTable>>> = {
  clarifying: 'question',
  confirmation: 'confirmation',
  delegation: 'delegation',
  opinion: 'opinion',
};

/** Who is reminded when, around the day on which something is due. */
function remindersOf(name: DutyRow): string {
  const awaited = awaitedIn[name];
  const steps = awaited ? reminderTable[awaited] : [];
  const told = steps.map(({ workingDays, reminds }) => {
    const day = workingDays < 0 ? dutyWords.before(-workingDays) : dutyWords.after(workingDays);
    return `${day} ${dutyWords.reminded[reminds]}`;
  });
  return joined([...told, dutyWords.queue]);
}

function dutyRow(name: DutyRow, label: string, rule: DutyRule | 'closed'): readonly string[] {
  if (rule === 'closed') return [label, dutyWords.closed, nothing, nothing, nothing];
  const { task, office, due } = rule;
  const day = due === 'named' ? (dutyWords.namedDay[name] ?? '') : dutyWords.within(due);
  return [label, dutyWords.task[task], dutyWords.office[office], day, remindersOf(name)];
}

const urgentNames = ['confirmation', 'unpublished', 'delegation', 'opinion'] as const;

/** The lifecycle as a page for people: made from the tables the product runs on, never by hand. */
export function lifecycleDocument(): string {
  return [
    '# 提案の一生 (Whole life of a proposal)',
    '',
    'This page is made from `src/domain/lifecycle.ts` and `duty-table.ts` by `npm run docs`; CI fails where it differs. What is not here is',
    'refused with the present status and those that can follow. Who proposed something, alone or together with others,',
    'never acts on it as anything else (`src/domain/capacity.ts`). Owner and head act for the department that owns the',
    'proposal, once the decision that names it is published.',
    '',
    '## Transitions',
    '',
    ...table(
      [
        '',
        '遷移',
        '前の状態',
        '後の状態',
        'だれが',
        '確認（別の人）',
        '必要な項目',
        'すぐに知らせる',
        '公表で知らせる',
        '取消し',
      ],
      transitionIds.map(transitionRow),
    ),
    '',
    '## Who may do what from where',
    '',
    '② is the confirmation by a second person, who is never the first one.',
    '',
    ...table(
      ['状態', ...roleColumns.map((capacity) => words.capacity[capacity])],
      statuses.map((status) => [
        `${terms.ja.status[status]} (${status})`,
        ...roleColumns.map((capacity) => mayDo(status, capacity)),
      ]),
    ),
    '',
    '## Who answers for it, by when, and what happens when it is late',
    '',
    'An office answers, never a person; the person is its present holder. What is received is counted from the closing of',
    'its campaign on. Working days leave out weekends and the days of the holiday list.',
    '',
    ...table(
      ['状態', '次にすること', '責任を持つところ', '期限', '知らせと期限切れ'],
      [
        ...statuses.map((status) =>
          dutyRow(status, `${terms.ja.status[status]} (${status})`, dutyTable[status]),
        ),
        ...urgentNames.map((name) => dutyRow(name, dutyWords.urgent[name], urgentDuties[name])),
      ],
    ),
    '',
    'The last four rows come before the row of the status as long as they are open; an opinion is asked for beside it.',
    '',
  ].join('\n');
}
