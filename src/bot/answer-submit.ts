import type { OutgoingCard } from '../cards/card.js';
import { type FormCampaign, formVersion } from '../cards/form-card.js';
import { readSubmission, type SentForm } from '../cards/read-submission.js';
import { openCampaign } from '../domain/campaign.js';
import { civilDateOf } from '../domain/instant.js';
import type { Proposal } from '../domain/proposal.js';
import type { Refusal } from '../domain/refusal.js';
import { cardTexts } from '../text/card-texts.js';
import { refusalText } from '../text/refusal-texts.js';
import { terms } from '../text/terms.js';
import type { SubmitOutcome } from '../usecases/submit-proposal.js';
import { answerWithCard, answerWithError } from './invoke-answers.js';
import { referenceNumber } from './reference-number.js';
import { receiptCardFor } from './show-proposal.js';
import { type BotPorts, conversationOf, type Turn, type TurnAnswer } from './turn.js';

/** The campaign the form was opened for; a forged or vanished one still gets its form back, with nothing to promise. */
function campaignOf(
  { register, clock }: BotPorts,
  { campaignId }: SentForm,
  appName: string,
): FormCampaign {
  const campaigns = register.campaigns();
  return (
    campaigns.find((each) => each.id === campaignId) ??
    openCampaign(campaigns, clock.now()) ?? { id: campaignId, title: appName }
  );
}

/** The same form again, with every text as it was sent and a line above that says why. */
function formAgain(
  ports: BotPorts,
  { speaker }: Turn,
  sent: SentForm,
  why: { readonly summary: string; readonly refusal?: Refusal },
): OutgoingCard {
  const { register, clock, cards } = ports;
  const { locale, personId } = speaker;
  const profile = register.profile(personId)?.value;
  const { refusal } = why;
  return cards.form({
    locale,
    campaign: campaignOf(ports, sent, terms[locale].appName),
    masters: register.masters(),
    today: civilDateOf(clock.now()),
    token: sent.token,
    formOpenedAt: sent.formOpenedAt,
    form: sent.form,
    summary: why.summary,
    ...(profile && { profile }),
    ...(refusal?.code === 'invalid-fields' && { faults: refusal.fields }),
  });
}

function answerReceived(ports: BotPorts, turn: Turn, proposal: Proposal): TurnAnswer {
  const { proposer, id: token } = proposal;
  return {
    invoke: answerWithCard(receiptCardFor(ports, turn.speaker, proposal).card),
    afterSent: [
      () => ports.desk.answered(token),
      () => ports.rememberConversation(conversationOf(turn, true, ports.clock)),
      () => ports.rememberProfile(proposer),
    ],
    afterLost: () => ports.releaseKept(token),
  };
}

function answerOutcome(
  ports: BotPorts,
  turn: Turn,
  sent: SentForm,
  outcome: SubmitOutcome,
): TurnAnswer {
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
    case 'refused': {
      const { refusal } = outcome;
      const summary = refusalText(refusal, locale);
      const { card } = formAgain(ports, turn, sent, { summary, refusal });
      return { invoke: answerWithCard(card), afterSent: [remember] };
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
    const again = formAgain(ports, turn, sent, { summary: texts.outdated });
    return { invoke: answerWithCard(again.card) };
  }
  const { formVersion: _version, ...written } = sent;
  try {
    const conversation = conversationOf(turn, true, ports.clock);
    const who = { personId, personName: name, locale, conversation };
    const outcome = await ports.desk.submit({ ...written, ...who });
    return answerOutcome(ports, turn, sent, outcome);
  } catch (fault) {
    const reference = referenceNumber();
    ports.log.error({ err: fault, reference }, 'a sent form could not be kept');
    const again = formAgain(ports, turn, sent, { summary: texts.notSaved(reference) });
    return { invoke: answerWithCard(again.card) };
  }
}
