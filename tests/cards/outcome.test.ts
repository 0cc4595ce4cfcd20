import { isDecisionInForce } from '../../src/domain/published-view.js';
import { largeMasters as masters, outcomeViews } from '../support/card-gallery.js';
import { cards } from '../support/sample-cards.js';

const reason = '法令により対面での手続が必要なためです。';
const views = outcomeViews(reason);
const drawn = (name: string): string => {
  const view = views[name];
  if (!view) throw new Error(`no view ${name}`);
  const own = cards.status({ locale: 'ja', masters, view, as: 'proposer' });
  const channel = cards.publishedChannel({ locale: 'ja', masters, view, as: 'staff' });
  return JSON.stringify([own.card, channel.card]);
};

test.each([
  ['difficult', ['再検討する年度', '令和10年度', reason]],
  ['out-of-scope', ['対象外の理由区分', '通常の手続で解決できる', reason]],
  ['realised', ['実現日', '1月15日', '着手日', '（一部）', reason]],
  ['replied', ['回答の区分', '着手する', '3月31日', reason]],
  ['returned', ['所管違いによる返送の理由', reason]],
  ['merged', ['統合先', 'R8-0012（検討中）']],
])('a card of what is %s says why and what comes', (name, words) => {
  for (const word of words) expect(drawn(name).split(word).length).toBeGreaterThan(2);
});

test.each(['difficult', 'out-of-scope'])(
  'the decision from before does not stand as the present state of what is %s',
  (name) => {
    expect(views[name]?.decision?.track).toBe('start-this-fy');
    expect(drawn(name)).not.toMatch(/今年度着手|総点検に着手/);
  },
);

test('a decision is in force only while it says how a proposal is handled', () => {
  expect(isDecisionInForce('started')).toBe(true);
  expect(isDecisionInForce('reviewing')).toBe(false);
});
