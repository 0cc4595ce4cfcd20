import {
  attachFile,
  refuseToAttach,
  removeFile,
} from '../../../src/domain/attachments/attach-file.js';
import {
  attachmentName,
  type KeptFile,
  kindOfEnding,
  numberInName,
  storedName,
} from '../../../src/domain/attachments/attachment.js';
import {
  mayKnowOfAttachment,
  refuseToRead,
} from '../../../src/domain/attachments/read-attachment.js';
import { locales } from '../../../src/domain/conversation.js';
import { partsNotInTrail } from '../../../src/domain/health/proposal-faults.js';
import type { Proposal } from '../../../src/domain/proposal.js';
import type { Refusal } from '../../../src/domain/refusal.js';
import type { Result } from '../../../src/domain/result.js';
import { attachmentRefusalTexts } from '../../../src/text/attachment-refusal-texts.js';
import { formatBytes } from '../../../src/text/format.js';
import { refusalText } from '../../../src/text/refusal-texts.js';
import { receivedOnBehalf } from '../../support/handed-in.js';
import {
  actsAs,
  delegationForm,
  done,
  inStatus,
  ofTwo,
  published,
} from '../../support/proposal-in-status.js';
import { allowedValue, receivedProposal } from '../../support/sample-proposals.js';

const { proposer, secretariat, owner, head, administrator } = actsAs;
const file: KeptFile = { kind: 'pdf', size: 2_000, digest: 'ab'.repeat(32), key: 'k1' };
const other: KeptFile = { kind: 'docx', size: 3_000, digest: 'cd'.repeat(32), key: 'k2' };
const agreed = { consent: true, replace: false };
const replacing = { consent: true, replace: true };

const attached = (proposal: Proposal = receivedProposal()) =>
  allowedValue(attachFile(proposal, file, agreed, proposer));
const codeOf = (result: Result<Proposal>): string => (result.ok ? 'allowed' : result.refusal.code);

test('a proposer attaches one file, replaces it and takes it back; the trail says so', () => {
  const one = attached();
  expect(one.attachment).toEqual({ ...file, at: proposer.at });
  const two = allowedValue(attachFile(one, other, replacing, proposer));
  expect(two.attachment).toEqual({ ...other, at: proposer.at });
  const none = allowedValue(removeFile(two, proposer));
  expect(none).not.toHaveProperty('attachment');
  expect(none.trail.map(({ kind }) => kind)).toStrictEqual([
    'received',
    'file-attached',
    'file-attached',
    'file-removed',
  ]);
  expect([one, two, none].map(partsNotInTrail)).toStrictEqual([[], [], []]);
});

test('a second file is not taken unless it is to replace the first', () => {
  expect(codeOf(attachFile(attached(), other, agreed, proposer))).toBe('one-attachment-only');
  expect(refusalText({ code: 'one-attachment-only' }, 'ja')).toMatch(
    /^添付は1つにまとめてください。/,
  );
});

test('the same file again changes nothing, so that a repeated request is harmless', () => {
  const one = attached();
  expect(allowedValue(attachFile(one, { ...file, key: 'k3' }, agreed, proposer))).toBe(one);
});

test('without the confirmation nothing is attached', () => {
  const wish = { ...agreed, consent: false };
  expect(codeOf(attachFile(receivedProposal(), file, wish, proposer))).toBe(
    'attachment-consent-missing',
  );
});

test.each([
  [
    'a question before the review leaves the file open to change',
    inStatus('clarifying'),
    undefined,
  ],
  ['nothing is attached once the review has begun', inStatus('reviewing'), 'review-has-begun'],
  ['nor to what was withdrawn', inStatus('withdrawn'), 'review-has-begun'],
  [
    'nor while a question of the review is open',
    done(inStatus('reviewing'), 'ask-question', { question: 'か。' }),
    'review-has-begun',
  ],
])('%s', (_said, proposal, code) => {
  expect(refuseToAttach(proposal, agreed, proposer)?.code).toBe(code);
});

test('a file stays where it is once the review has begun', () => {
  const reviewing = done(attached(), 'begin-review');
  expect(codeOf(removeFile(reviewing, proposer))).toBe('review-has-begun');
  expect(reviewing.attachment).toMatchObject(file);
});

test('only what is there can be taken back', () => {
  expect(codeOf(removeFile(receivedProposal(), proposer))).toBe('no-attachment');
});

