import { randomUUID } from 'node:crypto';
import type { Conversation } from '../../src/domain/conversation.js';
import type { KeptForm } from '../../src/domain/kept-form.js';
import type { Proposal } from '../../src/domain/proposal.js';
import { openQueue } from '../../src/runtime/queue.js';
import type { CreateOutcome, Register, Stored } from '../../src/usecases/ports.js';
import { rememberConversation } from '../../src/usecases/remember-conversation.js';
import { resumeKeptForms } from '../../src/usecases/resume-kept-forms.js';
import { openSubmissionDesk } from '../../src/usecases/submission-desk.js';
import type { SubmitCommand, SubmitPorts } from '../../src/usecases/submit-proposal.js';
import { fakeList } from '../support/fake-store.js';
import { sampleMasters } from '../support/sample-masters.js';
import { sampleNow } from '../support/sample-proposals.js';

const dayMs = 86_400_000;
const personId = '00000000-0000-4000-8000-0000000000aa';

const form = {
  title: '押印を求める庁内様式の全廃',
  currentProblem: '認印の欄が残っている。',
  proposedContent: '様式を総点検する。',
  category: 'paperless',
  isDigital: 'non-digital',
  costNeeded: 'no',
  department: 'doboku',
  section: 'minato',
  jobGrade: 'shunin',
};

const conversation: Conversation = {
  personId,
  conversationId: 'a:chat-1',
  serviceUrl: 'https://connector.example/',
  botId: '28:bot',
  userId: '29:wakaba',
  locale: 'ja',
  active: true,
  updatedAt: sampleNow,
};

const command = (changes: Partial<SubmitCommand> = {}): SubmitCommand => ({
  token: randomUUID(),
  personId,
  personName: '若葉 みのり',
  locale: 'ja',
  campaignId: 'demo',
  formOpenedAt: sampleNow,
  form,
  conversation,
  ...changes,
});

/** An office in memory. `pauses` collects what is waited for; only `endPauses` lets the waits end. */
function office() {
  const list = fakeList<Proposal>((proposal) => proposal.id);
  const held = new Map<string, Stored<Proposal>>();
  const chats = fakeList<Conversation>((chat) => chat.personId);
  const heldChats = new Map<string, Stored<Conversation>>();
  const kept = new Map<string, { form: KeptForm; waiting: boolean }>();
  const lateAnswers: (() => void)[] = [];
  const world = { now: sampleNow, outcomes: [] as CreateOutcome<Proposal>['kind'][], faults: 0 };
  const register = {
    proposal: (id: string) => held.get(id),
    proposalsOf: () => [...held.values()],
    highestSequence: () => 0,
    conversation: (id: string) => heldChats.get(id),
    campaigns: () => [
      {
        id: 'demo',
        title: '働き方改革',
        opensAt: sampleNow - 1000,
        closesAt: sampleNow + dayMs,
        visibility: 'after-review-begins' as const,
        isSample: true,
      },
    ],
    masters: () => sampleMasters,
  } as Partial<Register> as Register;
  const ports: SubmitPorts = {
    clock: { now: () => world.now },
    register,
    writer: {
      tookProposal: (stored) => held.set(stored.value.id, stored),
      tookProfile: () => {},
      tookConversation: (stored) => heldChats.set(stored.value.personId, stored),
      tookLedgerRow: () => {},
    },
    store: {
      ...list.store,
      highestSequence: async () => list.items.size,
      create: async (proposal) => {
        const numberTaken = [...list.items.values()].some(
          ({ value }) => value.number === proposal.number,
        );
        const stored: CreateOutcome<Proposal> = numberTaken
          ? { kind: 'refused' }
          : await list.store.create(proposal);
        const shown = world.outcomes.shift();
        return shown === 'unknown' ? { kind: 'unknown' } : stored;
      },
    },
    spool: {
      keep: async (each) => {
        if (!kept.has(each.token)) kept.set(each.token, { form: each, waiting: false });
      },
      erase: async (token) => {
        kept.delete(token);
      },
      release: (token) => {
        const each = kept.get(token);
        if (each) each.waiting = true;
      },
      keptOf: (id) =>
        [...kept.values()].map((each) => each.form).filter((each) => each.personId === id),
      claimAbandoned: async () =>
        [...kept.values()].filter((each) => each.waiting).map((each) => each.form),
    },
    inTurn: openQueue(),
    // Pauses between rounds are short and end at once; the long one before a late answer ends when a test says so.
    pause: (ms) =>
      ms < 5_000 ? Promise.resolve() : new Promise((resolve) => lateAnswers.push(resolve)),
    onFault: () => {
      world.faults += 1;
    },
  };
  const told: string[] = [];
  const resuming = {
    ...ports,
    rememberConversation: (chat: Conversation) =>
      rememberConversation({ conversations: chats.store, register, writer: ports.writer }, chat),
    tellReceipt: async ({ value }: Stored<Proposal>) => {
      told.push(`${value.number} to ${heldChats.get(personId)?.value.conversationId}`);
      return true;
    },
  };
  return {
    ports,
    chats,
    told,
    heldChats,
    resuming,
    resume: async () => {
      // A form that was answered as kept is given back a moment after its answer.
      await new Promise((resolve) => setImmediate(resolve));
      return resumeKeptForms(resuming);
    },
    desk: openSubmissionDesk(ports),
    list,
    kept,
    world,
    answerLate: () => {
      for (const end of lateAnswers) end();
    },
  };
}

