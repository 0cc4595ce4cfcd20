import type { Act } from '../../../src/domain/act.js';
import type { IssueGroup } from '../../../src/domain/issue-groups/issue-group.js';
import {
  type IssueGroupActName,
  type IssueGroupForm,
  issueGroupActNames,
  issueGroupActs,
} from '../../../src/domain/issue-groups/issue-group-acts.js';
import type { IssueGroupEntry } from '../../../src/domain/issue-groups/issue-group-events.js';
import { makeIssueGroup, shownLabel } from '../../../src/domain/issue-groups/make-issue-group.js';
import { replayIssueGroup } from '../../../src/domain/issue-groups/replay-issue-group.js';
import type { Result } from '../../../src/domain/result.js';
import type { GroupLabel } from '../../../src/domain/similarity/label-group.js';
import { allowedValue, sampleNow, secretaryAct } from '../../support/sample-proposals.js';

const id = '30000000-0000-4000-8000-000000000001';
const reason = '別の課題群と同じ内容のため、まとめます。';
const generated: GroupLabel = {
  label: '会議・議事録',
  words: [
    { word: '会議', texts: 3 },
    { word: '議事録', texts: 2 },
  ],
};
const noWords: GroupLabel = { label: '', words: [] };
const clerkAct: Act = { by: { id: 'clerk', name: '職員' }, at: sampleNow, roles: [] };
const headAct: Act = { ...clerkAct, roles: [{ role: 'head', departmentId: 'soumu' }] };

const made = (form: IssueGroupForm = {}, label = generated): IssueGroup =>
  allowedValue(makeIssueGroup(id, form, label, secretaryAct));

function did(
  group: IssueGroup,
  name: IssueGroupActName,
  form: IssueGroupForm = {},
  act = secretaryAct,
): Result<IssueGroup> {
  return issueGroupActs[name](group, form, act);
}

const changed = (...what: Parameters<typeof did>): IssueGroup => allowedValue(did(...what));

function refusalOf(result: Result<unknown>): object {
  return result.ok ? { code: 'allowed' } : result.refusal;
}

describe('making a group', () => {
  test('without a label, it is named by the words of its proposals', () => {
    expect(made()).toMatchObject({
      id,
      createdAt: sampleNow,
      label: '会議・議事録',
      labelState: 'generated',
      trail: [{ seq: 1, kind: 'created', words: ['会議', '議事録'] }],
    });
  });

  test('with a label, it has the one that was given', () => {
    expect(made({ issueGroupLabel: ' 会議の持ち方 ' })).toMatchObject({
      label: '会議の持ち方',
      labelState: 'named',
    });
  });

  test('without a label and without shared words, a label is asked for', () => {
    expect(refusalOf(makeIssueGroup(id, {}, noWords, secretaryAct))).toMatchObject({
      code: 'invalid-fields',
      fields: [{ field: 'issueGroupLabel', rule: 'required' }],
    });
  });

  test('a label that is too long or of two lines is refused', () => {
    const rules = ['長'.repeat(61), '一行目\n二行目'].map((issueGroupLabel) =>
      refusalOf(makeIssueGroup(id, { issueGroupLabel }, generated, secretaryAct)),
    );
    expect(rules).toMatchObject([
      { fields: [{ rule: 'too-long', limit: 60 }] },
      { fields: [{ rule: 'line-break' }] },
    ]);
  });

  test('generated words that do not fit are left out, whole', () => {
    const words = ['あ'.repeat(30), 'い'.repeat(29), 'う'].map((word) => ({ word, texts: 2 }));
    expect(shownLabel({ label: 'any', words })).toEqual({
      label: `${'あ'.repeat(30)}・${'い'.repeat(29)}`,
      words: ['あ'.repeat(30), 'い'.repeat(29)],
    });
  });

  test.each([clerkAct, headAct])('is for the secretariat alone', (act) => {
    expect(refusalOf(makeIssueGroup(id, {}, generated, act))).toEqual({ code: 'not-permitted' });
  });
});

describe('a group that is there', () => {
  test('has its generated label confirmed once, with nothing else changed', () => {
    const confirmed = changed(made(), 'confirm-label');
    expect(confirmed).toMatchObject({ label: '会議・議事録', labelState: 'confirmed' });
    expect(refusalOf(did(confirmed, 'confirm-label'))).toEqual({ code: 'nothing-to-confirm' });
    expect(refusalOf(did(made({ issueGroupLabel: '会議' }), 'confirm-label'))).toEqual({
      code: 'nothing-to-confirm',
    });
  });

  test('is renamed by a person, before and after its label was confirmed', () => {
    const renamed = changed(made(), 'rename', { issueGroupLabel: '会議の持ち方' });
    expect(renamed).toMatchObject({ label: '会議の持ち方', labelState: 'named' });
    const again = changed(changed(made(), 'confirm-label'), 'rename', { issueGroupLabel: '会議' });
    expect(again.trail.map(({ kind }) => kind)).toEqual(['created', 'label-confirmed', 'renamed']);
    expect(refusalOf(did(made(), 'rename'))).toMatchObject({
      fields: [{ field: 'issueGroupLabel', rule: 'required' }],
    });
  });

  test('is dissolved with a reason, and then nothing more is done with it', () => {
    expect(refusalOf(did(made(), 'dissolve'))).toMatchObject({
      fields: [{ field: 'reason', rule: 'required' }],
    });
    const dissolved = changed(made(), 'dissolve', { reason });
    expect(dissolved.dissolved).toEqual({ reason });
    for (const name of issueGroupActNames) {
      expect(refusalOf(did(dissolved, name, { reason, issueGroupLabel: '会議' }))).toEqual({
        code: 'issue-group-dissolved',
      });
    }
  });

  test.each(issueGroupActNames)(
    'is left alone by whoever is not of the secretariat: %s',
    (name) => {
      for (const act of [clerkAct, headAct]) {
        expect(refusalOf(did(made(), name, { reason, issueGroupLabel: '会議' }, act))).toEqual({
          code: 'not-permitted',
        });
      }
    },
  );

  test('refuses an act for which its trail has no room', () => {
    let result = did(made(), 'rename', { issueGroupLabel: '名'.repeat(60) });
    while (result.ok) result = did(result.value, 'rename', { issueGroupLabel: '名'.repeat(60) });
    expect(result.refusal).toEqual({ code: 'trail-full' });
  });
});

describe('the trail of a group', () => {
  const whole = changed(
    changed(changed(made(), 'confirm-label'), 'rename', { issueGroupLabel: '会議の持ち方' }),
    'dissolve',
    { reason },
  );

  test('replayed from nothing gives the group, at every length', () => {
    expect(replayIssueGroup(whole.trail)).toEqual(whole);
    expect(replayIssueGroup(whole.trail.slice(0, 2))).toMatchObject({ labelState: 'confirmed' });
    expect(made({ issueGroupLabel: '会議' })).toEqual(
      replayIssueGroup(made({ issueGroupLabel: '会議' }).trail),
    );
  });

  const [first, ...later] = whole.trail;
  const broken: readonly (readonly IssueGroupEntry[])[] = [
    [],
    later,
    whole.trail.filter(({ seq }) => seq !== 2),
    first ? [first, { ...first, seq: 2 }] : [],
    first ? [{ ...first, seq: 2 }] : [],
  ];
  test.each(broken.map((trail) => [trail]))('that is broken is not replayed', (trail) => {
    expect(() => replayIssueGroup(trail)).toThrow();
  });
});
