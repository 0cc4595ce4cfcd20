import { cardMarkdown } from '../../../src/local/teams-host/page/card-markdown.js';

test.each([
  ['plain', '<p>plain</p>'],
  [
    '**太字** と _斜体_ と *斜体*',
    '<p><strong>太字</strong> と <em>斜体</em> と <em>斜体</em></p>',
  ],
  ['snake_case_name stays', '<p>snake_case_name stays</p>'],
  ['2 * 3 * 4', '<p>2 * 3 * 4</p>'],
  ['- 一\r- 二', '<ul><li>一</li><li>二</li></ul>'],
  ['3. 三\n4. 四', '<ol start="3"><li>三</li><li>四</li></ol>'],
  ['一行目\n二行目', '<p>一行目\n二行目</p>'],
  ['一段目\n\n二段目', '<p>一段目</p><p>二段目</p>'],
  [
    '[表](https://example.com/a_b_c?x=1&y="2)',
    '<p><a href="https://example.com/a_b_c?x=1&amp;y=&quot;2">表</a></p>',
  ],
  ['[x](javascript:alert(1))', '<p>[x](javascript:alert(1))</p>'],
  ['<script>alert(1)</script>', '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>'],
  ['# 見出しではない', '<p># 見出しではない</p>'],
])('%j is drawn as %s', (text, html) => {
  expect(cardMarkdown(text)).toBe(html);
});
