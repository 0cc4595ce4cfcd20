import type { Locale } from '../../src/domain/conversation.js';
import { cardGallery, type GalleryCard } from '../support/card-gallery.js';

type Node = Readonly<Record<string, unknown>>;

/** Elements and actions of version 1.5 that Teams draws in bot cards. */
const allowedTypes = new Set([
  'AdaptiveCard',
  'TextBlock',
  'RichTextBlock',
  'TextRun',
  'Image',
  'Container',
  'ActionSet',
  'ColumnSet',
  'Column',
  'FactSet',
  'Input.Text',
  'Input.ChoiceSet',
  'Action.Execute',
  'Action.Submit',
  'Action.OpenUrl',
  'Action.ToggleVisibility',
]);
const longestCard = 28 * 1024;
const usualCard = 12 * 1024;
const largeForm = 20 * 1024;
/** Three that are like it stand above a form, with their links. Teams takes 100 KB. */
const alikeRows = 4 * 1024;

function nodesOf(value: unknown): Node[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(nodesOf);
  return Array.isArray(value) ? inner : [value as Node, ...inner];
}

const typed = (card: GalleryCard): Node[] =>
  nodesOf(card.card).filter((node) => typeof node['type'] === 'string');
const inputsOf = (card: GalleryCard): Node[] =>
  typed(card).filter((node) => String(node['type']).startsWith('Input.'));

/** Size as Teams counts it: UTF-16. */
const sizeOf = (card: GalleryCard): number => JSON.stringify(card.card).length * 2;

const gallery = (['ja', 'en'] as const satisfies readonly Locale[]).flatMap((locale) =>
  cardGallery(locale).map((card) => ({ ...card, locale, title: `${card.name} (${locale})` })),
);

describe.each(gallery)('$title', (card) => {
  test('is a card of version 1.5 in its language, with a text for where it cannot be drawn', () => {
    expect(card.card).toMatchObject({ type: 'AdaptiveCard', version: '1.5', lang: card.locale });
    expect(card.card['fallbackText']).toEqual(expect.stringMatching(/.{8}/));
    expect(card.summary.length).toBeGreaterThan(1);
  });

  test('has only elements and actions that Teams draws', () => {
    for (const node of typed(card)) expect(allowedTypes).toContain(node['type']);
  });

  test('left no place of its template unfilled', () => {
    expect(JSON.stringify(card.card)).not.toMatch(/\$\{|undefined|\[object|\$data|\$when/);
  });

  test('fits a message', () => {
    const more = card.name.startsWith('form-alike') ? alikeRows : 0;
    expect(sizeOf(card)).toBeLessThanOrEqual(longestCard + more);
    if (card.name.endsWith('longest') || card.name === 'form-refused') return;
    const most = card.name.startsWith('form') ? largeForm : usualCard;
    expect(sizeOf(card)).toBeLessThanOrEqual(most + more);
  });

  test('has at most six actions, each with a title', () => {
    const { actions = [] } = card.card as { actions?: readonly Node[] };
    expect(actions.length).toBeLessThanOrEqual(6);
    const all = typed(card).filter((node) => String(node['type']).startsWith('Action.'));
    const shown = all.filter((node) => node['verb'] !== 'refresh-proposal');
    for (const action of shown) expect(action['title']).toEqual(expect.stringMatching(/./));
  });

  test('names every input, tells what is wrong with one that is demanded, and uses every id once', () => {
    const inputs = inputsOf(card);
    for (const input of inputs) {
      expect(input['label']).toEqual(expect.stringMatching(/./));
      if (input['isRequired']) {
        expect(input['errorMessage']).toEqual(expect.stringMatching(/./));
      }
    }
    const ids = inputs.map((input) => input['id']);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('says in words what every picture shows, and loads pictures over https', () => {
    for (const image of typed(card).filter((node) => node['type'] === 'Image')) {
      expect(image['altText']).toEqual(expect.stringMatching(/./));
      expect(image['url']).toMatch(/^https:\/\/mebuki\.example\/tabs\/status\/[a-z-]+\.png$/);
    }
  });

  test('opens Teams and nothing else', () => {
    for (const action of typed(card).filter((node) => node['type'] === 'Action.OpenUrl')) {
      expect(action['url']).toMatch(/^https:\/\/teams\.microsoft\.com\/l\//);
    }
  });

  test('wraps every text', () => {
    for (const text of typed(card).filter((node) => node['type'] === 'TextBlock')) {
      expect(text['wrap']).toBe(true);
    }
  });

  test('uses no text colour but the default and attention, and accent where it can be pressed', () => {
    for (const text of typed(card)) {
      if (text['color'] !== undefined) expect(['Attention', 'Accent']).toContain(text['color']);
    }
  });
});

test('every picture of every card is a file that is served', async () => {
  const { readdir } = await import('node:fs/promises');
  const files = new Set(await readdir('src/tabs/public/status'));
  const urls = gallery.flatMap((card) =>
    typed(card).flatMap((node) => (node['type'] === 'Image' ? [String(node['url'])] : [])),
  );
  expect(urls.length).toBeGreaterThan(50);
  for (const url of urls) expect(files).toContain(url.split('/').at(-1));
});

test('neither digital nor cost has a default, the honest ones have', () => {
  const form = gallery.find((card) => card.title === 'form-first (ja)');
  const values = new Map(form ? inputsOf(form).map((input) => [input['id'], input['value']]) : []);
  expect(values.get('isDigital')).toBe('');
  expect(values.get('costNeeded')).toBe('');
  expect(values.get('category')).toBe('');
  expect(values.get('scopeHint')).toBe('unknown');
  expect(values.get('namePublication')).toBe('no');
});

test('no button is shown for what is not built yet', () => {
  const titles = gallery.flatMap((card) => typed(card).map((node) => String(node['title'] ?? '')));
  for (const word of ['編集', '取下げ', 'チャットで相談']) {
    expect(titles.filter((title) => title.includes(word))).toEqual([]);
  }
});
