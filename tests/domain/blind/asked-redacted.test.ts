import type { ActForm } from '../../../src/domain/commands/command.js';
import { isOpenRequest, isUnderReview } from '../../../src/domain/opinion.js';
import type { Proposal } from '../../../src/domain/proposal.js';
import type { Result } from '../../../src/domain/result.js';
import { actsAs, inStatus, lifeContext } from '../../support/proposal-in-status.js';
import { after, allowedValue, did, sampleNow } from '../../support/sample-proposals.js';

const reason = '理由は十文字以上で書くことになっています。';
const form = { requestDepartment: 'soumu', requestText: '可能ですか。' };

/** Under review, with the name of who proposed it in the text as often as said. */
function naming(title: string, currentProblem = '困っています。'): Proposal {
  const proposal = inStatus('reviewing');
  return {
    ...proposal,
    proposer: { ...proposal.proposer, name: '若葉 みのり' },
    content: { ...proposal.content, title, currentProblem, proposedContent: '改める。' },
  };
}

const ask = (proposal: Proposal, more: ActForm = {}): Result<Proposal> =>
  did(proposal, 'request-opinion', { ...form, ...more }, actsAs.secretariat, lifeContext);
const refusalOf = (result: Result<Proposal>) => (result.ok ? undefined : result.refusal);
const blackedOut = (result: Result<Proposal>) => allowedValue(result).opinions[0]?.blackedOut;

describe('a text that names who proposed it', () => {
  const proposal = naming('若葉の窓口', 'みのりさんと若葉が回ります。');

  test('is handed to no office before the secretariat says how', () => {
    const refusal = { code: 'names-proposer', parts: ['title', 'currentProblem'] };
    expect(refusalOf(ask(proposal))).toStrictEqual(refusal);
    expect(refusalOf(ask(proposal, { redaction: ' ' }))).toStrictEqual(refusal);
    expect(refusalOf(ask(proposal, { redaction: 'somehow' }))).toEqual({
      code: 'invalid-fields',
      fields: [{ field: 'redaction', rule: 'not-a-choice' }],
    });
  });

  test('is handed out with those words blacked out, each once, or as it is written', () => {
    expect(blackedOut(ask(proposal, { redaction: 'redacted' }))).toStrictEqual(['若葉', 'みのり']);
    expect(blackedOut(ask(proposal, { redaction: ' as-written ' }))).toBeUndefined();
  });
});

test('a text that names nobody is handed out without a word about it', () => {
  const asked = allowedValue(ask(naming('窓口の見直し')));
  expect(asked.opinions).toHaveLength(1);
  expect(asked.opinions[0]).not.toHaveProperty('blackedOut');
});

test('an office that sent a request back may be asked again, one that still has it may not', () => {
  const asked = allowedValue(ask(naming('窓口の見直し')));
  expect(refusalOf(ask(asked))).toEqual({ code: 'request-open' });
  const [request] = asked.opinions;
  const back = after(
    asked,
    'return-request',
    { requestId: request?.id ?? '', reason },
    actsAs.owner,
  );
  expect(back.opinions.map(isOpenRequest)).toEqual([false]);
  expect(allowedValue(ask(back)).opinions.map(isOpenRequest)).toEqual([false, true]);
});

test.each([
  ['reviewing', undefined, true],
  ['clarifying', 'reviewing', true],
  ['clarifying', 'received', false],
  ['clarifying', undefined, false],
  ['withdrawn', 'reviewing', false],
  ['received', undefined, false],
  ['decided', undefined, false],
] as const)(
  '%s with a question asked when %s: opinions are of use: %s',
  (status, resume, isOfUse) => {
    const question = resume && { resume, askedAt: sampleNow };
    expect(isUnderReview({ status, ...(question && { question }) })).toBe(isOfUse);
  },
);
