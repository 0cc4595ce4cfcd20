import type { StartCondition } from '../../../src/domain/decision.js';
import type { Suggestion } from '../../../src/domain/suggestion.js';
import type { TrailEntry, TrailEvent } from '../../../src/domain/trail.js';
import { trailKinds } from '../../../src/domain/trail-kinds.js';
import { trailText } from '../../../src/graph/lists/trail-text.js';
import {
  receivedProposal,
  sampleDecision,
  sampleNow,
  secretary,
} from '../../support/sample-proposals.js';

const audience = { people: [], channels: [], asOf: sampleNow };
const { content, proposer, trail } = receivedProposal();
const [receipt] = trail;
if (receipt?.kind !== 'received') throw new Error('a trail begins with its receipt');
const reason = '様式の所管が\nほかの課のため';
const text = '窓口で確かめます';
const person = { personId: 'x', name: '秋野 しおり' };

type EventsByKind = {
  readonly [K in TrailEvent['kind']]: readonly [
    Omit<Extract<TrailEvent, { readonly kind: K }>, 'kind'>,
    string,
  ];
};

/** One event of every kind, with what the list says of it after the name of the person. */
const samples: EventsByKind = {
  received: [{ form: receipt.form }, '受付'],
  'content-edited': [{ content, proposer }, `提案者が編集 ${content.title}`],
  'file-attached': [
    { file: { kind: 'pdf', size: 2_400_000, digest: 'ab', key: 'k1' } },
    'ファイルを添付（pdf・2.3 MB）',
  ],
  'file-removed': [{}, '添付を取り消し'],
  withdrawn: [{ audience }, '取下げ'],
  'co-proposer-invited': [{ ...person, audience }, '共同提案者を招待（秋野 しおり）'],
  'co-proposer-answered': [{ personId: 'x', answer: 'declined' }, '共同提案者が回答（辞退）'],
  'presentation-answered': [{ answer: 'accepted' }, '発表の依頼に回答（承諾）'],
  'review-begun': [{ reviewer: secretary, audience }, `検討を開始（${secretary.name}）`],
  'question-asked': [{ text, dueOn: '2026-10-19', audience }, `提案者へ質問（R8.10.19）${text}`],
  'question-answered': [{ text, audience }, `提案者が回答 ${text}`],
  'question-dropped': [{ note: text, audience }, `回答なしで検討 ${text}`],
  'opinion-requested': [
    { departmentId: 'soumu', text, dueOn: '2026-11-02', blackedOut: ['土木建築部'], audience },
    `意見を照会（soumu・R8.11.2・伏せ字の写し）${text}`,
  ],
  'opinion-given': [
    { requestId: '3', verdict: 'unsure', text, audience },
    `意見の回答（判断できない）${text}`,
  ],
  'opinion-returned': [
    { requestId: '3', reason, suggestedDepartmentId: 'doboku', audience },
    '照会の返送（所管違い）（doboku）様式の所管が ほかの課のため',
  ],
  'handed-over': [{ reviewer: secretary }, `担当を変更（${secretary.name}）`],
  marked: [
    { marks: { humanCost: 'small', physicalCost: 'large', rollout: 'hard', rolloutReason: text } },
    `コストと水平展開を記入（小／大・難）${text}`,
  ],
  reclassified: [
    { classification: { categoryId: 'ai', isDigital: true, costNeeded: false }, reason: text },
    `分類を修正（ai・デジタル・費用無）${text}`,
  ],
  grouped: [{ issueGroupId: 'group-1' }, '課題群を変更（group-1）'],
  'hidden-set': [{ hidden: true, reason: text }, `公開範囲を変更（非公開にする）${text}`],
  merged: [{ into: 'other', reason: text }, `統合（other）${text}`],
  unmerged: [{ reason: text }, `統合を解除 ${text}`],
  'note-added': [{ text }, `メモ ${text}`],
  'track-decided': [
    { decision: sampleDecision },
    `方針を決定（今年度着手）${sampleDecision.reason}`,
  ],
  returned: [{ reason: text, audience }, `所管部局が返送（所管違い） ${text}`],
  'delegation-replied': [
    { answer: 'later-years', dueOn: '2027-06-30', text, audience },
    `所管部局の回答（次年度以降・R9.6.30）${text}`,
  ],
  'progress-reported': [{ answer: 'delayed' }, '進捗の回答（遅れている）'],
  'confirmation-asked': [
    { confirmable: { what: 'realised', realisation: { realisedOn: '2026-10-01' } } },
    '確認を依頼（実現）',
  ],
  'confirmation-declined': [{ reason: text }, `確認せず差戻し ${text}`],
  'found-difficult': [
    { difficulty: { reason: text, reexamineFiscalYear: 2027 } },
    `実現困難（当面）と確認（令和9年度）${text}`,
  ],
  excluded: [{ exclusion: { reasonCode: 'other', reason: text } }, `対象外と確認（その他）${text}`],
  're-examined': [{ reason: text }, `再検討 ${text}`],
  reopened: [{ reason: text }, `検討を再開 ${text}`],
  started: [{ startedOn: '2026-10-01', firstAction: text }, `着手（R8.10.1）${text}`],
  'measure-linked': [
    { link: { measureId: 'm', coverage: 'part', remaining: text } },
    `取組と結付け（m・一部）${text}`,
  ],
  'measure-unlinked': [{ measureId: 'm', reason: text }, `取組との結付けを解除（m）${text}`],
  'partly-realised': [{}, '一部実現'],
  realised: [{ realisation: { realisedOn: '2026-10-01' } }, '実現を確認（R8.10.1）'],
  corrected: [{ reason: text }, `公表の訂正 ${text}`],
  'priority-set': [{ priority: { team: '推進班', milestones: [] } }, '重点案件の設定（推進班）'],
  'presentation-invited': [
    { meeting: '意見交換会（架空）', heldOn: '2026-12-01' },
    '発表を依頼（R8.12.1）意見交換会（架空）',
  ],
  reminded: [
    { about: 'opinion', target: '3', step: 'soon', dueOn: '2026-11-02', audience },
    'リマインド（照会への意見・期限が近い・R8.11.2）',
  ],
  'publication-scheduled': [
    { due: sampleNow, release: { setId: 's', title: '秋の公表' } },
    '公表の手続（R8.10.5 10:00）秋の公表',
  ],
  'publication-undone': [{}, '公表の取消'],
  published: [
    { state: { status: 'decided', decision: sampleDecision }, audience, notify: true },
    '公表（対応方針決定・今年度着手）',
  ],
};

