import type { SubmitCommand, SubmitOutcome, SubmitPorts } from './submit-proposal.js';
import { submitProposal } from './submit-proposal.js';

/** Takes forms for a surface that has to answer within a time. */
export interface SubmissionDesk {
  /** Submits; the same token sent twice at once is one work with one answer. Late work is answered as `kept`. */
  submit(command: SubmitCommand): Promise<SubmitOutcome>;
  /** To be called when the answer `received` has been written out: the promise on disk is fulfilled. */
  answered(token: string): Promise<void>;
}

/** The turn of a bot must end within 15 s; what is not stored by then goes on behind a 受付中 answer. */
export const answerWithinMs = 9_000;

/** Opens the desk. One per process: it holds the forms that are being worked on. */
export function openSubmissionDesk(ports: SubmitPorts): SubmissionDesk {
  const underWay = new Map<
    string,
    { readonly personId: string; readonly work: Promise<SubmitOutcome> }
  >();

  /** The receipt of a stored form is given once: by this turn, or by a message that is on its way. */
  async function given(outcome: SubmitOutcome, token: string): Promise<SubmitOutcome> {
    if (outcome.kind !== 'received' || (await ports.spool.claimAnswer(token))) return outcome;
    return { kind: 'kept' };
  }

  async function work(command: SubmitCommand): Promise<SubmitOutcome> {
    try {
      return await given(await submitProposal(ports, command), command.token);
    } finally {
      underWay.delete(command.token);
    }
  }

  async function submit(command: SubmitCommand): Promise<SubmitOutcome> {
    const same = underWay.get(command.token);
    if (same && same.personId !== command.personId) {
      return { kind: 'refused', refusal: { code: 'form-not-yours' } };
    }
    const running = same?.work ?? work(command);
    if (!same) underWay.set(command.token, { personId: command.personId, work: running });
    const late = ports.pause(answerWithinMs).then((): SubmitOutcome => ({ kind: 'kept' }));
    const outcome = await Promise.race([running, late]);
    // Whoever was answered `kept` is owed a receipt by message: the sweep finds the form and sends it.
    if (outcome.kind === 'kept') giveBack(command.token, running);
    return outcome;
  }

  function giveBack(token: string, running: Promise<SubmitOutcome>): void {
    running
      .catch((fault: unknown) => ports.onFault('storing a proposal after its turn', fault))
      .finally(() => ports.spool.release(token));
  }

  return { submit, answered: (token) => ports.spool.erase(token) };
}
