import { type StartCondition, startConditions } from '../../src/domain/decision.js';
import { strongConcernPercent, suggestTrack } from '../../src/domain/selection-policy.js';
import { costLevels, type TriageMarks } from '../../src/domain/triage-marks.js';

const marks: TriageMarks = {
  humanCost: 'small',
  physicalCost: 'small',
  rollout: 'possible',
  startConditions: [],
};
const hard: Partial<TriageMarks> = { rollout: 'hard', rolloutReason: '部局に固有のため。' };
const rules: readonly StartCondition[] = ['rule-making'];

/** The suggested track, or what is unknown. */
function suggested(changes: Partial<TriageMarks>, share = strongConcernPercent) {
  const said = suggestTrack({ marks: { ...marks, ...changes } }, share);
  return 'track' in said ? said.track : said.unknown;
}

/** What is suggested where the start conditions are not noted. */
function withoutConditions(changes: Partial<TriageMarks>, share = strongConcernPercent) {
  const { startConditions: _, ...rest } = { ...marks, ...changes };
  const said = suggestTrack({ marks: rest }, share);
  return 'track' in said ? said.track : said.unknown;
}

test('what is hard to roll out goes to its department, whatever else is known of it', () => {
  for (const share of [0, 50]) {
    expect(suggested(hard, share)).toBe('delegated');
    expect(suggested({ ...hard, humanCost: 'unknown', startConditions: rules }, share)).toBe(
      'delegated',
    );
    expect(withoutConditions({ ...hard, physicalCost: 'unknown' }, share)).toBe('delegated');
  }
});

test('of a theme of strong concern, what costs little in both ways is realised this year', () => {
  expect(suggested({})).toBe('realise-this-fy');
  for (const level of ['medium', 'large'] as const) {
    expect(suggested({ humanCost: level })).toBe('later');
    expect(suggested({ physicalCost: level })).toBe('later');
  }
});

test('of a theme of strong concern, what needs something first is started this year', () => {
  for (const condition of startConditions) {
    expect(suggested({ startConditions: [condition] })).toBe('start-this-fy');
  }
  for (const level of costLevels) {
    expect(suggested({ humanCost: level, startConditions: rules })).toBe('start-this-fy');
  }
});

test('what is of no theme of strong concern comes later, however little it costs', () => {
  for (const share of [0, strongConcernPercent - 0.1]) {
    expect(suggested({}, share)).toBe('later');
    expect(suggested({ startConditions: rules }, share)).toBe('later');
    expect(suggested({ humanCost: 'unknown', physicalCost: 'unknown' }, share)).toBe('later');
    expect(withoutConditions({}, share)).toBe('later');
  }
});

test('nothing is suggested where an unknown cost could make it another track', () => {
  const both = { humanCost: 'unknown', physicalCost: 'unknown' } as const;
  expect(suggested(both, 40)).toEqual(['humanCost', 'physicalCost']);
  expect(suggested({ humanCost: 'unknown' })).toEqual(['humanCost']);
  expect(suggested({ physicalCost: 'unknown' })).toEqual(['physicalCost']);
  expect(suggested({ humanCost: 'unknown', physicalCost: 'large' })).toBe('later');
});

test('nothing is suggested for a theme of strong concern before it is noted what must come first', () => {
  expect(withoutConditions({})).toEqual(['startConditions']);
  expect(withoutConditions({ humanCost: 'large' })).toEqual(['startConditions']);
  expect(withoutConditions({ humanCost: 'unknown' })).toEqual(['startConditions', 'humanCost']);
});

test('before anything is noted, what is asked is what makes a difference', () => {
  expect(suggestTrack({})).toEqual({
    unknown: ['rollout'],
    inputs: { humanCost: 'unknown', physicalCost: 'unknown', groupShare: 0 },
  });
  expect(suggestTrack({}, 40)).toMatchObject({
    unknown: ['rollout', 'startConditions', 'humanCost', 'physicalCost'],
  });
});

test('a suggestion says what it looked at', () => {
  expect(suggestTrack({ marks: { ...marks, startConditions: rules } }, 7.5)).toEqual({
    track: 'start-this-fy',
    inputs: {
      humanCost: 'small',
      physicalCost: 'small',
      rollout: 'possible',
      startConditions: rules,
      groupShare: 7.5,
    },
  });
  expect(suggestTrack({ marks: { ...marks, ...hard } }, 3.5).inputs).toMatchObject({
    rollout: 'hard',
    groupShare: 3.5,
  });
});
