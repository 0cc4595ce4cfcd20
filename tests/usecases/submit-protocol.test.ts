import fc from 'fast-check';
import type { Proposal } from '../../src/domain/proposal.js';
import { parseProposalNumber } from '../../src/domain/proposal-number.js';
import { proposals } from '../../src/graph/lists/proposals.js';
import type { SubmitOutcome } from '../../src/usecases/submit-proposal.js';
import { isThorough, propertyTimeoutMs, runs } from '../support/domain-runs.js';
import { sampleNow } from '../support/sample-proposals.js';
import { command } from '../support/submit-office.js';
import { type Fate, type ModelList, openModelList } from '../support/submit-protocol/model-list.js';
import {
  openSubmitProcess,
  type SharedOffice,
  type SubmitProcess,
} from '../support/submit-protocol/submit-process.js';
import { openVirtualTime } from '../support/submit-protocol/virtual-time.js';

const troubleMs = 90_000;
/** Three seconds before Teams takes a turn for lost. */
const longestTurnMs = 12_000;
const longestMs = 3_600_000;
const sweepEveryMs = 2_000;
const followEveryMs = 10_000;

const calm: Fate = {
  kind: 'fine',
  latencyMs: 50,
  lagMs: 0,
  refusal: 409,
  isOvertaken: false,
};

const fate: fc.Arbitrary<Fate> = fc.record({
  kind: fc.oneof(
    { weight: 6, arbitrary: fc.constant('fine' as const) },
    {
      weight: 10,
      arbitrary: fc.constantFrom<Fate['kind']>(
        'reset-before',
        'reset-after',
        '503',
        '429',
        '504-after',
        '500-after',
        'html-after',
        'slow-commit',
        'hung',
        'false-empty',
        'false-empty',
      ),
    },
    { weight: 1, arbitrary: fc.constant('refused-for-nothing' as const) },
  ),
  latencyMs: fc.integer({ min: 10, max: 3_000 }),
  lagMs: fc.constantFrom(0, 500, 5_000, 20_000),
  refusal: fc.constantFrom(400, 409, 412, 422, 500),
  isOvertaken: fc.constantFrom(false, false, false, true),
});

/** A form that is sent: which one, to which process, and after how long. */
const sending = fc.record({
  form: fc.integer({ min: 1, max: 5 }),
  to: fc.integer({ min: 0, max: 1 }),
  afterMs: fc.integer({ min: 0, max: 8_000 }),
});

interface Answered {
  readonly token: string;
  readonly outcome: SubmitOutcome;
  readonly tookMs: number;
}

const tokenOf = (form: number): string => `10000000-0000-4000-8000-00000000000${form}`;
const personOf = (form: number): string => `00000000-0000-4000-8000-00000000000${form}`;

/** Sends forms through trouble and afterwards waits until nothing is kept any more. */
async function runOffice(
  fates: readonly Fate[],
  sendings: readonly { readonly form: number; readonly to: number; readonly afterMs: number }[],
) {
  const time = openVirtualTime(sampleNow);
  let call = 0;
  const list = openModelList(time, () =>
    time.now() < sampleNow + troubleMs ? (fates[call++ % fates.length] ?? calm) : calm,
  );
  const shared: SharedOffice = { folders: [], told: new Map() };
  const processes = [0, 1].map(() => openSubmitProcess(time, list, shared));
  const answers: Answered[] = [];
  let isOver = false;

  async function send({ form, to, afterMs }: (typeof sendings)[number]): Promise<void> {
    await time.pause(afterMs);
    const process = processes[to];
    if (!process) throw new Error('there are two processes');
    const [token, personId] = [tokenOf(form), personOf(form)];
    const at = time.now();
    const outcome = await process.desk.submit(command({ token, personId }));
    answers.push({ token, outcome, tookMs: time.now() - at });
    if (outcome.kind === 'received') await process.desk.answered(token);
  }

  async function repeat(everyMs: number, work: () => Promise<void> | void): Promise<void> {
    while (!isOver) {
      await time.pause(everyMs);
      await work();
    }
  }

  const sent = Promise.all(sendings.map(send));
  for (const { sweep, follow } of processes) {
    void repeat(sweepEveryMs, sweep);
    void repeat(followEveryMs, follow);
  }
  const isDone = (): boolean =>
    answers.length === sendings.length &&
    time.now() > sampleNow + troubleMs &&
    shared.folders.every((files) => files.size === 0);
  await time.runUntil(isDone, sampleNow + longestMs);
  isOver = true;
  await sent;
  return { list, answers, shared, processes };
}

type Run = Awaited<ReturnType<typeof runOffice>>;

