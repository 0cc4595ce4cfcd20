import type { OutgoingCard } from '../../src/cards/card.js';
import type { Cards } from '../../src/cards/create-cards.js';
import type { Locale } from '../../src/domain/conversation.js';
import type { Masters } from '../../src/domain/masters.js';
import { usualChoices } from '../../src/domain/preference.js';
import { type Status, statuses } from '../../src/domain/status.js';
import { terms } from '../../src/text/terms.js';
import { demoCampaign } from './sample-cards.js';

const at = Date.parse('2026-11-24T13:00:00+09:00');
const counts: Readonly<Record<Status, number>> = {
  received: 12,
  clarifying: 3,
  reviewing: 210,
  decided: 96,
  started: 41,
  'partially-realised': 8,
  realised: 125,
  difficult: 77,
  'out-of-scope': 19,
  withdrawn: 3,
};

function rowsOf(locale: Locale, title: string) {
  return statuses.slice(0, 6).map((status, place) => {
    const statusName = terms[locale].status[status];
    const number = `R8-00${place + 10}`;
    const press = { command: 'status', number };
    return { title, line: `${number}　${statusName}`, status, statusName, press };
  });
}

/** The answers to commands: searches, figures, help by role. */
export function commandCards(
  cards: Cards,
  locale: Locale,
  masters: Masters,
): readonly [string, OutgoingCard][] {
  const rows = rowsOf(locale, '会議室の空きを一覧で見る');
  const rowsCounted = statuses
    .filter((status) => status !== 'withdrawn')
    .map((status) => ({ status, count: counts[status] }));
  const figures = {
    balance: {
      rows: rowsCounted,
      merged: 57,
      received: 648,
      withdrawn: 3,
      realised: { all: 133, inPart: 8 },
    },
    supporters: 412,
  };
  const common = { locale, measures: { measures: 131, rules: 24 }, at };
  const campaign = { ...demoCampaign, isSample: true };
  const held = [
    { role: 'secretariat', departmentId: 'touris-1' },
    { role: 'owner', departmentId: 'touris-1' },
    { role: 'head', departmentId: 'touris-2' },
  ] as const;
  return [
    ['settings', cards.settings({ locale, choices: usualChoices })],
    ['settings-kept', cards.settings({ locale, choices: usualChoices, came: 'kept' })],
    ['search', cards.found({ locale, words: '', found: 0, isComplete: true, rows: [] })],
    ['found', cards.found({ locale, words: '会議室', found: 14, isComplete: true, rows, next: 6 })],
    [
      'found-nothing',
      cards.found({ locale, words: '火星の会議室', found: 0, isComplete: true, rows: [] }),
    ],
    [
      'found-longest',
      cards.found({
        locale,
        words: '探'.repeat(200),
        found: 14,
        isComplete: false,
        rows: rowsOf(locale, '題'.repeat(60)),
        next: 6,
      }),
    ],
    ['figures', cards.figures({ ...common, campaign, figures, others: [demoCampaign] })],
    ['help', cards.help({ locale, masters, held: [], mayPropose: true })],
    ['help-roles', cards.help({ locale, masters, held, mayPropose: false })],
  ];
}
