import { formVersion } from '../cards/form-card.js';
import { readSubmission, type SentForm } from '../cards/read-submission.js';
import type { Proposal } from '../domain/proposal.js';
import type { Refusal } from '../domain/refusal.js';
import { cardTexts } from '../text/card-texts.js';
import { personalDataTexts } from '../text/personal-data-texts.js';
import { refusalText } from '../text/refusal-texts.js';
import type { SubmitOutcome } from '../usecases/submit-proposal.js';
import { alikeRows, endorseInstead } from './choose-alike.js';
import { formAgain } from './form-again.js';
import { answerWithCard, answerWithError } from './invoke-answers.js';
import { isStale, keepDraft, keepStale } from './keep-draft.js';
import { referenceNumber } from './reference-number.js';
import { receiptCardFor } from './show-proposal.js';
import { type BotPorts, conversationOf, type Turn, type TurnAnswer } from './turn.js';

function answerReceived(ports: BotPorts, turn: Turn, proposal: Proposal): TurnAnswer {
  const { proposer, id: token } = proposal;
  return {
    invoke: answerWithCard(receiptCardFor(ports, turn.speaker, proposal).card),
    afterSent: [
      () => ports.desk.answered(token),
      () => ports.rememberConversation(conversationOf(turn, true, ports.clock)),
      () => ports.rememberProfile(proposer),
      async () => {
        await ports.drafts.erase(proposer.personId, token);
      },
    ],
    afterLost: () => ports.releaseKept(token),
  };
}

/** What a refusal comes back as; what cannot be sent any more is kept as a draft as well. */
async function answerRefused(
  ports: BotPorts,
  { speaker }: Turn,
  sent: SentForm,
  refusal: Refusal,
): Promise<TurnAnswer> {
  const why = { summary: refusalText(refusal, speaker.locale), refusal };
  const kept = isStale(refusal) ? await keepStale(ports, speaker, sent, why) : { sent, why };
  return { invoke: answerWithCard(formAgain(ports, speaker, kept.sent, kept.why).card) };
}

async function answerOutcome(
  ports: BotPorts,
  turn: Turn,
  sent: SentForm,
  outcome: SubmitOutcome,
): Promise<TurnAnswer> {
  const { locale } = turn.speaker;
  const remember = (): Promise<void> =>
    ports.rememberConversation(conversationOf(turn, true, ports.clock));
  switch (outcome.kind) {
    case 'received':
      return answerReceived(ports, turn, outcome.stored.value);
    case 'kept': {
      const { isBusy = false } = outcome;
      const kept = { title: sent.form.title ?? '', at: ports.clock.now(), isBusy };
      const { card } = ports.cards.kept(locale, kept);
      return { invoke: answerWithCard(card), afterSent: [remember] };
    }
    case 'warned': {
      const { summary } = personalDataTexts[locale];
      const { card } = formAgain(ports, turn.speaker, sent, { summary, found: outcome.found });
      return { invoke: answerWithCard(card), afterSent: [remember] };
    }
    case 'alike': {
      const alike = alikeRows(ports, turn.speaker, outcome.hints);
      const { card } = formAgain(ports, turn.speaker, sent, { alike });
      return { invoke: answerWithCard(card), afterSent: [remember] };
    }
    case 'refused': {
      const answer = await answerRefused(ports, turn, sent, outcome.refusal);
      return { ...answer, afterSent: [remember] };
    }
  }
}

/**
 * 提案として出す: everything is checked again by the submission desk, and whatever it says, what the person wrote
 * comes back, as receipt, as 受付中 or in the form.
 */
export async function answerSubmit(
  ports: BotPorts,
  turn: Turn,
  data: unknown,
): Promise<TurnAnswer> {
  const { locale, personId, name } = turn.speaker;
  const sent = readSubmission(data);
  if (!sent) {
    return { invoke: answerWithError(400, refusalText({ code: 'form-not-yours' }, locale)) };
  }
  const { form: texts } = cardTexts[locale];
  if (sent.formVersion !== formVersion) {
    const kept = await keepStale(ports, turn.speaker, sent, { summary: texts.outdated });
    return { invoke: answerWithCard(formAgain(ports, turn.speaker, kept.sent, kept.why).card) };
  }
  if (sent.draft) {
    const kept = await keepDraft(ports, turn.speaker, sent);
    return { invoke: answerWithCard(formAgain(ports, turn.speaker, kept.sent, kept.why).card) };
  }
  const { formVersion: _version, draftSeq: _draft, endorse, ...written } = sent;
  if (endorse !== undefined) {
    const why = await endorseInstead(ports, turn.speaker, sent, endorse);
    return { invoke: answerWithCard(formAgain(ports, turn.speaker, sent, why).card) };
  }
  try {
    const conversation = conversationOf(turn, true, ports.clock);
    const who = { personId, personName: name, locale, conversation };
    const outcome = await ports.desk.submit({ ...written, ...who });
    return await answerOutcome(ports, turn, sent, outcome);
  } catch (fault) {
    const reference = referenceNumber();
    ports.log.error({ err: fault, reference }, 'a sent form could not be kept');
    const again = formAgain(ports, turn.speaker, sent, { summary: texts.notSaved(reference) });
    return { invoke: answerWithCard(again.card) };
  }
}
