import { pino } from 'pino';
import type { KeptForm } from '../../../src/domain/kept-form.js';
import type { Proposal } from '../../../src/domain/proposal.js';
import { clientOver } from '../../../src/graph/client.js';
import { versionOf } from '../../../src/graph/etag.js';
import { proposals } from '../../../src/graph/lists/proposals.js';
import { createProposalStore } from '../../../src/graph/proposal-store.js';
import { createRegister } from '../../../src/register/register.js';
import { openQueue } from '../../../src/runtime/queue.js';
import { openFormBacklog } from '../../../src/usecases/form-backlog.js';
import type { Spool, Stored } from '../../../src/usecases/ports.js';
import { resumeKeptForms } from '../../../src/usecases/resume-kept-forms.js';
import { openSubmissionDesk, type SubmissionDesk } from '../../../src/usecases/submission-desk.js';
import { sampleMasters } from '../sample-masters.js';
import { sampleNow } from '../sample-proposals.js';
import { conversation } from '../submit-office.js';
import type { ModelList } from './model-list.js';
import type { VirtualTime } from './virtual-time.js';

/** What the processes of an office have in common besides their list. */
export interface SharedOffice {
  /** The files of each process in the data folder. */
  readonly folders: Map<string, KeptFile>[];
  /** Receipts that went out by message, as the ledger lets them: once per token. */
  readonly told: Map<string, Proposal>;
}

/** A file of a kept form; `isOwed` from the moment its receipt is left to a message. */
interface KeptFile {
  readonly form: KeptForm;
  readonly isOwed: boolean;
}

/** One process with its own register and its own kept forms. */
export interface SubmitProcess {
  readonly desk: SubmissionDesk;
  /** How often work on a form was begun, by token. */
  readonly begun: ReadonlyMap<string, number>;
  sweep(): Promise<void>;
  /** Learns by its change feed what can be seen. */
  follow(): void;
}

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
 * The spool of one process, with files in memory. Like the real one it may find that another process has taken a file,
 * which is done to answer a form that is sent there too.
 */
function openMemorySpool({ folders }: SharedOffice) {
  const files = new Map<string, KeptFile>();
  folders.push(files);
  const others = (): readonly Map<string, KeptFile>[] => folders.filter((each) => each !== files);
  const working = new Set<string>();
  const begun = new Map<string, number>();
  const begin = (token: string): void => {
    working.add(token);
    begun.set(token, (begun.get(token) ?? 0) + 1);
  };
  const spool: Spool = {
    async keep(form) {
      if (!files.has(form.token)) files.set(form.token, { form, isOwed: false });
      begin(form.token);
    },
    async erase(token) {
      files.delete(token);
    },
    release: (token) => void working.delete(token),
    keptOf: (personId) =>
      [...files.values()].map(({ form }) => form).filter((form) => form.personId === personId),
    async claimAbandoned(isDue) {
      const free = [...files.keys()].filter((token) => !working.has(token) && isDue(token));
      for (const token of free) begin(token);
      return free.flatMap((token) => files.get(token)?.form ?? []);
    },
    async claimAnswer(token) {
      if (files.get(token)?.isOwed) return false;
      for (const other of others()) {
        const file = other.get(token);
        if (file?.isOwed) return false;
        if (!file) continue;
        other.delete(token);
        files.set(token, file);
        working.add(token);
      }
      return true;
    },
    async claimMessage(token) {
      const file = files.get(token);
      if (file) files.set(token, { ...file, isOwed: true });
      return file !== undefined;
    },
  };
  return { spool, begun };
}

/** Opens a process on a list: the product's own use cases over its own store, register and answers of Graph. */
export function openSubmitProcess(
  time: VirtualTime,
  list: ModelList,
  shared: SharedOffice,
): SubmitProcess {
  const register = createRegister({ versionOf });
  const { spool, begun } = openMemorySpool(shared);
  const client = clientOver(list, 'https://graph.example/v1.0', pino({ level: 'silent' }));
  const clock = { now: time.now };
  const ports = {
    clock,
    register: {
      ...register,
      campaigns: () => campaigns,
      masters: () => sampleMasters,
      // Their chat is known, as it is of whoever has used the bot before.
      conversation: () => ({ value: conversation, itemId: '1', revision: '"1,1"' }),
    },
    writer: register,
    store: createProposalStore(() => '/sites/s/lists/l', client),
    spool,
    inTurn: openQueue(),
    pause: time.pause,
    onFault: () => {},
  };
  const resuming = {
    ...ports,
    backlog: openFormBacklog(clock, () => {}),
    rememberConversation: async () => {},
    tellReceipt: async ({ value }: Stored<Proposal>) => {
      // The ledger has one row for the receipt of a token, whichever process makes it.
      if (!shared.told.has(value.id)) shared.told.set(value.id, value);
      return true;
    },
  };
  let seen = 0;
  return {
    desk: openSubmissionDesk(ports),
    begun,
    sweep: async () => void (await resumeKeptForms(resuming)),
    follow() {
      for (const { id, fields, visibleAt } of list.items.slice(seen)) {
        if (visibleAt > time.now()) return;
        const value = proposals.fromFields(fields, id);
        const stored = { value, itemId: id, revision: `"item-${id},1"` };
        register.changes.proposals({ kind: 'stored', stored, version: 1 });
        seen += 1;
      }
    },
  };
}
