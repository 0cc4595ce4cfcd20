import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import type { Card } from '../../src/cards/card.js';
import type { ProposalContent } from '../../src/domain/proposal-content.js';
import { largeMasters, longestContent, outcomeViews, viewOf } from '../support/card-gallery.js';
import { launchBrowser } from '../support/chromium.js';
import { cards } from '../support/sample-cards.js';

const hostile = [
  '[給与明細](https://evil.example)',
  '**太字** _斜体_ `code`',
  '<at>全員</at>',
  '<img src=x onerror=alert(1)>',
  '${title} ${1+1} {{title}} @{x}',
  '"}],"actions":[{"type":"Action.OpenUrl"}]',
  '- 一覧\n1. 番号',
  '[['.repeat(500),
  'https://evil.example/auto',
];

const contentWith = (text: string): ProposalContent => ({
  ...longestContent,
  title: text,
  currentProblem: text,
  proposedContent: text,
  expectedEffect: text,
});

const decision = (reason: string) => ({
  track: 'realise-this-fy' as const,
  owner: { departmentId: 'x' },
  targetMonth: '2026-12',
  costBasis: reason,
  reason,
});

const rule = {
  kind: 'rule',
  categoryId: 'x',
  owner: { departmentId: 'x' },
  rollout: 'office-wide',
  materials: [],
  relistings: [],
} as const;

const drawings = (text: string) => {
  const view = viewOf(contentWith(text), decision(text));
  const common = { locale: 'ja' as const, masters: largeMasters, view };
  const message = { locale: 'ja' as const, number: view.number, dueOn: '2026-12-22' };
  return [
    cards.status({ ...common, as: 'proposer' }),
    cards.publishedChannel({ ...common, as: 'staff' }),
    ...Object.values(outcomeViews(text)).flatMap((outcome) => [
      cards.status({ ...common, view: { ...outcome, content: view.content }, as: 'proposer' }),
      cards.publishedChannel({
        ...common,
        view: { ...outcome, content: view.content },
        as: 'staff',
      }),
    ]),
    cards.status({ ...common, as: 'proposer', question: { text, dueOn: '2026-10-20' } }),
    cards.myProposals('ja', [{ view, as: 'proposer' }]),
    cards.kept('ja', { title: text, at: 0, isBusy: false }),
    cards.question({ ...message, title: text, text, askedAt: 0, isReminder: false }),
    cards.invitation({ ...message, title: text, invitedAt: 0, proposerName: '若葉 みのり' }),
    cards.presentation({
      ...message,
      title: text,
      invitedAt: 0,
      meeting: text,
      heldOn: '2026-12-01',
    }),
    cards.opinion({ ...message, view, text, asked: 'asked' }),
    cards.delegation({ ...common, dueOn: '2026-12-22', asked: 'overdue' }),
    cards.measureChannel({
      ...common,
      as: 'staff',
      version: {
        version: 2,
        seq: 9,
        at: 0,
        correction: { reason: text },
        state: { content: { ...rule, title: text, content: text } },
      },
    }),
    cards.sharedProposal({
      ...common,
      view: { ...view, proposerName: text },
      campaign: undefined,
      endorsers: 1,
      at: 0,
    }),
    cards.sharedMeasure({
      ...common,
      behind: [],
      campaign: undefined,
      at: 0,
      version: {
        version: 1,
        seq: 9,
        at: 0,
        state: {
          content: {
            ...rule,
            title: text,
            content: text,
            materials: [{ kind: 'guideline', title: text, link: 'https://intra.example/' }],
          },
        },
      },
    }),
    cards.receipt({
      ...common,
      campaign: undefined,
      proposer: { name: 'x', departmentId: 'x', gradeId: 'x', officeKind: 'branch' },
    }),
  ];
};

let browser: Browser;
let page: Page;
const require = createRequire(`${process.cwd()}/package.json`);
const renderer = readFileSync(require.resolve('adaptivecards/dist/adaptivecards.js'), 'utf8');

beforeAll(async () => {
  browser = await launchBrowser();
  page = await browser.newPage();
  await page.setContent('<!doctype html><body></body>');
  await page.addScriptTag({ content: renderer });
  // A Markdown step as eager as any host's: whatever reaches it as Markdown becomes visible.
  await page.evaluate(`
    AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
      result.outputHtml = text
        .replace(/\\[([^\\]]+)\\]\\(([^)]+)\\)/g, '<a href="$2">$1</a>')
        .replace(/\\*\\*([^*]+)\\*\\*/g, '<strong>$1</strong>');
      result.didProcess = true;
    };
    window.draw = (json) => {
      const card = new AdaptiveCards.AdaptiveCard();
      card.parse(json);
      const drawn = card.render();
      document.body.replaceChildren(drawn);
      return {
        text: drawn.innerText,
        elements: drawn.querySelectorAll('a, strong, em, code, at, ul, ol, img[src="x"], script').length,
      };
    };
  `);
});
afterAll(() => browser.close());

function draw(card: Card): Promise<{ text: string; elements: number }> {
  return page.evaluate(
    (json) =>
      (globalThis as unknown as { draw(j: unknown): { text: string; elements: number } }).draw(
        json,
      ),
    card,
  );
}

test.each(hostile)('%j stays what was written in every card', async (text) => {
  for (const { card, summary } of drawings(text)) {
    const drawn = await draw(card);
    expect(drawn.elements).toBe(0);
    expect(drawn.text.replace(/\s+/g, ' ')).toContain(text.replace(/\s+/g, ' ').slice(0, 200));
    expect(JSON.stringify(card)).not.toContain('"entities"');
    expect(summary).not.toContain(text);
    expect(String(card['fallbackText'])).not.toContain(text);
  }
});

test.each(hostile)(
  '%j comes back into the form as it was written, and so does its beginning in a warning',
  async (text) => {
    const { card } = cards.form({
      locale: 'ja',
      campaign: { id: 'demo', title: 'アイデア募集' },
      masters: largeMasters,
      today: '2026-10-05',
      token: '10000000-0000-4000-8000-000000000001',
      formOpenedAt: 0,
      form: { proposedContent: text },
      summary: '個人情報と思われるところがあります。',
      found: [{ field: 'proposedContent', kind: 'phone', text }],
    });
    const inputs = JSON.stringify(card);
    expect(inputs).toContain(JSON.stringify(text).slice(1, -1));
    const drawn = await draw(card);
    expect(drawn.elements).toBe(0);
    expect(drawn.text.replace(/\s+/g, ' ')).toContain(text.replace(/\s+/g, ' ').slice(0, 30));
  },
);

test('labels of masters with Markdown signs stay what they are', async () => {
  const masters = {
    ...largeMasters,
    departments: [{ id: 'x', label: '**強調**[部](https://e.example)', labelEn: '', order: 1 }],
  };
  const view = viewOf(longestContent, decision('理由は十分にあります。'));
  const { card } = cards.status({ locale: 'ja', masters, view, as: 'proposer' });
  expect(JSON.stringify(card)).toContain(String.raw`\\*\\*強調\\*\\*\\[部\\]`);
});
