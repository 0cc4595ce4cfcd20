import { randomUUID } from 'node:crypto';
import type { Conversation } from '../../src/domain/conversation.js';
import type { KeptForm } from '../../src/domain/kept-form.js';
import type { Proposal } from '../../src/domain/proposal.js';
import { openQueue } from '../../src/runtime/queue.js';
import { openFormBacklog, type WaitingForms } from '../../src/usecases/form-backlog.js';
import type { CreateOutcome, Register, Stored } from '../../src/usecases/ports.js';
import { rememberConversation } from '../../src/usecases/remember-conversation.js';
import { resumeKeptForms } from '../../src/usecases/resume-kept-forms.js';
import { openSubmissionDesk } from '../../src/usecases/submission-desk.js';
import type { SubmitCommand, SubmitPorts } from '../../src/usecases/submit-proposal.js';
import { fakeList } from '../support/fake-store.js';
import { sampleMasters } from '../support/sample-masters.js';
import { sampleNow } from '../support/sample-proposals.js';

export const dayMs = 86_400_000;
export const personId = '00000000-0000-4000-8000-0000000000aa';

export const form = {
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

export const conversation: Conversation = {
  personId,
  conversationId: 'a:chat-1',
  serviceUrl: 'https://connector.example/',
  botId: '28:bot',
  userId: '29:wakaba',
  locale: 'ja',
  active: true,
  updatedAt: sampleNow,
};

export const command = (changes: Partial<SubmitCommand> = {}): SubmitCommand => ({
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
export function office() {
  const list = fakeList<Proposal>((proposal) => proposal.id);
  const held = new Map<string, Stored<Proposal>>();
  const chats = fakeList<Conversation>((chat) => chat.personId);
  const heldChats = new Map<string, Stored<Conversation>>();
  const kept = new Map<string, { form: KeptForm; waiting: boolean }>();
  const lateAnswers: (() => void)[] = [];
  const world = {
    now: sampleNow,
    outcomes: [] as (CreateOutcome<Proposal>['kind'] | 'lost')[],
    faults: 0,
  };
  const register = {
    proposal: (id: string) => held.get(id),
    proposalsOf: () => [...held.values()],
    highestSequence: () =>
      Math.max(0, ...[...held.values()].map(({ value }) => Number(value.number.slice(3)))),
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
        const mishap = world.outcomes[0];
        if (mishap === 'lost') {
          world.outcomes.shift();
          return { kind: 'unknown' };
        }
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
      claimAnswer: async () => true,
      claimMessage: async () => true,
      keptOf: (id) =>
        [...kept.values()].map((each) => each.form).filter((each) => each.personId === id),
      claimAbandoned: async (isDue) =>
        [...kept.values()]
          .filter((each) => each.waiting && isDue(each.form.token))
          .map((each) => each.form),
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
  const waiting: WaitingForms[] = [];
  const resuming = {
    ...ports,
    backlog: openFormBacklog(ports.clock, (each) => waiting.push(each)),
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
    waiting,
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

export const numbersOf = (list: ReturnType<typeof office>['list']) =>
  [...list.items.values()].map((stored) => stored.value.number);
