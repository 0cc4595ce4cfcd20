import fc from 'fast-check';
import { messageText } from '../../src/bot/extension/message-text.js';
import { splitText } from '../../src/bot/extension/split-text.js';
import { isWritable } from '../../src/domain/written-text.js';

test.each([
  ['<p>一行目</p><p>二行目</p>', '一行目\n\n二行目'],
  [
    '<div><div><at id="0">若葉 みのり</at> さん、お願いします</div>\n</div>',
    '@若葉 みのり さん、お願いします',
  ],
  [
    '<p>見て：<a href="https://intra.example/a?b=1&amp;c=2">資料</a></p>',
    '見て：資料（https://intra.example/a?b=1&c=2）',
  ],
  ['<a href="https://intra.example/">https://intra.example/</a>', 'https://intra.example/'],
  ['<ul><li>紙を減らす</li><li>印を減らす</li></ul>', '・紙を減らす\n\n・印を減らす'],
  ['<p>よい<emoji id="smile" alt="🙂" title="笑顔"></emoji></p>', 'よい🙂'],
  ['a&nbsp;b&lt;b&gt;c&amp;amp;&#x1F600;&#65;&unknown;', 'a b<b>c&amp;😀A&unknown;'],
  ['<script>alert(1)</script><style>p{}</style>本文', '本文'],
  ['<table><tr><td>課</td><td>件数</td></tr></table>', '課\t件数'],
  ['<pre>a\n  b</pre>', 'a\nb'],
  ['<attachment id="x"></attachment>', ''],
  ['1 < 2 と 3 > 2', '1 < 2 と 3 > 2'],
  ['<!-- 注 -->本文', '本文'],
  ['&#xD800;&#0;&#1114112;', '\ufffd\ufffd\ufffd'],
  ['<a href="https://x.example/"><at>名</at>', '@名'],
])('%s becomes plain text', (html, text) => expect(messageText(html)).toBe(text));

test('whatever comes becomes text that can be stored, in time that grows with its length', () => {
  const parts = fc.constantFrom(
    '<',
    '>',
    '<a href="',
    '">',
    '</a>',
    '<at>',
    '&#',
    ';',
    '紙',
    '\u0007',
    '<li>',
    '</pre>',
    '<pre>',
    '\n',
  );
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 60 }), (all) => isWritable(messageText(all.join('')))),
  );
  for (const part of ['<', '<a ', '&#', '<a href="']) {
    expect(messageText(part.repeat(60_000)).length).toBeLessThanOrEqual(part.length * 60_000);
  }
});

test('a text is cut between characters, by characters and by units, and nothing is lost', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 40 });
  const room = fc.record({ characters: fc.nat({ max: 20 }), units: fc.nat({ max: 30 }) });
  fc.assert(
    fc.property(text, room, (whole, most) => {
      const { head, rest } = splitText(whole, most);
      expect(head + rest).toBe(whole);
      expect(head.length).toBeLessThanOrEqual(most.units);
      const count = (each: string) => [...new Intl.Segmenter('ja').segment(each)].length;
      expect(count(head)).toBeLessThanOrEqual(most.characters);
      expect(count(head) + count(rest)).toBe(count(whole));
    }),
  );
});
