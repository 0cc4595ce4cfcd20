import { createSimilarityIndex } from '../../../src/domain/similarity/similarity-index.js';
import { sampleTexts } from './sample-texts.js';

const index = createSimilarityIndex();
for (const { id, words } of sampleTexts) index.put(id, words);

function explained(
  words: { readonly title: string; readonly proposedContent?: string },
  id: string,
) {
  const explanation = index.ask(words).explain(id);
  if (explanation === undefined) throw new Error(`${id} is not in the index`);
  return explanation;
}

test('the words are those that each text writes, with their shares, weightiest first', () => {
  const { words } = explained(
    { title: '服装を自由に', proposedContent: '短い文書で示す。' },
    'sample-38',
  );
  expect(words[0]).toMatchObject({ here: '服装', there: 'ノーネクタイ', conceptId: 'dress' });
  const shares = words.map(({ share }) => share);
  expect(shares).toEqual(shares.toSorted((one, other) => other - one));
  expect(shares.reduce((sum, share) => sum + share, 0)).toBeLessThanOrEqual(1.000001);
});

test('a word within a shown word is not shown again', () => {
  const { words } = explained({ title: '出先機関の無線LAN' }, 'sample-16');
  const shown = words.map(({ here }) => here);
  expect(shown).toContain('無線LAN');
  expect(shown).not.toContain('無線');
});

test('texts with nothing in common share no words', () => {
  expect(explained({ title: '美術館の夜間開館' }, 'sample-38')).toEqual({ words: [], opposed: [] });
});

describe('a wish and its opposite', () => {
  const wishes = createSimilarityIndex();
  wishes.put('drop', { title: '朝礼の廃止', proposedContent: '朝礼をやめ、掲示で済ませる。' });
  wishes.put('keep', { title: '朝礼の継続', proposedContent: '朝礼を毎朝行う。' });
  wishes.put('torn', {
    title: '朝礼の見直し',
    proposedContent: '朝礼を廃止し、夕礼を新設する。朝礼の実施は月一回とする。',
  });
  const asked = wishes.ask({ title: '朝礼の復活', proposedContent: '朝礼を毎朝実施する。' });

  test('are told apart though they share every word', () => {
    expect(asked.explain('drop')?.opposed).toEqual(['朝礼']);
    expect(asked.explain('keep')?.opposed).toEqual([]);
    const scores = new Map(asked.nearest({ limit: 3 }).map(({ id, score }) => [id, score]));
    expect(scores.get('keep')).toBeGreaterThan(2 * (scores.get('drop') ?? 1));
  });

  test('are not seen in a text that names both directions', () => {
    expect(asked.explain('torn')?.opposed).toEqual([]);
  });

  test.each([
    ['休憩時間の延長', '休憩時間の短縮', ['休憩時間']],
    ['私服勤務の解禁', '私服勤務の禁止', ['私服勤務']],
    ['窓口職員の増員', '窓口職員の減員', ['窓口職員']],
    ['紙の会議資料の廃止', '会議室の新設', []],
    ['電話当番の廃止', '電話当番の撤廃', []],
  ])('%s against %s', (one, other, expected) => {
    const pair = createSimilarityIndex();
    pair.put('other', { title: other });
    expect(pair.ask({ title: one }).explain('other')?.opposed).toEqual(expected);
  });
});
