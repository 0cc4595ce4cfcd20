import { join } from 'node:path';
import { createCards } from '../../src/cards/create-cards.js';
import type { FormCampaign } from '../../src/cards/form-card.js';
import { readSubmission } from '../../src/cards/read-submission.js';
import { loadTemplates } from '../../src/cards/templates.js';
import { sampleMasters } from '../support/sample-masters.js';

type Node = Readonly<Record<string, unknown>>;

const cards = createCards({
  fill: loadTemplates(join(__dirname, '../../adaptive-cards')),
  teamsAppId: 'app',
  publicOrigin: 'https://mebuki.example',
  botAppId: 'bot',
});

function nodesOf(value: unknown): Node[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(nodesOf);
  return Array.isArray(value) ? inner : [value as Node, ...inner];
}

function formOf(settings: Partial<FormCampaign>) {
  const { card } = cards.form({
    locale: 'ja',
    campaign: { id: 'r8', title: '募集', ...settings },
    masters: sampleMasters,
    today: '2026-10-05',
    token: '10000000-0000-4000-8000-000000000001',
    formOpenedAt: 0,
  });
  const nodes = nodesOf(card);
  return (id: string): Node | undefined => nodes.find((node) => node['id'] === id);
}

const theme = (id: string) => ({ id, label: `題${id}`, labelEn: id });

test('a campaign without settings asks for what every campaign asks', () => {
  const input = formOf({});
  expect(input('theme')).toBeUndefined();
  expect(input('expectedEffect')).toMatchObject({ label: '期待される効果' });
  expect(input('scopeHint')).toMatchObject({ label: '対象範囲', value: 'unknown' });
  expect(input('details')).toMatchObject({ isVisible: false });
});

test('several themes are a list to choose from; one theme, or closed ones, are not asked for', () => {
  const closed = { ...theme('3'), isClosed: true };
  expect(formOf({ themes: [theme('1'), theme('2'), closed] })('theme')).toMatchObject({
    label: '募集テーマ（必須）',
    choices: [
      { title: '題1', value: '1' },
      { title: '題2', value: '2' },
    ],
  });
  expect(formOf({ themes: [theme('1'), closed] })('theme')).toBeUndefined();
});

test('what the campaign demands is demanded on the card, and open to be seen', () => {
  const input = formOf({
    requiredFields: ['expectedEffect', 'effectHoursPerYear', 'scopeHint', 'costEstimateYen'],
  });
  expect(input('details')).toMatchObject({ isVisible: true });
  const demanded = expect.stringMatching(/（必須）$/);
  expect(input('expectedEffect')).toMatchObject({ label: demanded });
  expect(input('effectHoursPerYear')).toMatchObject({ label: demanded });
  expect(input('effectYenPerYear')).not.toMatchObject({ label: demanded });
  expect(input('scopeHint')).toMatchObject({ label: demanded, value: '' });
  // Only the server knows whether there is a cost.
  expect(input('costEstimateYen')).not.toMatchObject({ label: demanded });
});

test('the chosen theme comes back with the form', () => {
  const sent = readSubmission({
    token: '10000000-0000-4000-8000-000000000001',
    campaignId: 'r8',
    formOpenedAt: 0,
    formVersion: 1,
    theme: '2',
  });
  expect(sent?.form.theme).toBe('2');
});
