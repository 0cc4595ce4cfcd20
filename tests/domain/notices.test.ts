import type { Audience, AudiencePerson } from '../../src/domain/audience.js';
import { chunkSize, type FrozenChunk } from '../../src/domain/frozen-audience.js';
import {
  asksForAnswer,
  frozenPartOf,
  noticeKeysOf,
  noticesOf,
  receiptNotice,
  recipientIdsOf,
  toldBy,
} from '../../src/domain/notice.js';
import type { TrailEntry } from '../../src/domain/trail.js';
import { after, receivedProposal, sampleNow } from '../support/sample-proposals.js';

const person = (n: number): AudiencePerson => ({ personId: `p${n}`, as: 'supporter' });
const peopleFrom = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => person(from + index));
const desk = { channelId: 'desk', as: 'secretariat' } as const;
const audience: Audience = { people: [person(1), person(2)], channels: [desk], asOf: sampleNow };

const told = (changes: Partial<Audience> = {}): TrailEntry => ({
  kind: 'question-answered',
  text: '申請の様式です。',
  audience: { ...audience, ...changes },
  seq: 7,
  occurredAt: sampleNow,
  recordedAt: sampleNow + 1000,
  by: { id: 'x', name: '若葉 みのり' },
});
const frozenPart = { scheduleSeq: 6, chunks: 2, people: 4 };
const frozen = (chunk: number, people: readonly AudiencePerson[]): FrozenChunk => ({
  proposalId: 'p',
  scheduleSeq: 6,
  chunk,
  people,
});

function publishedEntry(notify: boolean): TrailEntry {
  const { published, trail } = receivedProposal();
  const { seq: _, at: __, ...state } = published;
  const [first] = trail;
  if (!first) throw new Error('no trail');
  const { seq, occurredAt, recordedAt, by } = first;
  return { kind: 'published', state, audience, notify, seq, occurredAt, recordedAt, by };
}

test('an event tells its people in one notice and each channel in one of its own', () => {
  const shared = { proposalId: 'p', seq: 7, recordedAt: sampleNow + 1000 };
  expect(noticesOf('p', told())).toEqual([
    {
      ...shared,
      key: 'p:7|people|0',
      place: { kind: 'people', chunk: 0, people: [person(1), person(2)] },
    },
    { ...shared, key: 'p:7|channel|desk', place: { kind: 'channel', channel: desk } },
  ]);
});

test('an event that nobody is told of has no notices and no keys', () => {
  const noted = after(receivedProposal(), 'add-note', { note: '覚え書き' }).trail.at(-1);
  if (!noted) throw new Error('no entry');
  expect(toldBy(noted)).toBeUndefined();
  expect(frozenPartOf(noted)).toBeUndefined();
  expect(noticesOf('p', noted)).toEqual([]);
  expect(noticeKeysOf('p', noted)).toEqual([]);
});

test('a publication that was taken over from elsewhere tells nobody', () => {
  expect(toldBy(publishedEntry(false))).toBeUndefined();
  expect(toldBy(publishedEntry(true))).toEqual(audience);
});

test('people are told in notices of at most 500, in their order and each once', () => {
  const notices = noticesOf('p', told({ people: peopleFrom(0, 2 * chunkSize + 1), channels: [] }));
  expect(notices.map(({ key }) => key)).toEqual(['p:7|people|0', 'p:7|people|1', 'p:7|people|2']);
  const ids = notices.map(recipientIdsOf);
  expect(ids.map(({ length }) => length)).toEqual([chunkSize, chunkSize, 1]);
  expect(ids.flat()).toEqual(peopleFrom(0, 1001).map(({ personId }) => personId));
});

test('frozen people follow those the entry names, nobody of them twice', () => {
  const chunks = [frozen(0, peopleFrom(2, 5)), frozen(1, peopleFrom(4, 7))];
  const notices = noticesOf('p', told({ channels: [], frozen: frozenPart }), chunks);
  expect(notices.map(recipientIdsOf)).toEqual([
    ['p1', 'p2'],
    ['p3', 'p4'],
    ['p5', 'p6'],
  ]);
  expect(notices.map(({ place }) => place.kind === 'people' && place.chunk)).toEqual([0, 1, 2]);
});

test('the keys of all notices are known without the frozen people', () => {
  const entry = told({ frozen: frozenPart });
  expect(frozenPartOf(entry)).toEqual(frozenPart);
  expect(noticeKeysOf('p', entry)).toEqual([
    'p:7|people|0',
    'p:7|people|1',
    'p:7|people|2',
    'p:7|channel|desk',
  ]);
  expect(noticeKeysOf('p', told())).toEqual(['p:7|people|0', 'p:7|channel|desk']);
});

test('a channel is one recipient, by its id', () => {
  expect(noticesOf('p', told()).map(recipientIdsOf)).toEqual([['p1', 'p2'], ['desk']]);
});

test('the receipt by message is the notice that its event would be, so that there is one of it', () => {
  const notice = receiptNotice('p', 'wakaba');
  expect(notice).toEqual({
    key: 'p:1|people|0',
    proposalId: 'p',
    seq: 1,
    place: { kind: 'people', chunk: 0, people: [{ personId: 'wakaba', as: 'proposer' }] },
    atAnyHour: true,
  });
});

test.each([
  [undefined, [undefined, undefined]],
  [{ setId: 's', title: '第1弾' }, [undefined, undefined]],
  [{ setId: 's', title: '第1弾', despiteQuietTime: true as const }, [true, true]],
])('of a publication in %j people and channels are told at any hour: %j', (release, expected) => {
  const entry = { ...publishedEntry(true), ...(release && { release }) };
  expect(noticesOf('p', entry).map(({ atAnyHour }) => atAnyHour)).toStrictEqual(expected);
});

test('a question asks for an answer, and a publication does not', () => {
  expect(asksForAnswer(publishedEntry(true))).toBe(false);
  const asked = after(after(receivedProposal(), 'begin-review'), 'ask-question', {
    question: '対象となる様式の数を教えてください。',
  });
  expect(asked.trail.map(asksForAnswer)).toEqual([false, false, true]);
});
