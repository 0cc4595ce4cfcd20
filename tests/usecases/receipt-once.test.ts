import { mkdtemp, readdir, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Proposal } from '../../src/domain/proposal.js';
import { type FormSpool, openFormSpool } from '../../src/spool/form-spool.js';
import type { Stored } from '../../src/usecases/ports.js';
import { resumeKeptForms } from '../../src/usecases/resume-kept-forms.js';
import { openSubmissionDesk, type SubmissionDesk } from '../../src/usecases/submission-desk.js';
import { command, office } from '../support/submit-office.js';

/** One of two processes on the same list, ledger and folder. */
interface Process {
  readonly spool: { -readonly [K in keyof FormSpool]: FormSpool[K] };
  readonly desk: SubmissionDesk;
  resume(): Promise<number>;
}

let folder: string;
let processes: Process[];
/** Tokens whose receipt went out by message, as the ledger would let it: once per token. */
let told: string[];
/** Awaited before a message goes out. */
let beforeTelling: () => Promise<void>;
let shared: ReturnType<typeof office>;

async function openProcess(name: string): Promise<Process> {
  const own = office();
  const spool = await openFormSpool(folder, name, () => {});
  const ports = { ...own.ports, spool, store: shared.ports.store };
  const tellReceipt = async ({ value }: Stored<Proposal>): Promise<boolean> => {
    await beforeTelling();
    if (!told.includes(value.id)) told.push(value.id);
    return true;
  };
  const process = {
    spool,
    desk: openSubmissionDesk(ports),
    resume: () => resumeKeptForms({ ...own.resuming, ...ports, tellReceipt }),
  };
  processes.push(process);
  return process;
}

/** Lets every process learn which others there are, as its sweep does every two seconds. */
async function meet(): Promise<void> {
  for (const { resume } of processes) await resume();
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mebuki-receipt-'));
  processes = [];
  told = [];
  beforeTelling = async () => {};
  shared = office();
});
afterEach(async () => {
  for (const { spool } of processes) spool.close();
  await rm(folder, { recursive: true, force: true });
});

/** Sends a form to a process while Graph is away, so that its receipt is owed by message. */
async function keepAt({ desk }: Process) {
  const sent = command();
  shared.list.onCall = () => {
    throw new Error('Graph is away');
  };
  expect(await desk.submit(sent)).toEqual({ kind: 'kept' });
  await new Promise((resolve) => setImmediate(resolve));
  shared.list.onCall = () => {};
  return sent;
}

async function files(): Promise<readonly string[]> {
  const names = await Promise.all(
    (await readdir(folder)).map((name) => readdir(join(folder, name))),
  );
  return names.flat().filter((name) => name.endsWith('.json'));
}

test('a form kept by one process and answered in its turn by another gives no message', async () => {
  const [one, two] = [await openProcess('one'), await openProcess('two')];
  await meet();
  const sent = await keepAt(one);
  expect((await two.desk.submit(sent)).kind).toBe('received');
  await one.resume();
  await two.desk.answered(sent.token);
  await one.resume();
  await two.resume();
  expect(told).toEqual([]);
  expect(await files()).toEqual([]);
});

test('while a message with the receipt is under way, the turn of another process gives none', async () => {
  const [one, two] = [await openProcess('one'), await openProcess('two')];
  await meet();
  const sent = await keepAt(one);
  let send = (): void => {};
  const telling = new Promise<void>((begun) => {
    beforeTelling = () =>
      new Promise((resolve) => {
        send = resolve;
        begun();
      });
  });
  const resuming = one.resume();
  await telling;
  expect(await two.desk.submit(sent)).toEqual({ kind: 'kept' });
  expect(await one.desk.submit(sent)).toEqual({ kind: 'kept' });
  send();
  await resuming;
  beforeTelling = async () => {};
  for (const process of [one, two, one]) await process.resume();
  expect(told).toEqual([sent.token]);
  expect(await files()).toEqual([]);
});

test('an answer that could not be written is followed by the message of the process that claimed it', async () => {
  const [one, two] = [await openProcess('one'), await openProcess('two')];
  await meet();
  const sent = await keepAt(one);
  expect((await two.desk.submit(sent)).kind).toBe('received');
  two.spool.release(sent.token);
  await one.resume();
  await two.resume();
  expect(told).toEqual([sent.token]);
  expect(await files()).toEqual([]);
});

test('a process that dies before its message leaves it to the next', async () => {
  const one = await openProcess('one');
  const sent = await keepAt(one);
  beforeTelling = () => Promise.reject(new Error('killed'));
  await one.resume();
  expect(await files()).toEqual([`${sent.token}.owed.json`]);
  one.spool.close();
  const before = new Date(Date.now() - 60_000);
  await utimes(join(folder, 'one', 'alive'), before, before);
  beforeTelling = async () => {};
  const two = await openProcess('two');
  expect(await two.resume()).toBe(1);
  expect(told).toEqual([sent.token]);
  expect(await files()).toEqual([]);
});

test('however turn and message of two processes meet, no message follows an answer, and one of them is given', async () => {
  const [one, two] = [await openProcess('one'), await openProcess('two')];
  await meet();
  const { claimAnswer } = two.spool;
  const events: string[] = [];
  two.spool.claimAnswer = async (token) => {
    const isMine = await claimAnswer(token);
    if (isMine) events.push('answered');
    return isMine;
  };
  beforeTelling = async () => void events.push('told');
  // At most twenty forms of one person are taken in an hour.
  for (let round = 0; round < 20; round += 1) {
    events.length = 0;
    const sent = await keepAt(one);
    const pause = async (ticks: number): Promise<void> => {
      for (let tick = 0; tick < ticks; tick += 1) await new Promise((next) => setImmediate(next));
    };
    const message = pause(round % 5).then(one.resume);
    const answer = pause(Math.floor(round / 5)).then(async () => {
      const { kind } = await two.desk.submit(sent);
      if (kind === 'received') await two.desk.answered(sent.token);
    });
    await Promise.all([answer, message]);
    const first = [...events];
    for (const process of [one, two, one]) await process.resume();
    // Told first, and answered after it: the person pressed again what was already told.
    expect(['answered', 'told', 'told answered']).toContain(first.join(' '));
    expect(await files()).toEqual([]);
  }
});