const numbersOf = (list: ReturnType<typeof office>['list']) =>
  [...list.items.values()].map((stored) => stored.value.number);

test('a form is stored once, numbered, and stays on disk until it is answered', async () => {
  const { desk, list, kept } = office();
  const sent = command();
  const outcome = await desk.submit(sent);
  expect(outcome).toMatchObject({ kind: 'received', repeated: false });
  expect(numbersOf(list)).toEqual(['R8-0001']);
  expect(kept.has(sent.token)).toBe(true);
  await desk.answered(sent.token);
  expect(kept.size).toBe(0);
});

test('the same form sent many times at once and again later is one proposal with one number', async () => {
  const { desk, list } = office();
  const sent = command();
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => desk.submit(sent)));
  outcomes.push(await desk.submit(sent));
  const numbers = outcomes.map((each) =>
    each.kind === 'received' ? each.stored.value.number : each.kind,
  );
  expect(new Set(numbers)).toEqual(new Set(['R8-0001']));
  expect(list.items.size).toBe(1);
});

test('a token of somebody else is refused without telling what it belongs to, during and after', async () => {
  const { desk } = office();
  const sent = command();
  const [own, other] = await Promise.all([
    desk.submit(sent),
    desk.submit({ ...sent, personId: 'x' }),
  ]);
  expect(own.kind).toBe('received');
  expect(other).toEqual({ kind: 'refused', refusal: { code: 'form-not-yours' } });
  expect(await desk.submit({ ...sent, personId: 'x' })).toEqual(other);
});

test('a create whose end is unknown but that was stored is found by its token', async () => {
  const { desk, list, world } = office();
  world.outcomes = ['unknown'];
  const outcome = await desk.submit(command());
  expect(outcome).toMatchObject({ kind: 'received', stored: { value: { number: 'R8-0001' } } });
  expect(list.items.size).toBe(1);
});

test('numbers taken by another process are passed over', async () => {
  const { desk, ports, list } = office();
  const first = await desk.submit(command());
  if (first.kind !== 'received') throw new Error('expected a receipt');
  for (const number of ['R8-0002', 'R8-0003']) {
    await ports.store.create({ ...first.stored.value, id: randomUUID(), number });
  }
  const next = await desk.submit(command());
  expect(next).toMatchObject({ kind: 'received', stored: { value: { number: 'R8-0004' } } });
  expect(new Set(numbersOf(list)).size).toBe(4);
});

test('when Graph is away the form is kept, and the sweep stores it later in order of receipt, once, with a receipt', async () => {
  const { desk, resume, told, list, kept, world } = office();
  list.onCall = () => {
    throw new Error('Graph is away');
  };
  const sent = command();
  expect(await desk.submit(sent)).toEqual({ kind: 'kept' });
  expect(await resume()).toBe(0);
  expect(kept.size).toBe(1);
  list.onCall = () => {};
  world.now += 7_200_000;
  expect(await resume()).toBe(1);
  expect(await resume()).toBe(0);
  expect(told).toEqual(['R8-0001 to a:chat-1']);
  expect(kept.size).toBe(0);
  expect([...list.items.values()][0]?.value.receivedAt).toBe(sampleNow);
});

