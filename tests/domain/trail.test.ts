import {
  contributorsTrail,
  eventIdOf,
  isOfProposingSide,
  publishedTrail,
} from '../../src/domain/trail.js';
import { trailKinds } from '../../src/domain/trail-kinds.js';
import { contentForm, diceOf } from '../support/domain-forms.js';
import { actsAs, done, inStatus } from '../support/proposal-in-status.js';
import { receivedProposal } from '../support/sample-proposals.js';

const edit = contentForm({ dice: diceOf([0]) });

/** Asked twice, answered once, and noted. */
function talkedOver() {
  const asked = done(receivedProposal(), 'ask-question', { question: 'どの様式ですか。' });
  const answered = done(asked, 'answer-question', { answer: '申請の様式です。' }, actsAs.proposer);
  const again = done(answered, 'ask-question', { question: '枚数は。' });
  const dropped = done(again, 'drop-question', { note: '進めます。' }, actsAs.secretariat);
  return done(dropped, 'add-note', { note: '覚え書き' });
}

const kindsOf = (trail: readonly { readonly kind: string }[]) => trail.map(({ kind }) => kind);

test('everybody reads of a proposal when it came, was edited, examined, published and withdrawn', () => {
  const edited = done(receivedProposal(), 'edit-content', edit, actsAs.proposer);
  expect(kindsOf(publishedTrail(edited.trail))).toEqual(['received', 'content-edited']);
  const withdrawn = done(edited, 'withdraw', {}, actsAs.proposer);
  expect(kindsOf(publishedTrail(withdrawn.trail)).at(-1)).toBe('withdrawn');
  expect(kindsOf(publishedTrail(inStatus('out-of-scope').trail))).toEqual([
    'received',
    'review-begun',
    'published',
  ]);
});

test('who proposed it also reads what was asked, answered and left unanswered, but no note', () => {
  expect(kindsOf(publishedTrail(talkedOver().trail))).toEqual(['received']);
  expect(kindsOf(contributorsTrail(talkedOver().trail))).toEqual([
    'received',
    'question-asked',
    'question-answered',
    'question-asked',
    'question-dropped',
  ]);
});

test('who proposed it reads its publications too, but nothing of how they came about', () => {
  const kinds = kindsOf(contributorsTrail(inStatus('out-of-scope').trail));
  expect(kinds).toEqual(['received', 'review-begun', 'published']);
});

test('what those who propose do is theirs, and what is done about it is not', () => {
  expect(trailKinds.filter(isOfProposingSide)).toEqual([
    'received',
    'content-edited',
    'file-attached',
    'file-removed',
    'withdrawn',
    'co-proposer-invited',
    'co-proposer-answered',
    'presentation-answered',
    'question-answered',
  ]);
});

test('a receipt stands in the trail under the name of who proposed it', () => {
  const { trail, proposer: person } = receivedProposal();
  expect(trail[0]?.by).toEqual({ id: person.personId, name: person.name });
});

test('an event has one id for whoever derives it', () => {
  expect(eventIdOf('p', 7)).toBe('p:7');
});

test('what the product does by itself stands in the trail under its name', () => {
  const published = inStatus('out-of-scope').trail.at(-1);
  expect(published).toMatchObject({ kind: 'published', by: { id: 'system', name: 'Mebuki' } });
});
