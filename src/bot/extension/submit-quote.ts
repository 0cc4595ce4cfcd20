import { z } from 'zod';
import { formVersion } from '../../cards/form-card.js';
import { readSubmission, type SentForm } from '../../cards/read-submission.js';
import type { Proposal } from '../../domain/proposal.js';
import type { Refusal } from '../../domain/refusal.js';
import { cardTexts } from '../../text/card-texts.js';
import { extensionTexts } from '../../text/extension-texts.js';
import { personalDataTexts } from '../../text/personal-data-texts.js';
import { refusalText } from '../../text/refusal-texts.js';
import type { SubmitCommand, SubmitOutcome } from '../../usecases/submit-proposal.js';
import { alikeRows, endorseInstead } from '../choose-alike.js';
import { formAgain, type WhyAgain } from '../form-again.js';
import { isStale, keepDraft, keepStale } from '../keep-draft.js';
import { referenceNumber } from '../reference-number.js';
import { receiptCardFor } from '../show-proposal.js';
import type { BotPorts, Turn, TurnAnswer, TurnHandler } from '../turn.js';
import { answerInDialog, answerSentence } from './quote-answers.js';

/** Teams waits for five seconds, and asks twice more before it gives up. */
const answerWithinMs = 4_000;

const shape = z.object({ data: z.object({ rest: z.string().nullish() }).loose() });

/** A form from a dialog with what of the message did not fit into it. */
interface SentQuote {
  readonly sent: SentForm;
  readonly rest: string;
}

function readSent(value: unknown): SentQuote | undefined {
  const read = shape.safeParse(value);
  const sent = read.success ? readSubmission(read.data.data) : undefined;
  return sent && read.data && { sent, rest: read.data.data.rest ?? '' };
}

/** The dialog again, with every text as it was sent. */
function dialogAgain(
  ports: BotPorts,
  { speaker }: Turn,
  { sent, rest }: SentQuote,
  why: WhyAgain,
): TurnAnswer {
  const { locale } = speaker;
  const form = formAgain(ports, speaker, sent, why);
  const dialog = ports.cards.quoteDialog({ locale, form, notes: [], rest });
  return { invoke: answerInDialog(speaker, dialog) };
}

/** The receipt in the dialog, which is closed soon; so it also comes to the chat, where it stays. */
function answerReceived(ports: BotPorts, { speaker }: Turn, proposal: Proposal): TurnAnswer {
  const { proposer, id: token } = proposal;
  const { userId: _, ...reader } = speaker;
  const receipt = receiptCardFor(ports, reader, proposal);
  return {
    invoke: answerInDialog(speaker, receipt),
    afterSent: [
      async () => ports.releaseKept(token),
      () => ports.rememberProfile(proposer),
      async () => {
        await ports.drafts.erase(proposer.personId, token);
      },
    ],
    afterLost: () => ports.releaseKept(token),
  };
}

/** Submits, within the time of a dialog; what comes later comes to the chat. */
async function submitInTime(ports: BotPorts, command: SubmitCommand): Promise<SubmitOutcome> {
  const { desk, pause, log, releaseKept } = ports;
  const running = desk.submit(command);
  let isLate = false;
  const late = pause(answerWithinMs).then((): SubmitOutcome => {
    isLate = true;
    return { kind: 'kept' };
  });
  running.then(
    ({ kind }) => {
      if (isLate && kind === 'received') releaseKept(command.token);
    },
    (fault: unknown) => {
      if (isLate) log.error({ err: fault }, 'a form from a dialog was kept too late');
    },
  );
  return Promise.race([running, late]);
}

/** What a refusal comes back as; what cannot be sent any more is kept as a draft as well. */
async function answerRefused(
  ports: BotPorts,
  turn: Turn,
  { sent, rest }: SentQuote,
  refusal: Refusal,
): Promise<TurnAnswer> {
  const { speaker } = turn;
  const why = { summary: refusalText(refusal, speaker.locale), refusal };
  const kept = isStale(refusal) ? await keepStale(ports, speaker, sent, why) : { sent, why };
  return dialogAgain(ports, turn, { sent: kept.sent, rest }, kept.why);
}

async function answerOutcome(
  ports: BotPorts,
  turn: Turn,
  quote: SentQuote,
  outcome: SubmitOutcome,
): Promise<TurnAnswer> {
  const { speaker } = turn;
  switch (outcome.kind) {
    case 'received':
      return answerReceived(ports, turn, outcome.stored.value);
    case 'kept': {
      const { isBusy = false } = outcome;
      const kept = { title: quote.sent.form.title ?? '', at: ports.clock.now(), isBusy };
      return { invoke: answerInDialog(speaker, ports.cards.kept(speaker.locale, kept)) };
    }
    case 'warned': {
      const { summary } = personalDataTexts[speaker.locale];
      return dialogAgain(ports, turn, quote, { summary, found: outcome.found });
    }
    case 'alike':
      return dialogAgain(ports, turn, quote, { alike: alikeRows(ports, speaker, outcome.hints) });
    case 'refused':
      return answerRefused(ports, turn, quote, outcome.refusal);
  }
}

/**
 * composeExtension/submitAction: the form of the dialog goes to the desk where the form of the chat goes, with a token
 * of its own, so that sending it again makes no second proposal.
 */
export const submitQuote: TurnHandler = async (ports, turn) => {
  const { activity, speaker } = turn;
  const { locale, personId, name: personName } = speaker;
  const quote = readSent(activity.value);
  if (!quote) {
    const text = refusalText({ code: 'form-not-yours' }, locale);
    return { invoke: answerSentence(ports, speaker, text) };
  }
  const { form: texts } = cardTexts[locale];
  const { formVersion: version, draft, draftSeq: _draft, endorse, ...written } = quote.sent;
  if (version !== formVersion || draft) {
    const kept = await (draft && version === formVersion
      ? keepDraft(ports, speaker, quote.sent)
      : keepStale(ports, speaker, quote.sent, { summary: texts.outdated }));
    return dialogAgain(ports, turn, { sent: kept.sent, rest: quote.rest }, kept.why);
  }
  if (endorse !== undefined) {
    return dialogAgain(
      ports,
      turn,
      quote,
      await endorseInstead(ports, speaker, quote.sent, endorse),
    );
  }
  const conversation = ports.register.conversation(personId)?.value;
  if (!conversation?.active) {
    return dialogAgain(ports, turn, quote, { summary: extensionTexts[locale].quote.noChat });
  }
  try {
    const who = { personId, personName, locale, conversation };
    return await answerOutcome(
      ports,
      turn,
      quote,
      await submitInTime(ports, { ...written, ...who }),
    );
  } catch (fault) {
    const reference = referenceNumber();
    ports.log.error({ err: fault, reference }, 'a form from a dialog could not be kept');
    return dialogAgain(ports, turn, quote, { summary: texts.notSaved(reference) });
  }
};
