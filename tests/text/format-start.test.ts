import type { StartDate } from '../../src/domain/measures/start-date.js';
import { formatStart } from '../../src/text/format-start.js';

test.each<[StartDate, string, string]>([
  [{ precision: 'day', day: '2023-11-24' }, 'R5.11.24', '24 Nov 2023'],
  [{ precision: 'month', month: '2023-11' }, 'R5.11～', 'from Nov 2023'],
  [{ precision: 'months', from: '2024-02', to: '2024-03' }, 'R6.2～3', 'Feb 2024 – Mar 2024'],
  [{ precision: 'months', from: '2023-12', to: '2024-01' }, 'R5.12～R6.1', 'Dec 2023 – Jan 2024'],
  [{ precision: 'as-appropriate' }, '適宜実施', 'as appropriate'],
])('a start is written as exactly as it is known', (start, ja, en) => {
  expect(formatStart(start, 'ja')).toBe(ja);
  expect(formatStart(start, 'en')).toBe(en);
});
