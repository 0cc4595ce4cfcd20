import type { Act } from '../domain/act.js';
import {
  type AttachWish,
  attachFile,
  refuseToAttach,
  removeFile,
} from '../domain/attachments/attach-file.js';
import { storedName } from '../domain/attachments/attachment.js';
import { refuseEnding } from '../domain/attachments/refuse-ending.js';
import type { Actor } from '../domain/person.js';
import type { Proposal } from '../domain/proposal.js';
import type { Refusal, RefusalCode } from '../domain/refusal.js';
import { mayKnowOf } from '../domain/visibility.js';
import { contextOf } from './act-context-now.js';
import { type ActPorts, actNow } from './act-on-proposal.js';
import type { AttachmentLibrary, ExamineFile } from './attachment-ports.js';
import { type ChangeOutcome, changeProposal } from './change-proposal.js';
import type { FaultLog, Stored } from './ports.js';

/** What attaching needs. */
export interface AttachmentPorts extends ActPorts {
  readonly library: AttachmentLibrary;
  readonly examine: ExamineFile;
  /** Letters and digits that no other file has. */
  readonly newKey: () => string;
  readonly onFault: FaultLog;
}

/** What is said of a file that is to be handed in. Of its name, only the ending is. */
export interface SaidOfFile extends AttachWish {
  readonly ending: string;
}

/** A file as it was handed in. */
export interface HandedInFile extends SaidOfFile {
  readonly bytes: Uint8Array;
}

const refused = (refusal: Refusal): ChangeOutcome => ({ kind: 'refused', refusal });

function findFor(ports: AttachmentPorts, act: Act, number: string): Stored<Proposal> | undefined {
  const stored = ports.register.proposalByNumber(number);
  if (!stored) return undefined;
  const { campaign } = contextOf(ports, stored.value);
  return mayKnowOf(stored.value, act, campaign) ? stored : undefined;
}

/** What another state of the proposal could let pass; the rest is the same whatever the register has missed. */
const hangsOnState: ReadonlySet<RefusalCode> = new Set(['review-has-begun', 'one-attachment-only']);

/** Why a file is not taken whatever it is, by the state as it is now: the register may lag behind. */
async function refusalNow(
  { store, writer }: AttachmentPorts,
  { value, itemId }: Stored<Proposal>,
  check: (proposal: Proposal) => Refusal | undefined,
): Promise<Refusal | undefined> {
  const refusal = check(value);
  if (!refusal || !hangsOnState.has(refusal.code)) return refusal;
  const fresh = await store.read(itemId);
  if (!fresh) return { code: 'not-found' };
  writer.tookProposal(fresh);
  return check(fresh.value);
}

/** Removes a file that nobody points to. What remains of it is removed later, by the sweep. */
async function discard({ library, onFault }: AttachmentPorts, name: string): Promise<void> {
  await library.remove(name).catch((fault: unknown) => onFault('removing a file', fault));
}

const nameIn = ({ number, attachment }: Proposal): string | undefined =>
  attachment && storedName(number, attachment);

/**
 * Changes the file of a proposal and removes the one that it pointed to before. `written`: the file that lies in the
 * library for it; it goes again where the proposal does not come to point to it.
 */
async function changeFile(
  ports: AttachmentPorts,
  id: string,
  command: (proposal: Proposal) => ReturnType<typeof removeFile>,
  written?: string,
): Promise<ChangeOutcome> {
  let before: string | undefined;
  const outcome = await changeProposal(ports, id, (proposal) => {
    before = nameIn(proposal);
    return command(proposal);
  });
  const present = outcome.kind === 'changed' ? nameIn(outcome.stored.value) : undefined;
  if (written !== undefined && written !== present) await discard(ports, written);
  const isReplaced = outcome.kind === 'changed' && before !== undefined && before !== present;
  if (isReplaced && before !== undefined) await discard(ports, before);
  return outcome;
}

/** Why no file is taken, whatever it holds. Whether it is the same file again, and so harmless, is seen later. */
function refuseWhatever(
  ports: AttachmentPorts,
  stored: Stored<Proposal>,
  wish: AttachWish,
  act: Act,
): Promise<Refusal | undefined> {
  const early = { ...wish, replace: true };
  return refusalNow(ports, stored, (each) => refuseToAttach(each, early, act));
}

/**
 * Asks what speaks against a file before it is sent, so that nobody sends ten megabytes for nothing and nothing is held
 * in memory for whoever may not attach; undefined where nothing does.
 */
export async function askToAttach(
  ports: AttachmentPorts,
  by: Actor,
  number: string,
  { ending, ...wish }: SaidOfFile,
): Promise<Refusal | undefined> {
  const act = actNow(ports.register, ports.clock, by);
  const stored = findFor(ports, act, number);
  if (!stored) return { code: 'not-found' };
  return (await refuseWhatever(ports, stored, wish, act)) ?? refuseEnding(ending);
}

/**
 * Attaches a file to a proposal, for whoever asks. The file is written first, under a name of its own, and then the
 * proposal with its digest: what is told as kept surely lies there, and a file that nobody points to is seen by nobody
 * and removed later. A proposal that the person cannot know of is answered as not existing.
 */
export async function attachToProposal(
  ports: AttachmentPorts,
  by: Actor,
  number: string,
  { ending, bytes, ...wish }: HandedInFile,
): Promise<ChangeOutcome> {
  const { library, register, clock } = ports;
  const act = actNow(register, clock, by);
  const stored = findFor(ports, act, number);
  if (!stored) return refused({ code: 'not-found' });
  const refusal = await refuseWhatever(ports, stored, wish, act);
  if (refusal) return refused(refusal);
  const examined = await ports.examine(bytes, ending);
  if (!examined.ok) return refused(examined.refusal);
  const { bytes: kept, ...described } = examined.value;
  const file = { ...described, key: ports.newKey() };
  const present = stored.value.attachment;
  if (!wish.replace && present?.digest === file.digest) return { kind: 'changed', stored };
  const second = await refusalNow(ports, stored, (each) => refuseToAttach(each, wish, act));
  if (second) return refused(second);
  const name = storedName(stored.value.number, file);
  await library.put(name, kept);
  return changeFile(ports, stored.value.id, (each) => attachFile(each, file, wish, act), name);
}

/** Takes the file of a proposal back, for whoever asks. */
export async function removeAttachment(
  ports: AttachmentPorts,
  by: Actor,
  number: string,
): Promise<ChangeOutcome> {
  const act = actNow(ports.register, ports.clock, by);
  const stored = findFor(ports, act, number);
  if (!stored) return refused({ code: 'not-found' });
  return changeFile(ports, stored.value.id, (proposal) => removeFile(proposal, act));
}
