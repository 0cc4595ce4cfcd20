import { submit } from './activities.mjs';
import { call, drive } from './client.mjs';
import { countLine } from './lines.mjs';
import { until } from './processes.mjs';
import { countUsage } from './usage.mjs';

const ledger = 'MebukiNotices';
const unitsPerWrite = 2;

const perAct = ({ calls, units }, acts) => ({ calls: calls / acts, units: units / acts });

function pollNote(name, { polls }) {
  return `${name}: besides, the change feeds polled ${polls.calls} times (${polls.units} units).`;
}

/** An act on proposals, as the triage tab calls it. */
const act = ({ app }, readers, path, body) =>
  call(`${app}/api/${path}`, { method: 'POST', token: readers.token(), body });

async function countReads(office, readers, count) {
  const paths = ['/api/my-proposals', '/api/triage'];
  const used = await countUsage(office, async () => {
    for (const path of paths) await drive(await readers.requests(path, count), 1);
  });
  const ours = perAct(used, count * paths.length);
  const isMet = used.calls === 0;
  const line = countLine({ name: 'Graph per read', ours, goal: '0', isMet });
  return { lines: [line], notes: [pollNote('Reads', used)] };
}

async function countSubmits(office, people, count, from) {
  const requests = Array.from({ length: count }, (_, index) =>
    submit(office, office.app, people[index % people.length], from + index),
  );
  const used = await countUsage(office, () => drive(requests, 1));
  const ours = perAct(used, count);
  const isMet = ours.calls <= 1 && ours.units <= 2;
  const goal = '1 call, 2 units';
  const line = countLine({ name: 'Graph per submit, no ledger', ours, goal, isMet });
  return { lines: [line], notes: [pollNote('Submits', used)] };
}

/** A decision that needs little: 次年度以降, nothing budgeted. */
async function decisionForm({ app }, token) {
  const { departments, sections, laterFiscalYears } = await call(`${app}/api/masters`, { token });
  const owner = departments[0].id;
  return {
    track: 'later',
    ownerDepartment: owner,
    ownerSection: sections.find(({ departmentId }) => departmentId === owner)?.id ?? '',
    horizon: 'short',
    targetFiscalYear: String(laterFiscalYears[0]),
    budgetingState: 'not-needed',
    reason: '効果が大きく、準備に時間がかかるため、来年度から取り組みます。',
  };
}

async function decideAll(office, readers, items) {
  const form = await decisionForm(office, readers.token());
  const decided = [];
  const used = await countUsage(office, async () => {
    for (const { number, seq } of items) {
      decided.push(await act(office, readers, `proposals/${number}/decide-track`, { seq, form }));
    }
  });
  return { decided, used };
}

async function publishAll(office, readers, items) {
  const token = readers.token();
  const isPublished = async ({ number }) => {
    const { publication } = await call(`${office.app}/api/triage/${number}`, { token });
    return publication.state === 'published';
  };
  return countUsage(office, async () => {
    for (const { number, seq } of items) {
      await act(office, readers, `proposals/${number}/publish`, { seq });
    }
    for (const item of items) await until(`publishing ${item.number}`, () => isPublished(item));
  });
}

/**
 * Proposals whose review may begin by the acting person, the newest first: nobody may handle their own, and those of
 * people whom the bot has never met cost a look at the list of chats on top.
 */
async function othersProposals({ app }, token, count) {
  const { proposals: own } = await call(`${app}/api/my-proposals`, { token });
  const ownNumbers = new Set(own.map(({ number }) => number));
  const { rows } = await call(`${app}/api/triage`, { token });
  const numbers = rows
    .filter(({ number, status }) => status === 'received' && !ownNumbers.has(number))
    .map(({ number }) => number);
  return numbers.toReversed().slice(0, count);
}

/** Begins the review of some proposals, decides and publishes them; the ledger's share is told apart by its items. */
async function countDecisions(office, readers, count) {
  const numbers = await othersProposals(office, readers.token(), count);
  const { results } = await act(office, readers, 'bulk/begin-review', {
    items: numbers.map((number) => ({ number })),
  });
  const begun = results.map(({ item }) => item);
  const { decided, used: deciding } = await decideAll(office, readers, begun);
  const before = await office.admin.writesIn(ledger);
  const publishing = await publishAll(office, readers, decided);
  const writes = (await office.admin.writesIn(ledger)) - before;
  const told = { calls: writes / count, units: (writes * unitsPerWrite) / count };
  const whole = perAct(publishing, count);
  const decide = perAct(deciding, count);
  const publish = { calls: whole.calls - told.calls, units: whole.units - told.units };
  return {
    lines: [
      countLine({
        name: 'Graph per decide',
        ours: decide,
        goal: '2 units',
        isMet: decide.units <= 2,
      }),
      countLine({
        name: 'Graph per publish, without the ledger',
        ours: publish,
        goal: '≤ 4 units',
        isMet: publish.units <= 4,
      }),
    ],
    notes: [
      `Publish: the ledger comes on top with ${told.calls} calls (${told.units} units) per publication.`,
      pollNote('Decisions', deciding),
      pollNote('Publications', publishing),
    ],
  };
}

/** What the stand-in counts for reads and for the acts of the secretariat. */
export async function countSecretariat(office, plan, readers) {
  const reads = await countReads(office, readers, plan.countedReads);
  const decisions = await countDecisions(office, readers, plan.counted);
  return {
    lines: [...reads.lines, ...decisions.lines],
    notes: [...reads.notes, ...decisions.notes],
  };
}

/** What the stand-in counts for submits of people already known. */
export const countSubmitTurns = (office, plan, people) =>
  countSubmits(office, people, plan.counted, plan.proposals);
