import { join } from 'node:path';
import { createCards } from '../../src/cards/create-cards.js';
import { loadTemplates } from '../../src/cards/templates.js';
import type { Campaign } from '../../src/domain/campaign.js';
import { cardSettings } from './card-settings.js';

export const cards = createCards({
  fill: loadTemplates(join(process.cwd(), 'adaptive-cards')),
  ...cardSettings,
});

export const demoCampaign: Campaign = {
  id: 'demo',
  title: 'アイデア募集',
  opensAt: Date.parse('2026-09-15T00:00:00+09:00'),
  closesAt: Date.parse('2026-10-28T00:00:00+09:00'),
  visibility: 'after-review-begins',
  isSample: false,
};
