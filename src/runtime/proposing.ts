import { type DraftDesk, openDraftDesk } from '../usecases/draft-desk.js';
import type { Clock, FaultLog, RegisterWriter } from '../usecases/ports.js';
import { rememberProfile } from '../usecases/remember-profile.js';
import { openSubmissionDesk, type SubmissionDesk } from '../usecases/submission-desk.js';
import type { SubmitCommand, SubmitOutcome, SubmitPorts } from '../usecases/submit-proposal.js';
import type { Books } from './books.js';

/** What forms go through, whichever surface they come from. */
export interface Proposing {
  readonly desk: SubmissionDesk;
  readonly drafts: DraftDesk;
  /** Submits a form of a tab, where no turn of the bot brings the receipt into the chat. */
  readonly propose: (command: SubmitCommand) => Promise<SubmitOutcome>;
}

/** The lists that proposing writes, beside those of submitting. */
interface ProposingBooks extends Pick<Books, 'register'> {
  readonly writer: RegisterWriter;
  readonly graph: { readonly stores: Pick<Books['graph']['stores'], 'drafts' | 'profiles'> };
}

/** Opens the desks, one of each for a process. */
export function openProposing(
  { clock, onFault }: { readonly clock: Clock; readonly onFault: FaultLog },
  { register, writer, graph }: ProposingBooks,
  submitting: SubmitPorts,
): Proposing {
  const { pause, spool } = submitting;
  const desk = openSubmissionDesk(submitting);
  const drafts = openDraftDesk({ clock, onFault, pause, register, store: graph.stores.drafts });
  const profilePorts = { profiles: graph.stores.profiles, register, writer };

  function unawaited(what: string, work: Promise<unknown>): void {
    work.catch((fault: unknown) => onFault(what, fault));
  }

  return {
    desk,
    drafts,
    async propose(command) {
      const outcome = await desk.submit(command);
      if (outcome.kind !== 'received') return outcome;
      const { id, proposer } = outcome.stored.value;
      // The receipt also comes to the chat, where it stays.
      spool.release(id);
      unawaited('remembering a profile', rememberProfile(profilePorts, proposer));
      unawaited('erasing a draft that was sent', drafts.erase(proposer.personId, id));
      return outcome;
    },
  };
}
