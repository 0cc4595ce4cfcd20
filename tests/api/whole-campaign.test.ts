import { randomUUID } from 'node:crypto';
import { madeIssueGroupAnswer } from '../../src/contract/issue-group-answers.js';
import type { Proposal } from '../../src/domain/proposal.js';
import { people } from './support/api-people.js';
import { type ApiUnderTest, openApi, proposalOf } from './support/api-under-test.js';

/** Invented themes（架空） of a campaign of 648, with what the office decides about each. */
const themes = [
  {
    wish: '押印欄の廃止',
    track: 'realise-this-fy',
    reason: '押印の見直し基準に沿い、年度内に全庁で廃止します。',
  },
  {
    wish: '会議資料の電子化',
    track: 'realise-this-fy',
    reason: '端末はそろっているため、年度内に紙の資料をやめます。',
  },
  {
    wish: '会議室予約の一覧',
    track: 'start-this-fy',
    reason: '予約の仕組みを調べ、年度内に試行を始めます。',
  },
  {
    wish: '在宅勤務の通信環境',
    track: 'start-this-fy',
    reason: '安全の基準を定めたうえで、年度内に試行を始めます。',
  },
  {
    wish: '対話型の文章作成',
    track: 'start-this-fy',
    reason: '利用の手引きを定め、年度内に試行を始めます。',
  },
  {
    wish: '電話当番の見直し',
    track: 'realise-this-fy',
    reason: '連絡の方法をそろえるだけで、年度内に実現できます。',
  },
  {
    wish: '申請様式の統一',
    track: 'later',
    reason: '様式の数が多いため、来年度から順に統一します。',
  },
  { wish: '職員名簿の検索', track: 'later', reason: '情報の持ち方を見直し、来年度に整えます。' },
  { wish: '出張旅費の手続', track: 'later', reason: '制度の改正が要るため、来年度に検討します。' },
  {
    wish: '農地台帳の地図',
    track: 'delegated',
    reason: '農地の台帳を持つ部局で検討していただきます。',
  },
  {
    wish: '工事写真の整理',
    track: 'delegated',
    reason: '工事を所管する部局の基準に関わるためです。',
  },
  {
    wish: '服装の自由化',
    track: 'realise-this-fy',
    reason: '通年の取扱いとして、年度内に実施できます。',
  },
] as const;

const perTheme = 54;
const atOnce = 60;
const numbersOf = (theme: number): readonly string[] =>
  Array.from({ length: perTheme }, (_, index) => numberAt(theme * perTheme + index + 1));
const numberAt = (n: number): string => `R8-${String(n).padStart(4, '0')}`;
const all = themes.flatMap((_, theme) => numbersOf(theme));

function chunks<T>(items: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / atOnce) }, (_, index) =>
    items.slice(index * atOnce, (index + 1) * atOnce),
  );
}

/** What each track needs besides its reason. */
const trackForms = {
  'realise-this-fy': { targetMonth: '2027-02', costBasis: '機器も要員も増やさずにできます。' },
  'start-this-fy': { startMonth: '2026-12', startConditions: 'rule-making' },
  later: { horizon: 'short', targetFiscalYear: '2027', budgetingState: 'considered' },
  delegated: { reasonNotOfficeWide: 'この部局だけの業務に関わります。', replyDue: '2026-11-30' },
} as const;

function formOf(theme: (typeof themes)[number]): Record<string, string> {
  const { track, reason } = theme;
  const owner = track === 'delegated' ? 'doboku' : 'soumu';
  const section = owner === 'soumu' ? 'bunsho' : 'minato';
  return { track, ownerDepartment: owner, ownerSection: section, reason, ...trackForms[track] };
}

function proposalAt(index: number): Proposal {
  const number = numberAt(index + 1);
  const theme = themes[Math.floor(index / perTheme)];
  const received = proposalOf('proposer', number);
  const title = `${theme?.wish ?? ''}（その${(index % perTheme) + 1}）`;
  return { ...received, content: { ...received.content, title } };
}

let api: ApiUnderTest;
let actions = 0;

beforeAll(async () => {
  api = await openApi();
  const second = { personId: people.colleague, name: '双葉 けん', role: 'secretariat' as const };
  const stored = { value: second, itemId: '98', revision: '1' };
  api.register.changes.members({ kind: 'stored', stored, version: 1 });
  for (const [index] of all.entries()) await api.have(proposalAt(index));
}, 120_000);
afterAll(() => api.close());

type Who = 'secretary' | 'colleague';

interface Item {
  readonly number: string;
  readonly form?: Record<string, string>;
}

const seqOf = (number: string): number =>
  api.register.proposalByNumber(number)?.value.trail.at(-1)?.seq ?? 0;

