import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { SeedFiles } from './seed-files.js';

type Sample = SeedFiles['samples']['proposals'][number];
type Person = SeedFiles['people'][number];

const messageShape = z.object({
  id: z.string(),
  seq: z.number(),
  conversationId: z.string(),
  author: z.object({ kind: z.string() }),
  attachments: z.array(z.object({ content: z.unknown().optional() })),
});
const stateShape = z.object({
  chat: z.object({ conversationId: z.string() }),
  messages: z.array(messageShape),
});
const answerShape = z.looseObject({ kind: z.string() });
const executeShape = z.object({ verb: z.string(), data: z.record(z.string(), z.unknown()) });

type Message = z.infer<typeof messageShape>;

const submitVerb = 'submit-proposal';
const patience = { rounds: 100, everyMs: 50 };

/** The host page's backend, used as the page uses it. */
async function host(origin: string, path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(`${origin}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${path}: ${response.status} ${text}`);
  return text === '' ? undefined : JSON.parse(text);
}

/** The first action of a card with the verb, wherever it stands. */
function findExecute(node: unknown, verb: string): z.infer<typeof executeShape> | undefined {
  if (typeof node !== 'object' || node === null) return undefined;
  const parsed = executeShape.safeParse(node);
  if (parsed.success && parsed.data.verb === verb) return parsed.data;
  for (const value of Object.values(node)) {
    const found = findExecute(value, verb);
    if (found) return found;
  }
  return undefined;
}

async function chatOf(origin: string, person: Person): Promise<z.infer<typeof stateShape>> {
  return stateShape.parse(await host(origin, `/host/state?person=${person.id}`));
}

/** Waits for the form that answers `提案`: a card of the bot, younger than `after`, that can be sent. */
async function awaitForm(origin: string, person: Person, after: number): Promise<Message> {
  for (let round = 0; round < patience.rounds; round += 1) {
    const { chat, messages } = await chatOf(origin, person);
    const form = messages.findLast(
      (message) =>
        message.conversationId === chat.conversationId &&
        message.seq > after &&
        findExecute(message.attachments[0]?.content, submitVerb) !== undefined,
    );
    if (form) return form;
    await pause(patience.everyMs);
  }
  throw new Error(`the bot did not offer ${person.name} a form`);
}

function inputsOf(sample: Sample, files: SeedFiles): Record<string, string> {
  const category = files.masters.categories.find((each) => each.ja === sample.category);
  const { needed, estimateYen } = sample.cost;
  return {
    title: sample.title,
    currentProblem: sample.currentProblem,
    proposedContent: sample.proposedContent,
    expectedEffect: sample.expectedEffect,
    category: category?.id ?? 'other',
    isDigital: sample.digital ? 'digital' : 'non-digital',
    costNeeded: needed ? 'yes' : 'no',
    ...(estimateYen === null ? {} : { costEstimateYen: String(estimateYen) }),
    scopeHint: sample.scope === '全庁' ? 'office-wide' : 'department',
    namePublication: 'no',
  };
}

/** Inputs of the card that the person left as the card offered them. */
function offeredInputs(node: unknown): Record<string, string> {
  if (typeof node !== 'object' || node === null) return {};
  const own = z.object({ type: z.string(), id: z.string(), value: z.string() }).safeParse(node);
  const inner = Object.values(node).map(offeredInputs);
  const mine =
    own.success && own.data.type.startsWith('Input.') ? { [own.data.id]: own.data.value } : {};
  return Object.assign({}, mine, ...inner);
}

async function submitSample(
  origin: string,
  person: Person,
  sample: Sample,
  files: SeedFiles,
): Promise<void> {
  const { chat, messages } = await chatOf(origin, person);
  const after = Math.max(0, ...messages.map((message) => message.seq));
  const talk = { person: person.id, conversation: chat.conversationId };
  await host(origin, '/host/messages', { ...talk, text: '提案' });
  const form = await awaitForm(origin, person, after);
  const card = form.attachments[0]?.content;
  const { data } = findExecute(card, submitVerb) ?? { data: {} };
  const inputs = { ...offeredInputs(card), ...inputsOf(sample, files) };
  const action = { type: 'Action.Execute', verb: submitVerb, data: { ...data, ...inputs } };
  const answer = answerShape.parse(
    await host(origin, '/host/actions', { ...talk, activityId: form.id, action }),
  );
  const refused = answer.kind !== 'card' || findExecute(answer, submitVerb) !== undefined;
  if (refused)
    throw new Error(`sample ${sample.sampleNo} was not received: ${JSON.stringify(answer)}`);
}

/** For each sample an invented person of its department and grade, in turn; else of its department; else anyone. */
function proposersOf(files: SeedFiles): (sample: Sample) => Person {
  const { masters, people } = files;
  const idOf = (entries: readonly { id: string; ja: string }[], ja: string): string =>
    entries.find((entry) => entry.ja === ja)?.id ?? '';
  const used = new Map<string, number>();
  return (sample) => {
    const department = idOf(masters.departments, sample.department);
    const grade = idOf(masters.jobGrades, sample.jobGrade);
    const near = people.filter((person) => person.department === department);
    const exact = near.filter((person) => person.jobGrade === grade);
    const candidates = [exact, near, people].find((each) => each.length > 0) ?? people;
    const person = candidates.toSorted((a, b) => (used.get(a.id) ?? 0) - (used.get(b.id) ?? 0))[0];
    if (!person) throw new Error('there are no people in the seed');
    used.set(person.id, (used.get(person.id) ?? 0) + 1);
    return person;
  };
}

/**
 * Lets invented staff submit the samples through the bot, as the host page does it: open the app, ask for the form,
 * fill it in, send it. Samples whose title is in `already` are passed over. Answers how many were submitted.
 */
export async function submitSamples(
  origin: string,
  files: SeedFiles,
  already: ReadonlySet<string>,
  onProgress: (done: number, all: number) => void,
): Promise<number> {
  const proposerOf = proposersOf(files);
  const all = files.samples.proposals;
  let submitted = 0;
  for (const [index, sample] of all.entries()) {
    const person = proposerOf(sample);
    if (!already.has(sample.title)) {
      await host(origin, '/host/installs', { person: person.id });
      await submitSample(origin, person, sample, files);
      submitted += 1;
    }
    onProgress(index + 1, all.length);
  }
  return submitted;
}
