import fc from 'fast-check';
import { createFoldedTexts } from '../../../src/domain/search/folded-texts.js';
import { createNumberColumn } from '../../../src/domain/search/number-column.js';
import { createUnitCodes } from '../../../src/domain/search/unit-codes.js';

/** Frequent characters and others, halves of pairs among them, so that codes of every length meet. */
const unit = fc.oneof(
  fc.constantFrom(...'アイ会議録日'),
  fc.integer({ min: 1, max: 0xffff }).map((code) => String.fromCharCode(code)),
);
const text = fc.string({ unit, maxLength: 40 });

test('a word is found in the texts that hold it and in no other, part by part', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(text, { minLength: 1, maxLength: 3 }), { maxLength: 8 }),
      fc.string({ unit, minLength: 1, maxLength: 3 }),
      (texts, word) => {
        const folded = createFoldedTexts(3);
        for (const parts of texts) folded.add(parts);
        const sought = folded.seek(word);
        for (const parts of [1, 3]) {
          expect(texts.map((_, slot) => folded.holds(slot, sought, parts))).toStrictEqual(
            texts.map((each) => each.slice(0, parts).some((part) => part.includes(word))),
          );
        }
        expect(folded.holds(texts.length, sought, 3)).toBe(false);
      },
    ),
  );
});

test('every piece of a text is found, also where hardly two characters are the same', () => {
  const folded = createFoldedTexts(1);
  const all = Array.from({ length: 60_000 }, (_, code) => String.fromCharCode(code + 1)).join('');
  folded.add([all]);
  folded.add(['会議']);
  for (let at = 0; at < all.length; at += 997) {
    const piece = all.slice(at, at + 3);
    expect([at, folded.holds(0, folded.seek(piece), 1)]).toEqual([at, true]);
    expect([at, folded.holds(1, folded.seek(piece), 1)]).toEqual([at, false]);
  }
});

test('a character has one code, and no two have the same', () => {
  const codes = createUnitCodes();
  const all = Array.from({ length: 20_000 }, (_, code) => String.fromCharCode(code + 1));
  for (const each of all) codes.encode(each, () => undefined);
  const known = all.map((each) => codes.known(each)?.join());
  expect(new Set(known).size).toBe(all.length);
  expect(codes.known('\uffff')).toBeUndefined();
});

test('texts take little more than a byte for each character', () => {
  const folded = createFoldedTexts(1);
  const form = '会議ノ資料ヲ紙デ配ラナイ。会議ノ前ニ電子デ配リ、印刷ヲヤメマス。'.repeat(10);
  const count = 20_000;
  for (let index = 0; index < count; index += 1) folded.add([form]);
  expect(folded.bytes() / count / form.length).toBeLessThan(1.5);
});

test('a column holds what was set, and nothing elsewhere', () => {
  const column = createNumberColumn();
  column.set(5_000, 7);
  column.set(3, 4_294_967_295);
  expect([3, 4, 5_000, 9_000].map(column.get)).toEqual([4_294_967_295, 0, 7, 0]);
});
