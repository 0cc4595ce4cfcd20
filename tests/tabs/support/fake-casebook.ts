import {
  type AdoptionsAnswer,
  adoptionsRequest,
  type MeasuresAnswer,
} from '../../../src/contract/measure-answers.js';
import { type FakeOffice, noon } from './fake-office.js';

const rules = [
  {
    id: 'rule-1',
    categoryId: 'work',
    title: '全庁的なExcel様式の見直し・ルール化',
    content: '1セル1データ、結合の極力回避等、使いやすいExcelへの改善',
    materials: [
      { kind: 'guideline' as const, title: '作り方の手引', link: 'https://example.invalid/a' },
      { kind: 'template' as const, title: '様式チェック表', link: 'https://example.invalid/b' },
    ],
    proposals: ['R8-0001', 'R8-0002', 'R8-0003', 'R8-0004', 'R8-0005', 'R8-0006', 'R8-0007'],
  },
  { id: 'rule-2', categoryId: 'work', title: '添付ファイルの単一化', materials: [], proposals: [] },
  {
    id: 'rule-3',
    categoryId: 'paperless',
    title: '本庁出先間の協議オンライン化',
    content: '移動を伴う協議を、原則として画面越しに行う。',
    materials: [],
    proposals: ['R8-0002'],
  },
];

/** GET /api/casebook: three invented rules（架空）. */
export function casebookOf(office: FakeOffice): MeasuresAnswer {
  const { rulesFollowed } = office;
  if (!rulesFollowed) return { measures: [], rows: [], count: 0 };
  return {
    measures: rules.map(({ proposals, ...rule }) => {
      const follows = rulesFollowed.has(rule.id);
      return {
        ...rule,
        kind: 'rule',
        ownerDepartmentId: 'soumu',
        rollout: 'office-wide',
        relistings: [],
        version: 1,
        publishedAt: noon,
        proposals: proposals.map((number) => ({
          number,
          title: office.proposals.get(number)?.content.title ?? '',
          status: 'realised',
          coverage: 'whole',
        })),
        isPartial: false,
        effect: { state: 'few' },
        adoption: {
          adopted: 1 + Number(follows),
          notAdopted: 0,
          unanswered: 1 - Number(follows),
          departments: 2,
          departmentIds: follows ? ['soumu', 'kikaku'] : ['kikaku'],
        },
      };
    }),
    rows: rules.map(({ id, categoryId, title }) => ({
      measureId: id,
      categoryId,
      title,
      isRelisted: false,
    })),
    count: rules.length,
  };
}

/** POST /api/casebook/adoptions. A colleague answered the second rule before, which nobody has seen. */
export function adopted(office: FakeOffice, body: unknown): AdoptionsAnswer {
  const { answers } = adoptionsRequest.parse(body);
  return {
    results: answers.map(({ id, adopted: said, seenAt }) => {
      if (id === 'rule-2' && seenAt === undefined) {
        return {
          kind: 'refused',
          id,
          refusal: { code: 'changed-meanwhile', message: '先にほかの人が変えました。' },
          present: { departmentId: 'soumu', adopted: false, byName: '青空 つばさ', at: noon },
        };
      }
      const followed = new Set(office.rulesFollowed);
      if (said === 'yes') followed.add(id);
      else followed.delete(id);
      office.rulesFollowed = followed;
      return { kind: 'answered', id };
    }),
  };
}