const storedIn = ({ items }: ModelList): readonly Proposal[] =>
  items.map(({ id, fields }) => proposals.fromFields(fields, id));

const sequenceOf = ({ number }: Proposal): number => parseProposalNumber(number)?.sequence ?? 0;

function expectOneItemPerToken({ list, answers }: Run): void {
  const ids = storedIn(list).map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const own = ids.filter((id) => id.startsWith('1')).toSorted();
  expect(own).toStrictEqual([...new Set(answers.map(({ token }) => token))].toSorted());
}

/** Only a refusal can show that a number is taken; where it was given for nothing, that number stays free. */
function expectNumbersUsed({ list }: Run): void {
  const sequences = storedIn(list).map(sequenceOf);
  expect(new Set(sequences).size).toBe(sequences.length);
  const burnt = Math.max(0, ...sequences) - sequences.length;
  expect(burnt).toBeGreaterThanOrEqual(0);
  expect(burnt).toBeLessThanOrEqual(list.refusedForNothing());
}

function expectReceiptsOfWhatIsStored({ list, answers, shared }: Run): void {
  const stored = storedIn(list);
  const received = answers.flatMap(({ outcome }) =>
    outcome.kind === 'received' ? [outcome.stored.value] : [],
  );
  for (const each of [...received, ...shared.told.values()]) {
    expect(stored.find(({ id }) => id === each.id)).toStrictEqual(each);
  }
  for (const { token, outcome } of answers) {
    expect(['received', 'kept']).toContain(outcome.kind);
    const isAnswered = received.some(({ id }) => id === token);
    expect([token, isAnswered || shared.told.has(token)]).toStrictEqual([token, true]);
  }
}

/** A form that was sent once is answered with its receipt or told it by message, never both. */
function expectOneReceipt({ answers, shared }: Run): void {
  for (const { token, outcome } of answers) {
    const isOnce = answers.filter((each) => each.token === token).length === 1;
    if (isOnce) {
      expect([token, shared.told.has(token)]).toStrictEqual([token, outcome.kind === 'kept']);
    }
  }
}

function expectBounds({ list, answers, processes }: Run): void {
  for (const { tookMs } of answers) expect(tookMs).toBeLessThanOrEqual(longestTurnMs);
  for (const [token, creates] of list.creates) {
    const begun = processes.reduce(
      (sum, each: SubmitProcess) => sum + (each.begun.get(token) ?? 0),
      0,
    );
    expect([token, creates <= 5 * begun]).toStrictEqual([token, true]);
  }
}

/** What a run has to come to somewhere, or the property says little. */
const reached = { kept: 0, received: 0, told: 0, overtaken: 0, burnt: 0 };

function note({ list, answers, shared }: Run): void {
  const isKept = answers.some(({ outcome }) => outcome.kind === 'kept');
  reached.kept += isKept ? 1 : 0;
  reached.received += answers.some(({ outcome }) => outcome.kind === 'received') ? 1 : 0;
  reached.told += shared.told.size > 0 ? 1 : 0;
  reached.overtaken += list.items.length > new Set(answers.map(({ token }) => token)).size ? 1 : 0;
  reached.burnt += list.refusedForNothing() > 0 ? 1 : 0;
}

test(
  'whatever Graph does to creates and reads, a form is one item, one number and one receipt',
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fate, { minLength: 1, maxLength: 40 }),
        fc.array(sending, { minLength: 1, maxLength: 8 }),
        async (fates, sendings) => {
          const run = await runOffice(fates, sendings);
          expectOneItemPerToken(run);
          expectNumbersUsed(run);
          expectReceiptsOfWhatIsStored(run);
          expectOneReceipt(run);
          expectBounds(run);
          note(run);
        },
      ),
      runs('submit protocol', 150),
    );
    if (!isThorough) return;
    for (const [what, times] of Object.entries(reached)) {
      expect([what, times > 0]).toStrictEqual([what, true]);
    }
  },
  propertyTimeoutMs,
);

test.each([400, 409, 412, 422, 500] as const)(
  'a form stored without an answer, not found at first and refused as a duplicate with %d is answered in its turn',
  async (refusal) => {
    const fates: readonly Fate[] = [
      { ...calm, kind: 'reset-after' },
      { ...calm, kind: 'false-empty' },
      calm,
      { ...calm, refusal },
      ...Array.from({ length: 20 }, () => calm),
    ];
    const run = await runOffice(fates, [{ form: 1, to: 0, afterMs: 0 }]);
    expect(run.answers.map(({ outcome }) => outcome.kind)).toStrictEqual(['received']);
    expect(run.list.creates.get(tokenOf(1))).toBe(2);
    expect(storedIn(run.list).map(({ number }) => number)).toStrictEqual(['R8-0001']);
  },
);