test('nobody else attaches or takes back, not even who proposes together', () => {
  for (const act of [actsAs['co-proposer'], secretariat, owner, head, administrator]) {
    expect(codeOf(attachFile(ofTwo(), file, agreed, act))).toBe('not-permitted');
    expect(codeOf(removeFile(attached(ofTwo()), act))).toBe('not-permitted');
  }
});

test('for a proposer outside Teams the secretariat attaches what came on paper', () => {
  const outside = receivedOnBehalf();
  expect(codeOf(attachFile(outside, file, agreed, secretariat))).toBe('allowed');
});

test('who examines a proposal may read its file, and who proposed it; nobody else', () => {
  const proposal = attached(ofTwo());
  const reviewing = done(proposal, 'begin-review');
  const asked = done(reviewing, 'request-opinion', {
    requestDepartment: 'soumu',
    requestText: '可能ですか。',
  });
  const staff = { by: { id: 'nobody', name: '若芽 さくら' }, at: proposer.at, roles: [] };
  const readers = [proposer, actsAs['co-proposer'], secretariat, head, owner, administrator, staff];
  const may = (of: Proposal) => readers.map((act) => mayKnowOfAttachment(of, act));
  expect(may(reviewing)).toStrictEqual([true, true, true, false, false, false, false]);
  expect(may(asked)).toStrictEqual([true, true, true, true, true, false, false]);
  expect(may(published(done(reviewing, 'decide-track', delegationForm)))).toStrictEqual([
    true,
    true,
    true,
    true,
    true,
    false,
    false,
  ]);
  expect(refuseToRead(asked, staff)).toStrictEqual({ code: 'not-found' });
  expect(refuseToRead(asked, head)).toBeUndefined();
  expect(refuseToRead(receivedProposal(), proposer)).toStrictEqual({ code: 'no-attachment' });
});

test('who proposed what it is merged with does not read it through a role', () => {
  const reviewing = done(attached(), 'begin-review');
  const own = { ...secretariat, isOwnIdea: () => true };
  expect(refuseToRead(reviewing, own)).toStrictEqual({ code: 'not-found' });
});

test('who reads a copy with words blacked out gets no file, and is told why', () => {
  const reviewing = done(attached(), 'begin-review');
  const asked = {
    ...reviewing,
    opinions: [
      {
        id: '1',
        departmentId: 'soumu',
        text: 'か。',
        dueOn: '2026-11-02' as const,
        askedAt: proposer.at,
        blackedOut: ['土木建築部'],
      },
    ],
  };
  expect(refuseToRead(asked, head)).toStrictEqual({ code: 'attachment-withheld' });
  expect(refuseToRead(asked, secretariat)).toBeUndefined();
});

test('names are made by the product; nothing of the name that was handed in is in them', () => {
  expect(attachmentName('R8-0001', file)).toBe('R8-0001.pdf');
  expect(storedName('R8-0001', file)).toBe('R8-0001-k1.pdf');
  expect(numberInName(storedName('R8-0001', file))).toBe('R8-0001');
  expect(['x.pdf', 'R8-0001.pdf', 'R8-0001-a b.pdf'].map(numberInName)).toStrictEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test.each([
  ['pdf', 'pdf'],
  ['JPEG', 'jpg'],
  ['Docx', 'docx'],
  ['docm', undefined],
  ['exe', undefined],
  ['../../x', undefined],
  ['pdf\r\n', undefined],
  ['', undefined],
  ['constructor', undefined],
])('the ending %j stands for %s', (ending, kind) => {
  expect(kindOfEnding(ending)).toBe(kind);
});

test('every refusal about a file is said in both languages, and says whether anything was kept', () => {
  const codes = Object.keys(
    attachmentRefusalTexts.ja,
  ) as (keyof typeof attachmentRefusalTexts.ja)[];
  expect(codes).toHaveLength(14);
  for (const code of codes) {
    const refusal = { code, limit: 10_485_760, found: 'png' } as Refusal;
    const [ja = '', en = ''] = locales.map((locale) => refusalText(refusal, locale));
    expect(ja).toMatch(/[\u3040-\u30ff\u4e00-\u9fff].*。$/);
    expect(en).toMatch(/^[^\u3040-\u30ff\u4e00-\u9fff]+[.]$/);
  }
});

test('sizes are written as people read them, never smaller than they are', () => {
  expect([1, 1024, 1_048_576, 10_485_760].map((bytes) => formatBytes(bytes, 'ja'))).toStrictEqual([
    '1 KB',
    '1 KB',
    '1 MB',
    '10 MB',
  ]);
  expect(formatBytes(1_100_000, 'en')).toBe('1.1 MB');
});
