import type { Proposal } from '../../src/domain/proposal.js';
import { searchTerms } from '../../src/domain/search/search-terms.js';
import { createCatalogue } from '../../src/register/catalogue.js';
import { receivedProposal } from '../support/sample-proposals.js';

const saysTheSame = (one: unknown, other: unknown) => one === other;

const proposal = (n: number): Proposal => {
  const number = `R8-${String(n).padStart(4, '0')}`;
  const received = receivedProposal({ id: `10000000-0000-4000-8000-00000000${1000 + n}`, number });
  return { ...received, content: { ...received.content, title: `架空の題名 ${n}` } };
};

/** A catalogue that everybody may read, and a search in it. */
function filled(count: number, looked: string[] = []) {
  const { watcher, book } = createCatalogue(saysTheSame);
  for (let n = 1; n <= count; n += 1) {
    const value = proposal(n);
    watcher.put({ value, itemId: String(n), revision: '1' }, undefined);
  }
  const isCommon = () => true;
  const read = (each: Proposal) => {
    looked.push(each.number);
    return each;
  };
  const reader = { isCommon, own: [], read, endorsements: () => new Map<string, number>() };
  const narrow = { statuses: [], categoryIds: [], costs: [], order: 'newest' as const };
  return {
    book,
    watcher,
    find: (words: string, limit = 20) =>
      book.find({ ...narrow, words, from: 0, limit }, searchTerms(words), reader),
  };
}

test('a text that just came is found before it is read', () => {
  const { find, book } = filled(3);
  expect(find('題名')).toMatchObject({ found: 3, isComplete: true });
  expect(book.read(2)).toBe(1);
  expect(find('題名').page.map(({ number }) => number)).toEqual(['R8-0003', 'R8-0002', 'R8-0001']);
  expect(find('題名 3')).toMatchObject({ found: 1, isComplete: true });
});

test('of many texts that are not read yet a search looks at the newest, and says so', () => {
  const { find, book } = filled(500);
  const early = find('題名');
  expect(early).toMatchObject({ all: 500, found: 200, isComplete: false });
  expect(early.page[0]?.number).toBe('R8-0500');
  book.read(250);
  expect(find('題名')).toMatchObject({ found: 450, isComplete: false });
  book.read(250);
  expect(find('題名')).toMatchObject({ found: 500, isComplete: true });
  // Without words nothing has to be read.
  expect(filled(500).find('')).toMatchObject({ found: 500, isComplete: true });
});

test('what changed is found by its new words alone', () => {
  const { find, book, watcher } = filled(3);
  book.read(10);
  const before = proposal(2);
  const value = { ...before, content: { ...before.content, title: '夜間の窓口' } };
  watcher.put({ value, itemId: '2', revision: '2' }, { value: before, itemId: '2', revision: '1' });
  for (const _ of ['not read yet', 'read']) {
    expect(find('夜間').page.map(({ number }) => number)).toEqual(['R8-0002']);
    expect(find('題名').found).toBe(2);
    book.read(10);
  }
});