test('a receipt that the ledger could not take keeps the form on disk', async () => {
  const { resuming, desk, kept, list } = office();
  list.onCall = () => {
    throw new Error('Graph is away');
  };
  await desk.submit(command());
  list.onCall = () => {};
  expect(await resumeKeptForms({ ...resuming, tellReceipt: async () => false })).toBe(0);
  expect(kept.size).toBe(1);
});

test('a person first heard during an outage keeps the form until their chat is known, then gets the receipt', async () => {
  const { desk, resume, told, list, chats, kept } = office();
  list.onCall = () => {
    throw new Error('Graph is away');
  };
  await desk.submit(command());
  list.onCall = () => {};
  chats.onCall = () => {
    throw new Error('Graph is away');
  };
  expect(await resume()).toBe(0);
  expect(told).toEqual([]);
  expect(kept.size).toBe(1);
  chats.onCall = () => {};
  expect(await resume()).toBe(1);
  expect(told).toEqual(['R8-0001 to a:chat-1']);
  expect(chats.items.size).toBe(1);
});

test('a chat heard of later than the form is not set back', async () => {
  const { desk, resume, told, list, heldChats, world } = office();
  list.onCall = () => {
    throw new Error('Graph is away');
  };
  await desk.submit(command());
  list.onCall = () => {};
  const value = { ...conversation, conversationId: 'a:chat-2', updatedAt: world.now + 60_000 };
  heldChats.set(personId, { value, itemId: '1', revision: '"1,1"' });
  expect(await resume()).toBe(1);
  expect(told).toEqual(['R8-0001 to a:chat-2']);
});

test('a turn that takes too long is answered as kept, and its receipt follows by the sweep', async () => {
  const { ports, resume, desk, kept, list, answerLate } = office();
  let finish = (): void => {};
  const slow = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const { store } = list;
  const create = ports.store.create;
  ports.store.create = async (proposal) => {
    await slow;
    return create(proposal);
  };
  const answer = desk.submit(command());
  await new Promise((resolve) => setImmediate(resolve));
  answerLate();
  expect(await answer).toEqual({ kind: 'kept' });
  expect(await resume()).toBe(0);
  finish();
  while (![...kept.values()].some((each) => each.waiting)) {
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(await store.findByKey([...kept.keys()][0] ?? '')).toBeDefined();
  expect(await resume()).toBe(1);
});

test('a closed, an unknown and no campaign are told apart, and nothing is kept', async () => {
  const { desk, world, kept } = office();
  world.now += dayMs + 600_000;
  expect(await desk.submit(command())).toMatchObject({ refusal: { code: 'campaign-closed' } });
  expect(await desk.submit(command({ campaignId: 'other' }))).toMatchObject({
    refusal: { code: 'no-open-campaign' },
  });
  world.now = sampleNow;
  expect(await desk.submit(command({ campaignId: 'other' }))).toMatchObject({
    refusal: { code: 'form-not-yours' },
  });
  expect(kept.size).toBe(0);
});

test('the twenty-first proposal within an hour is refused, and accepted an hour later', async () => {
  const { desk, world } = office();
  for (let index = 0; index < 20; index += 1) await desk.submit(command());
  expect(await desk.submit(command())).toEqual({
    kind: 'refused',
    refusal: { code: 'too-many-proposals', limit: 20, per: 'hour' },
  });
  world.now += 3_599_000;
  expect((await desk.submit(command())).kind).toBe('refused');
  world.now += 1_000;
  expect((await desk.submit(command())).kind).toBe('received');
});

test('forms sent in parallel and forms kept during an outage count for the limit', async () => {
  const { desk, list, kept } = office();
  const outcomes = await Promise.all(Array.from({ length: 30 }, () => desk.submit(command())));
  expect(outcomes.filter((each) => each.kind === 'received')).toHaveLength(20);
  expect(list.items.size).toBe(20);
  expect(kept.size).toBe(20);

  const away = office();
  away.list.onCall = () => {
    throw new Error('Graph is away');
  };
  for (let index = 0; index < 20; index += 1) {
    expect((await away.desk.submit(command())).kind).toBe('kept');
  }
  const [first] = away.kept.keys();
  expect((await away.desk.submit(command())).kind).toBe('refused');
  expect((await away.desk.submit(command({ token: first ?? '' }))).kind).toBe('kept');
  expect(away.kept.size).toBe(20);
});
