import { attachQuery } from '../contract/attachment-requests.js';
import type { Actor } from '../domain/person.js';
import type { Refusal } from '../domain/refusal.js';
import type { SaidOfFile } from '../usecases/change-attachment.js';
import type { ChangeOutcome } from '../usecases/change-proposal.js';
import { type Answer, json } from './answer.js';
import type { AskFirst, Read, StaffCall, Upload } from './call.js';
import { canonicalNumber } from './proposal-views.js';
import { apiRefusalAnswer, refusalAnswer } from './refusal-answer.js';
import { viewFor } from './view-for.js';

const actorOf = ({ person }: StaffCall): Actor => ({ id: person.personId, name: person.name });
const numberOf = ({ params }: StaffCall): string => canonicalNumber(params['number'] ?? '');

/** What happened, for the log: who, what, which, how it went. Nothing of the file. */
function logAct(call: StaffCall, act: string, outcome: string): void {
  const { personId } = call.person;
  call.deps.logger.info({ act, number: numberOf(call).slice(0, 20), personId, outcome }, 'act');
}

async function answerChange(call: StaffCall, act: string, outcome: ChangeOutcome): Promise<Answer> {
  logAct(call, act, outcome.kind === 'refused' ? outcome.refusal.code : outcome.kind);
  if (outcome.kind === 'changed') return json((await viewFor(call, outcome.stored.value)) ?? {});
  const present = outcome.present && (await viewFor(call, outcome.present.value));
  return refusalAnswer(outcome.refusal, call.locale, present);
}

/** What the query says of a file; undefined where it is not as it must be. */
function saidOf({ query }: StaffCall): SaidOfFile | undefined {
  const said = attachQuery.safeParse(Object.fromEntries(query));
  if (!said.success) return undefined;
  const { ending, consent, replace } = said.data;
  return { ending, consent: consent === 'yes', replace: replace === 'yes' };
}

/**
 * PUT /api/proposals/:number/attachment: attaches a file; the query says the ending of its name, whether it was confirmed
 * who may read it, and whether it takes the place of the one that is there. Its name is not asked for.
 */
export const attachUpload: Upload = async (call, bytes) => {
  const said = saidOf(call);
  if (!said) return apiRefusalAnswer('broken-request', call.locale);
  const file = { ...said, bytes };
  const outcome = await call.deps.attachments.attach(actorOf(call), numberOf(call), file);
  return answerChange(call, 'attach', outcome);
};

/** What speaks against a file before it is read: what is said of it, who sends it, and the state of the proposal. */
export const askToAttach: AskFirst = async (call) => {
  const said = saidOf(call);
  if (!said) return apiRefusalAnswer('broken-request', call.locale);
  const refusal = await call.deps.attachments.ask(actorOf(call), numberOf(call), said);
  return refusal && answerChange(call, 'attach', { kind: 'refused', refusal });
};

/** DELETE /api/proposals/:number/attachment. */
export const answerDetach: Read = async (call) => {
  const outcome = await call.deps.attachments.remove(actorOf(call), numberOf(call));
  return answerChange(call, 'detach', outcome);
};

/** Saved and never shown by the browser, which is told nothing of its type. */
function fileAnswer(name: string, bytes: Uint8Array): Answer {
  return {
    status: 200,
    type: 'application/octet-stream',
    body: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    headers: {
      'Content-Disposition': `attachment; filename="${name}"`,
      'Content-Security-Policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
    },
  };
}

/** GET /api/proposals/:number/attachment: the file, for who proposed it and those who examine it. */
export const answerAttachment: Read = async (call) => {
  const read = await call.deps.attachments.read(actorOf(call), numberOf(call));
  const refusal: Refusal | undefined = read.kind === 'refused' ? read.refusal : undefined;
  logAct(call, 'read-attachment', refusal?.code ?? 'read');
  if (read.kind === 'refused') return refusalAnswer(read.refusal, call.locale);
  return fileAnswer(read.name, read.bytes);
};