/** One human action, and one more for every row that a person filled in by itself. */
async function bulk(as: Who, act: string, items: readonly Item[], form: object = {}) {
  actions += 1 + items.filter((item) => item.form !== undefined).length;
  const seen = items.map((item) => ({ ...item, seq: seqOf(item.number) }));
  const answer = await api.call('POST', `/api/bulk/${act}`, { as, body: { items: seen, form } });
  expect(answer.status).toBe(200);
  const { results } = answer.body as { results: readonly { kind: string; refusal?: object }[] };
  expect(results.filter(({ kind }) => kind !== 'changed').slice(0, 3)).toEqual([]);
}

const items = (numbers: readonly string[]): readonly Item[] =>
  numbers.map((number) => ({ number }));

/** The last of each theme does not fit: its office, its time or its end differ, and so does its row. */
const exceptionOf = (theme: number) => numberAt((theme + 1) * perTheme);
const difficult = [numberAt(1), numberAt(2)];
const excluded = [numberAt(perTheme + 1)];

async function groupAndDecide(as: Who, theme: number): Promise<void> {
  const subject = themes[theme];
  if (!subject) return;
  actions += 1;
  const id = randomUUID();
  const body = { id, form: { issueGroupLabel: subject.wish }, items: items(numbersOf(theme)) };
  const made = await api.call('POST', '/api/issue-groups', { as, body });
  const { results } = madeIssueGroupAnswer.parse(made.body);
  expect(results.every(({ kind }) => kind === 'changed')).toBe(true);
  const ends = [...difficult, ...excluded];
  const decided = numbersOf(theme).filter((number) => !ends.includes(number));
  const rows = decided.map(
    (number): Item =>
      number === exceptionOf(theme)
        ? { number, form: { reason: '内容が少し違うため、担当課で個別に進めます。' } }
        : { number },
  );
  await bulk(as, 'decide-track', rows, formOf(subject));
}

const proposalsNow = () => all.map((number) => api.register.proposalByNumber(number)?.value);

/** Every one has a group, a track that fits it and an owner, or an end with its reason by two people. */
function expectAllDecided(): void {
  const proposals = proposalsNow();
  const count = (status: string) =>
    proposals.filter((each) => each?.published.status === status).length;
  expect([count('decided'), count('difficult'), count('out-of-scope')]).toEqual([645, 2, 1]);
  expect(proposals.filter((each) => each?.issueGroupId === undefined)).toEqual([]);
  for (const { content, published } of proposals.flatMap((each) => each ?? [])) {
    const theme = themes.find(({ wish }) => content.title.startsWith(wish));
    const { decision } = published;
    const expected = decision && {
      track: theme?.track,
      ownerDepartment: formOf(theme ?? themes[0])['ownerDepartment'],
    };
    expect(
      decision && { track: decision.track, ownerDepartment: decision.owner.departmentId },
    ).toEqual(expected);
  }
}

/** Who asked for a confirmation and who gave it. */
function expectTwoPeople(): void {
  const pairs = proposalsNow().flatMap((proposal) => {
    const asked = proposal?.trail.find(({ kind }) => kind === 'confirmation-asked');
    const ended = proposal?.trail.find(
      ({ kind }) => kind === 'found-difficult' || kind === 'excluded',
    );
    return asked ? [[asked.by.id, ended?.by.id]] : [];
  });
  expect(pairs).toHaveLength(difficult.length + excluded.length);
  expect(pairs.filter(([first, second]) => second === undefined || first === second)).toEqual([]);
}

test('two people see 648 proposals through to published decisions in at most 120 actions', async () => {
  for (const numbers of chunks(all)) await bulk('secretary', 'begin-review', items(numbers));
  for (const [theme] of themes.entries()) {
    await groupAndDecide(theme % 2 === 0 ? 'secretary' : 'colleague', theme);
  }
  const reason = 'いまの体制では続けられる見込みがないためです。';
  await bulk('secretary', 'propose-difficult', items(difficult), {
    reason,
    reexamineFiscalYear: '2027',
  });
  await bulk('colleague', 'confirm', items(difficult));
  await bulk('colleague', 'propose-exclusion', items(excluded), {
    exclusionReason: 'ordinary-procedure',
    reason: '通常の手続で解決できるため、対象外とします。',
  });
  await bulk('secretary', 'confirm', items(excluded));
  for (const numbers of chunks(all)) await bulk('colleague', 'publish', items(numbers));
  api.at(Date.parse('2026-10-05T02:00:00Z'));
  expect(await api.sweep()).toBe(all.length);

  expectAllDecided();
  expectTwoPeople();
  process.stdout.write(`648 proposals decided and published in ${actions} human actions.\n`);
  expect(actions).toBeLessThanOrEqual(120);
}, 300_000);
