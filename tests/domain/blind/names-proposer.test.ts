import { namesProposer } from '../../../src/domain/blind/names-proposer.js';
import { redactText } from '../../../src/domain/blind/redact.js';
import type { Masters } from '../../../src/domain/masters.js';
import { sampleMasters } from '../../support/sample-masters.js';
import { receivedProposal } from '../../support/sample-proposals.js';

const entry = (id: string, label: string, labelEn = id) => ({ id, label, labelEn, order: 1 });

/** An invented office with names that lie within one another. */
const masters: Masters = {
  ...sampleMasters,
  departments: [
    entry('kanko', '観光・スポーツ・文化部', 'Tourism and Sports Department'),
    entry('keisatsu', '警察本部', 'Police'),
    entry('it', 'IT'),
  ],
  sections: [
    { ...entry('kaikei', '会計課', 'Accounts Section'), departmentId: 'kanko' },
    { ...entry('digital', 'デジタル推進課', 'Digital'), departmentId: 'kanko' },
    {
      ...entry('keisatsu-kaikei', '警察会計課', 'Police Accounts Section'),
      departmentId: 'keisatsu',
    },
  ],
};

interface Own {
  readonly name?: string;
  readonly departmentId?: string;
  readonly sectionId?: string;
}

function found(text: string, own: Own = {}): readonly string[] {
  const { content, proposer } = receivedProposal();
  const from = { name: '山口 みどり', departmentId: 'kanko', sectionId: 'kaikei', ...own };
  const written = { ...content, title: text, currentProblem: '', proposedContent: '' };
  const { expectedEffect: _, ...bare } = written;
  const asked = { content: bare, proposer: { ...proposer, ...from } };
  return namesProposer(asked, masters).flatMap(({ words }) => words);
}

describe('the own office', () => {
  test.each([
    ['会計課の窓口では', ['会計課']],
    ['観光スポーツ文化部会計課です', ['観光スポーツ文化部', '会計課']],
    ['観光･ｽﾎﾟｰﾂ･文化部の例', ['観光･ｽﾎﾟｰﾂ･文化部']],
    ['観光・スポーツ・ 文化部の例', ['観光・スポーツ・ 文化部']],
    ['at the ACCOUNTS section we', ['ACCOUNTS section']],
    ['ａｃｃｏｕｎｔｓ　ｓｅｃｔｉｏｎ', ['ａｃｃｏｕｎｔｓ　ｓｅｃｔｉｏｎ']],
  ])('is found in %s', (text, words) => {
    expect(found(text)).toEqual(words);
  });

  test('is not found within the longer name of another office, which is found where that is the own one', () => {
    expect(found('警察会計課の例')).toEqual([]);
    expect(found('警察会計課と会計課')).toEqual(['会計課']);
    expect(
      found('警察会計課の例', { departmentId: 'keisatsu', sectionId: 'keisatsu-kaikei' }),
    ).toEqual(['警察会計課']);
  });

  test('is compared in one width, with marks that are characters of their own', () => {
    expect(found('ﾃﾞｼﾞﾀﾙ推進課', { sectionId: 'digital' })).toEqual(['ﾃﾞｼﾞﾀﾙ推進課']);
  });

  test('in Latin letters is a word of its own', () => {
    const own = { departmentId: 'it', sectionId: 'none' };
    expect(found('IT を使う DIGITAL な edit', own)).toEqual(['IT']);
    expect(found('ITで減らす', own)).toEqual(['IT']);
  });

  test('of others is not found, nor anything where a text names nobody', () => {
    expect(found('警察本部の例')).toEqual([]);
    expect(found('会計の事務を減らす')).toEqual([]);
  });
});

describe('the own name', () => {
  test.each([
    ['山口みどりです', ['山口みどり']],
    ['山口　みどりです', ['山口　みどり']],
    ['担当の山口さんへ', ['山口']],
    ['総務課山口主任が', ['山口']],
    ['みどりさんの案', ['みどり']],
  ])('is found in %s', (text, words) => {
    expect(found(text)).toEqual(words);
  });

  test.each(['山口県の例', '県立山口図書館', 'みどりの多い庁舎'])(
    'is not found in the place or word of %s',
    (text) => {
      expect(found(text)).toEqual([]);
    },
  );

  test('in Latin letters is found by its parts, in any case', () => {
    const own = { name: 'Midori Wakaba' };
    expect(found('ask WAKABA or midori wakaba', own)).toEqual(['WAKABA', 'midori wakaba']);
    expect(found('wakabayashi', own)).toEqual([]);
  });

  test('counts a character with a variant selector as the same', () => {
    expect(found('渡邉\u{e0100}さんの案', { name: '渡邉 けん' })).toEqual(['渡邉\u{e0100}']);
  });
});

test('each part of a proposal is named with its words, each once', () => {
  const { content, proposer } = receivedProposal();
  const asked = {
    content: {
      ...content,
      title: '窓口',
      currentProblem: '会計課と会計課',
      proposedContent: '案',
      expectedEffect: '観光・スポーツ・文化部が楽に',
    },
    proposer: { ...proposer, name: '若葉', departmentId: 'kanko', sectionId: 'kaikei' },
  };
  expect(namesProposer(asked, masters)).toEqual([
    { part: 'currentProblem', words: ['会計課'] },
    { part: 'expectedEffect', words: ['観光・スポーツ・文化部'] },
  ]);
});

test('a redacted text has the same mark for every word, however it is written, and leaves the rest', () => {
  const words = ['会計課', '山口', 'IT'];
  expect(redactText('会計課の山口が、会計 課で IT の EDIT を。', words)).toBe(
    '○○の○○が、○○で ○○ の EDIT を。',
  );
  expect(redactText('何もない文。', words)).toBe('何もない文。');
  expect(redactText('会計課', [])).toBe('会計課');
});
