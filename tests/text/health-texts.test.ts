import {
  type Finding,
  healthCodes,
  healthStates,
  healthSubjects,
} from '../../src/domain/health/finding.js';
import { findingText, healthTerms } from '../../src/text/health-texts.js';

/** A finding of every code, with every value a code can have. */
const findings = [...Object.keys(healthCodes), 'check-failed'].map(
  (code) =>
    ({
      code,
      fault: { code: 'setting-missing', name: 'APP_ID' },
      said: 'GET /sites: 403 accessDenied',
      kind: 'secret',
      lastDay: '2027-01-22',
      days: 60,
      service: 'graph',
      roles: ['Sites.FullControl.All'],
      address: 'https://example.sharepoint.com/sites/mebuki',
      items: 3,
      count: 2,
      first: 'R8-0002',
      lists: 26,
      columns: 253,
      seconds: -75,
      people: 3,
      office: '消えた部',
      departments: ['総務部', '教育庁'],
      status: 200,
      names: ['APP_ID'],
      starts: 4,
      since: Date.parse('2026-10-01T00:00:00Z'),
      place: '芽吹き 提案',
      forms: 3,
      files: ['x.damaged'],
      subject: 'lists',
    }) as unknown as Finding,
);

test.each(findings.map((finding) => [finding.code, finding] as const))(
  '%s has a whole sentence in both languages',
  (_, finding) => {
    const [ja, en] = [findingText(finding, 'ja'), findingText(finding, 'en')];
    for (const text of [ja, en]) {
      expect(text).not.toMatch(/undefined|NaN|\[object/);
      expect(text.length).toBeGreaterThan(5);
    }
    const isSaidAsItCame = finding.code === 'list-differs';
    expect(ja === en).toBe(isSaidAsItCame);
  },
);

test('every subject and state has a word in both languages', () => {
  for (const locale of ['ja', 'en'] as const) {
    const { subject, state } = healthTerms(locale);
    expect(Object.keys(subject).sort()).toEqual([...healthSubjects].sort());
    expect(Object.keys(state).sort()).toEqual([...healthStates].sort());
  }
});

test('a slow clock is told as slow, a fast one as fast', () => {
  const told = (seconds: number) => findingText({ code: 'clock-differs', seconds }, 'en');
  expect(told(75)).toContain('75 s fast');
  expect(told(-75)).toContain('75 s slow');
});
