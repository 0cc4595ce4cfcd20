import fc from 'fast-check';
import type { Proposal } from '../../src/domain/proposal.js';
import { replay } from '../../src/domain/replay.js';
import type { TrailEntry } from '../../src/domain/trail.js';
import { longestTrail, trailLength, uniteTrail } from '../../src/domain/trail-archive.js';
import { type ChangeOutcome, changeProposal } from '../../src/usecases/change-proposal.js';
import type { Register, RegisterWriter } from '../../src/usecases/ports.js';
import { openProposalArchive } from '../../src/usecases/trail-archive.js';
import { propertyTimeoutMs, runs } from '../support/domain-runs.js';
import { fakeArchive } from '../support/fake-archive.js';
import { fakeList } from '../support/fake-store.js';
import { type Death, dyingAt, mortal } from '../support/release-office.js';
import { did, receivedProposal, sampleNow } from '../support/sample-proposals.js';

async function openOffice(first: Proposal = receivedProposal()) {
  const proposals = fakeList<Proposal>(({ id }) => id);
  const archive = fakeArchive();
  await proposals.store.create(first);
  const stored = () => {
    const [item] = [...proposals.items.values()];
    if (!item) throw new Error('no proposal');
    return item;
  };
  /** A process that has read the list, and may die at one of its writes. */
  function openProcess(death?: Death, isClosed = true) {
    let held = stored();
    const died = dyingAt(death);
    const own = openProposalArchive({
      ...archive.store,
      create: mortal(archive.list.store, died).create,
    });
    const ports = {
      store: { ...mortal(proposals.store, died), highestSequence: async () => 0 },
      register: {
        proposal: () => held,
        ledgerRow: (key: string) =>
          isClosed ? { ...held, value: { ...rowOf(key), state: 'closed' as const } } : undefined,
      } as Partial<Register> as Register,
      writer: {
        tookProposal: (next: typeof held) => {
          held = next;
        },
      } as Partial<RegisterWriter> as RegisterWriter,
      archive: own,
    };
    const note = (text: string): Promise<ChangeOutcome> =>
      changeProposal(ports, first.id, (proposal) => did(proposal, 'add-note', { note: text }));
    return { note, whole: own.whole };
  }
  return { proposals, archive, stored: () => stored().value, openProcess };
}

const rowOf = (key: string) => ({
  key,
  proposalId: '',
  seq: 1,
  by: '',
  epoch: 0,
  until: sampleNow,
  recipients: [],
});

const longNote = (n: number) =>
  `${n}件目の覚え書き。${'検討の経過を詳しく残します。'.repeat(70)}`.slice(0, 1_000);
const notesOf = (trail: readonly TrailEntry[]) =>
  trail.flatMap((entry) => (entry.kind === 'note-added' ? [entry.text] : []));

test('a trail past its mark keeps its latest entries, the oldest lie in the archive, and the whole replays', async () => {
  const office = await openOffice();
  const process = office.openProcess();
  const written = Array.from({ length: 120 }, (_, n) => longNote(n));
  for (const text of written) expect((await process.note(text)).kind).toBe('changed');
  const stored = office.stored();
  expect(trailLength(stored.trail)).toBeLessThanOrEqual(longestTrail);
  expect(stored.trail[0]?.seq).toBeGreaterThan(60);
  for (const { value } of office.archive.list.items.values()) {
    expect(trailLength(value.entries)).toBeLessThanOrEqual(longestTrail);
  }
  const whole = await office.openProcess().whole(stored);
  expect(notesOf(whole.trail)).toEqual(written);
  expect(replay(whole.trail)).toEqual(whole);
});

const death: fc.Arbitrary<Death> = fc.record({
  write: fc.integer({ min: 1, max: 3 }),
  when: fc.constantFrom('before' as const, 'after' as const),
});

test(
  'whatever write a process dies at, the whole trail replays and each note that was told as written is there once',
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.option(death, { nil: undefined, freq: 3 }), { minLength: 45, maxLength: 90 }),
        async (lives) => {
          const office = await openOffice();
          const told: string[] = [];
          const tried = new Set<string>();
          for (const [n, at] of lives.entries()) {
            const text = longNote(n);
            tried.add(text);
            const outcome = await office
              .openProcess(at)
              .note(text)
              .catch(() => undefined);
            if (outcome?.kind === 'changed') told.push(text);
          }
          const whole = await office.openProcess().whole(office.stored());
          const notes = notesOf(whole.trail);
          expect(new Set(notes).size).toBe(notes.length);
          expect(notes.filter((text) => !tried.has(text))).toEqual([]);
          expect(told.filter((text) => !notes.includes(text))).toEqual([]);
          expect(replay(whole.trail)).toEqual(whole);
        },
      ),
      runs('a process dies while a long trail is shortened', 6),
    );
  },
  propertyTimeoutMs,
);

test('two processes that shorten the same trail leave one whole trail', async () => {
  const office = await openOffice();
  const first = office.openProcess();
  let n = 0;
  while (trailLength(office.stored().trail) < longestTrail - 2_000) await first.note(longNote(n++));
  const [one, two] = [office.openProcess(), office.openProcess()];
  await Promise.all([one.note(longNote(1_000)), two.note(longNote(2_000))]);
  const whole = await office.openProcess().whole(office.stored());
  expect(notesOf(whole.trail)).toHaveLength(n + 2);
  expect(replay(whole.trail)).toEqual(whole);
});

test('entries whose notices may still be open stay, until nothing more fits; then the change is refused', async () => {
  const reviewed = did(receivedProposal(), 'begin-review');
  if (!reviewed.ok) throw new Error('refused');
  const office = await openOffice(reviewed.value);
  const process = office.openProcess(undefined, false);
  let outcome: ChangeOutcome | undefined;
  for (let n = 0; outcome?.kind !== 'refused' && n < 100; n += 1) {
    outcome = await process.note(longNote(n));
  }
  expect(outcome).toMatchObject({ kind: 'refused', refusal: { code: 'trail-full' } });
  expect(office.stored().trail[0]?.kind).toBe('review-begun');
  expect((await office.openProcess().note('お知らせが届いた後の覚え書き')).kind).toBe('changed');
  expect(trailLength(office.stored().trail)).toBeLessThan(longestTrail);
});

test('a gap and a difference are refused, an overlap is not', () => {
  const [first, ...others] = receivedProposal().trail;
  if (!first || others.length > 0) throw new Error('one entry');
  const second = { ...first, seq: 2 };
  expect(uniteTrail([[first, second], [second]])).toEqual([first, second]);
  expect(() => uniteTrail([[second]])).toThrow('entry 1 is missing');
  expect(() => uniteTrail([[first], [{ ...first, occurredAt: 1 }]])).toThrow(
    'entry 1 is there twice',
  );
});

test('what cannot be read whole now is a failure, never a shorter trail', async () => {
  const office = await openOffice();
  const process = office.openProcess();
  for (let n = 0; n < 60; n += 1) await process.note(longNote(n));
  const [item] = [...office.archive.list.items.keys()];
  office.archive.list.items.delete(item ?? '');
  await expect(office.openProcess().whole(office.stored())).rejects.toThrow('cannot be read whole');
});
