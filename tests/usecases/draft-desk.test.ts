import { randomUUID } from 'node:crypto';
import type { OwnDrafts } from '../../src/domain/drafts/draft.js';
import { createRegister } from '../../src/register/register.js';
import { openDraftDesk } from '../../src/usecases/draft-desk.js';
import { fakeList } from '../support/fake-store.js';
import { receivedProposal } from '../support/sample-proposals.js';

const dayMs = 24 * 60 * 60 * 1000;
const personId = receivedProposal().proposer.personId;
const versionOf = (revision: string) => Number(/,(\d+)/.exec(revision)?.[1] ?? 0);
const written = (title: string, seen = 0, id: string = randomUUID()) => ({
  id,
  campaignId: 'demo',
  form: { title },
  seen,
});

/** Processes over one list; none hears of what another writes. */
function openProcesses() {
  const list = fakeList<OwnDrafts>((own) => own.personId);
  const clock = { at: 0, now: () => clock.at };
  let endPause = (): void => {};
  const open = () => {
    const register = createRegister({ versionOf });
    const pause = () =>
      new Promise<void>((resolve) => {
        endPause = resolve;
      });
    const desk = openDraftDesk({ clock, pause, register, store: list.store, onFault: () => {} });
    return { register, desk };
  };
  const stored = () => [...list.items.values()].flatMap(({ value }) => value.drafts);
  return { list, clock, open, stored, hurry: () => endPause() };
}

test('two processes that write for one person at once lose nothing and write over nothing', async () => {
  const { open, stored } = openProcesses();
  const [one, two] = [open(), open()];
  const first = written('一');
  await Promise.all([one.desk.save(personId, first), two.desk.save(personId, written('二'))]);
  expect(stored().map(({ form }) => form.title)).toEqual(['一', '二']);
  await two.desk.save(personId, { ...first, form: { title: '一の二' }, seen: 1 });
  const late = await one.desk.save(personId, { ...first, form: { title: '一の三' }, seen: 1 });
  expect(late).toEqual({ kind: 'refused', refusal: { code: 'draft-changed' } });
  const seen = await one.desk.save(personId, { ...first, form: { title: '一の三' }, seen: 2 });
  expect(seen).toMatchObject({ kind: 'done', draft: { seq: 3 } });
});

test('an answer does not wait for a list that hangs, and what comes later is stored', async () => {
  const { list, open, stored, hurry } = openProcesses();
  const { desk } = open();
  let go = (): void => {};
  const { create } = list.store;
  const hangs = new Promise<void>((resolve) => {
    go = resolve;
  });
  Object.assign(list.store, {
    create: async (own: OwnDrafts) => {
      await hangs;
      return create(own);
    },
  });
  const answer = desk.save(personId, written('遅い'));
  hurry();
  expect(await answer).toEqual({ kind: 'refused', refusal: { code: 'draft-late' } });
  go();
  await desk.save(personId, written('次'));
  expect(stored().map(({ form }) => form.title)).toEqual(['遅い', '次']);
});

test('the sweep erases what was sent and what is too old, and writes nothing else', async () => {
  const { list, clock, open, stored } = openProcesses();
  const { desk, register } = open();
  const sent = receivedProposal();
  await desk.save(personId, written('出した', 0, sent.id));
  await desk.save('somebody-else', written('他人の様式', 0, sent.id));
  register.tookProposal({ value: sent, itemId: '1', revision: '"1,1"' });
  expect(desk.of(personId)).toEqual([]);
  expect(await desk.tidy()).toBe(1);
  expect(stored().map(({ form }) => form.title)).toEqual(['他人の様式']);
  clock.at = 180 * dayMs;
  expect(await desk.tidy()).toBe(1);
  expect(stored()).toEqual([]);
  let calls = 0;
  list.onCall = () => {
    calls += 1;
  };
  expect(await desk.tidy()).toBe(0);
  expect(calls).toBe(0);
});