test.each(trailKinds)(
  'an entry of the kind %s is one line that says what was decided or written',
  (kind) => {
    const [event, said] = samples[kind];
    const base = { seq: 7, occurredAt: sampleNow, recordedAt: sampleNow, by: secretary };
    // Each sample holds the fields of its own kind, which the compiler cannot follow through a union.
    const entry = { ...base, kind, ...event } as TrailEntry;
    expect(trailText([entry])).toBe(`7. R8.10.5 10:00 ${secretary.name}: ${said}`);
  },
);

test('beside a decision stands what the policy suggested, or what kept it from that', () => {
  const inputs = { humanCost: 'unknown', physicalCost: 'small', groupShare: 7 } as const;
  const line = (suggestion: Suggestion): string => {
    const base = { seq: 7, occurredAt: sampleNow, recordedAt: sampleNow, by: secretary };
    return trailText([{ ...base, kind: 'track-decided', decision: sampleDecision, suggestion }]);
  };
  expect(line({ track: 'realise-this-fy', inputs })).toContain(
    `（今年度着手・推奨は今年度実現）${sampleDecision.reason}`,
  );
  expect(line({ unknown: ['humanCost'], inputs })).toContain(
    '（今年度着手・推奨なし：人的コストが不明）',
  );
});

test('costs that are noted with what must come first say it', () => {
  const marks = { humanCost: 'small', physicalCost: 'large', rollout: 'possible' } as const;
  const line = (startConditions: readonly StartCondition[]): string => {
    const base = { seq: 7, occurredAt: sampleNow, recordedAt: sampleNow, by: secretary };
    return trailText([{ ...base, kind: 'marked', marks: { ...marks, startConditions } }]);
  };
  expect(line(['prior-coordination', 'rule-making'])).toContain(
    '（小／大・可・事前調整、ルールづくり）',
  );
  expect(line([])).toContain('（小／大・可・準備不要）');
});

test('what its sender was warned of stands beside the receipt, by kinds', () => {
  const entry = { ...receipt, personalData: ['my-number', 'phone'] as const };
  expect(trailText([entry])).toContain('受付（個人情報の注意を見て送信：マイナンバー、電話番号）');
});
