import type { Proposal } from '../../src/domain/proposal.js';
import { openQueue } from '../../src/runtime/queue.js';
import type { FormSpool } from '../../src/spool/form-spool.js';
import { openFormBacklog } from '../../src/usecases/form-backlog.js';
import type { Stored } from '../../src/usecases/ports.js';
import { resumeKeptForms } from '../../src/usecases/resume-kept-forms.js';
import { answerWithinMs, openSubmissionDesk } from '../../src/usecases/submission-desk.js';
import type { SubmitPorts } from '../../src/usecases/submit-proposal.js';
import { sampleMasters } from '../support/sample-masters.js';
import { sampleNow } from '../support/sample-proposals.js';
import { conversation } from '../support/submit-office.js';
import type { GraphOffice } from './graph-office.js';

const campaigns = [
  {
    id: 'demo',
    title: '働き方改革',
    opensAt: sampleNow - 1_000,
    visibility: 'after-review-begins' as const,
    isSample: true,
  },
];

/**
 * The desk of one process over real HTTP and real files. The clock stands, but for what a test passes; a turn's time
 * runs out when told. `onReceipt` hears of receipts that go out by message.
 */
export async function openDesk(
  office: GraphOffice,
  spool: FormSpool,
  onReceipt: (stored: Stored<Proposal>) => void = () => {},
) {
  let now = sampleNow;
  let endTurn = (): void => {};
  const turnOver = new Promise<void>((resolve) => {
    endTurn = resolve;
  });
  const clock = { now: () => now };
  const { graph, register } = await office.connect({ clock });
  const ports: SubmitPorts = {
    clock,
    register: {
      ...register,
      campaigns: () => campaigns,
      masters: () => sampleMasters,
      // Their chat is known, as it is of whoever has used the bot before.
      conversation: () => ({
        value: { ...conversation, updatedAt: Number.MAX_SAFE_INTEGER },
        itemId: '1',
        revision: '"1,1"',
      }),
    },
    writer: register,
    store: graph.stores.proposals,
    spool,
    inTurn: openQueue(),
    pause: (ms) => (ms === answerWithinMs ? turnOver : Promise.resolve()),
    onFault: () => {},
  };
  const resuming = {
    ...ports,
    backlog: openFormBacklog(clock, () => {}),
    rememberConversation: async () => {},
    tellReceipt: async (stored: Stored<Proposal>) => {
      onReceipt(stored);
      return true;
    },
  };
  return {
    graph,
    desk: openSubmissionDesk(ports),
    endTurn,
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
    resume: () => resumeKeptForms(resuming),
  };
}
