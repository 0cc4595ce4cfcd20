import type { Proposal } from '../../src/domain/proposal.js';
import { createNumberPool } from '../../src/domain/similarity/number-pool.js';
import type { ThesaurusRow } from '../../src/domain/thesaurus.js';
import { createRegister } from '../../src/register/register.js';
import { readTexts } from '../../src/usecases/read-texts.js';
import type { SimilarTexts } from '../../src/usecases/similarity-ports.js';
import { after, receivedProposal } from '../support/sample-proposals.js';

const versionOf = (revision: string) => Number(revision);
const token = (n: number) => `10000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

function proposal(n: number, title: string, proposedContent = ''): Proposal {
  const received = receivedProposal({ id: token(n), number: `R8-${String(n).padStart(4, '0')}` });
  const content = { ...received.content, title, currentProblem: '', proposedContent };
  return { ...received, content };
}

function open(openPool = createNumberPool) {
  let today = '2026-10-05';
  const register = createRegister({ versionOf, today: () => today, openPool });
  const texts: SimilarTexts = register.similarTexts;
  let version = 0;
  return {
    texts,
    have(value: Proposal): void {
      version += 1;
      register.tookProposal({ value, itemId: value.id, revision: String(version) });
    },
    enter(row: ThesaurusRow): void {
      version += 1;
      register.tookMaster('thesaurus', { value: row, itemId: row.id, revision: String(version) });
    },
    on: (day: string) => {
      today = day;
    },
    lose: (itemId: string) => register.changes.proposals({ kind: 'gone', itemId }),
    found: (title: string) =>
      texts
        .index()
        .ask({ title })
        .nearest({ limit: 5, atLeast: 0.1 })
        .map(({ id }) => id),
  };
}

test('a text is found once it is read, and reading is done in the slices asked for', () => {
  const { texts, have, found } = open();
  have(proposal(1, '庁内の電話にヘッドセットを配備'));
  have(proposal(2, '朝礼の廃止'));
  have(proposal(3, '会議の議事録を自動で作る'));
  expect(found('朝礼の廃止')).toEqual([]);
  expect(texts.read(2)).toBe(1);
  expect(found('朝礼の廃止')).toEqual([token(2)]);
  expect(found('会議の議事録')).toEqual([]);
  expect(texts.read(2)).toBe(0);
  expect(found('会議の議事録')).toEqual([token(3)]);
});

test('an act that changes no word leaves nothing to read', () => {
  const { texts, have } = open();
  const received = proposal(1, '朝礼の廃止');
  have(received);
  texts.read(10);
  const version = texts.version();
  have({ ...after(received, 'begin-review'), content: { ...received.content } });
  expect(texts.read(0)).toBe(0);
  expect(texts.version()).toBe(version);
});

test('a text of which nothing can be read back is read once more, and one that is gone is not', () => {
  let isAway = false;
  const { texts, have, lose, found } = open(() => {
    const pool = createNumberPool();
    return { ...pool, get: (handle) => (isAway ? undefined : pool.get(handle)) };
  });
  have(proposal(1, '朝礼の廃止'));
  have(proposal(2, '会議の議事録を自動で作る'));
  texts.read(10);
  const version = texts.version();
  isAway = true;
  expect(found('朝礼の廃止')).toEqual([]);
  lose(token(2));
  isAway = false;
  expect(texts.version()).toBeGreaterThan(version);
  expect(found('朝礼の廃止')).toEqual([]);
  expect(texts.read(0)).toBe(1);
  texts.read(10);
  expect(found('朝礼の廃止')).toEqual([token(1)]);
  expect(found('会議の議事録')).toEqual([]);
});

test('a text that changes is found by its new words, one that goes is found no more', () => {
  const { texts, have, lose, found } = open();
  have(proposal(1, '朝礼の廃止'));
  texts.read(10);
  have(proposal(1, '会議の議事録を自動で作る'));
  expect(texts.read(10)).toBe(0);
  expect(found('朝礼の廃止')).toEqual([]);
  expect(found('会議の議事録')).toEqual([token(1)]);
  lose(token(1));
  expect(found('会議の議事録')).toEqual([]);
});

test('a text that goes before it is read is never read', () => {
  const { texts, have, lose, found } = open();
  have(proposal(1, '朝礼の廃止'));
  lose(token(1));
  expect(texts.read(10)).toBe(0);
  expect(found('朝礼の廃止')).toEqual([]);
});

describe('after a change of the thesaurus', () => {
  const own: ThesaurusRow = { id: 'greeting', terms: ['朝礼', 'おはようタイム'] };

  test('all texts are read anew, and the former index answers until that is done', () => {
    const { texts, have, enter, found } = open();
    have(proposal(1, '朝礼の廃止'));
    have(proposal(2, '庁内の電話にヘッドセットを配備'));
    texts.read(10);
    expect(found('おはようタイム')).toEqual([]);
    enter(own);
    expect(texts.read(1)).toBe(1);
    expect(found('朝礼の廃止')).toEqual([token(1)]);
    expect(found('おはようタイム')).toEqual([]);
    expect(texts.read(1)).toBe(0);
    expect(found('おはようタイム')).toEqual([token(1)]);
  });

  test('what comes and goes meanwhile is in the new index, too', () => {
    const { texts, have, lose, enter, found } = open();
    have(proposal(1, '朝礼の廃止'));
    have(proposal(2, '庁内の電話にヘッドセットを配備'));
    texts.read(10);
    enter(own);
    texts.read(1);
    have(proposal(3, 'おはようタイムをやめる'));
    lose(token(1));
    while (texts.read(1) > 0);
    expect(found('朝礼')).toEqual([token(3)]);
  });

  test('a change that comes during a reading begins it again', () => {
    const { texts, have, enter, found } = open();
    have(proposal(1, '朝礼の廃止'));
    have(proposal(2, '庁内の電話にヘッドセットを配備'));
    texts.read(10);
    enter(own);
    texts.read(1);
    enter({ ...own, terms: ['朝礼', 'もーにんぐ'] });
    while (texts.read(1) > 0);
    expect(found('おはようタイム')).toEqual([]);
    expect(found('もーにんぐ')).toEqual([token(1)]);
  });

  test('a row of another day takes effect when its day comes, and a new day reads nothing anew', () => {
    const { texts, have, enter, found, on } = open();
    enter({ ...own, validFrom: '2026-10-07' });
    have(proposal(1, '朝礼の廃止'));
    texts.read(10);
    on('2026-10-06');
    expect(texts.read(0)).toBe(0);
    expect(found('おはようタイム')).toEqual([]);
    on('2026-10-07');
    expect(texts.read(0)).toBe(1);
    texts.read(10);
    expect(found('おはようタイム')).toEqual([token(1)]);
  });
});

test('many texts are read in slices, and others get their turn between them', async () => {
  const { texts, have } = open();
  for (let n = 1; n <= 90; n += 1) have(proposal(n, `提案その${n}`));
  let turns = 0;
  await readTexts(texts, async () => {
    turns += 1;
  });
  expect(turns).toBeGreaterThanOrEqual(4);
  expect(texts.index().size()).toBe(90);
});

test('reading ends after the present slice where the process is to end', async () => {
  const { texts, have } = open();
  for (let n = 1; n <= 90; n += 1) have(proposal(n, `提案その${n}`));
  let isStopped = false;
  const stop = async () => {
    isStopped = true;
  };
  await readTexts(texts, stop, () => isStopped);
  const read = texts.index().size();
  expect(read).toBeGreaterThan(0);
  expect(read).toBeLessThan(90);
  await readTexts(texts, stop, () => isStopped);
  expect(texts.index().size()).toBe(read);
});
