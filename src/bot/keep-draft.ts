import { randomUUID } from 'node:crypto';
import type { SentForm } from '../cards/read-submission.js';
import { openCampaign } from '../domain/campaign.js';
import type { Refusal, RefusalCode } from '../domain/refusal.js';
import { draftTexts } from '../text/draft-texts.js';
import { formatTime } from '../text/format.js';
import { refusalText } from '../text/refusal-texts.js';
import type { DraftOutcome } from '../usecases/draft-desk.js';
import type { WhyAgain } from './form-again.js';
import { referenceNumber } from './reference-number.js';
import type { BotPorts, Speaker } from './turn.js';

/** A form with why it is back; its token and the version of its draft may be others than those sent. */
export interface KeptAside {
  readonly sent: SentForm;
  readonly why: WhyAgain;
}

function save({ drafts }: BotPorts, { personId }: Speaker, sent: SentForm): Promise<DraftOutcome> {
  const { token: id, campaignId, form, draftSeq: seen = 0 } = sent;
  return drafts.save(personId, { id, campaignId, form, seen });
}

/** The form as it now stands: what is saved of it has a version. */
function withDraft(
  { draftSeq: _, ...sent }: SentForm,
  { draft }: { draft?: { seq: number } },
): SentForm {
  return { ...sent, ...(draft && { draftSeq: draft.seq }) };
}

/** The same form under a token of its own. */
function apart({ draftSeq: _, ...sent }: SentForm): SentForm {
  return { ...sent, token: randomUUID() };
}

/** A form that was not opened for its sender, as one that is opened now. */
function begunAnew({ register, clock }: BotPorts, stale: SentForm): SentForm {
  const sent = { ...apart(stale), formOpenedAt: clock.now() };
  const campaigns = register.campaigns();
  if (campaigns.some(({ id }) => id === sent.campaignId)) return sent;
  return { ...sent, campaignId: openCampaign(campaigns, clock.now())?.id ?? sent.campaignId };
}

async function saved(ports: BotPorts, speaker: Speaker, sent: SentForm): Promise<KeptAside> {
  const { locale } = speaker;
  const texts = draftTexts[locale];
  const outcome = await save(ports, speaker, sent);
  if (outcome.kind === 'done') {
    const summary = texts.saved(formatTime(ports.clock.now()));
    return { sent: withDraft(sent, outcome), why: { summary, isGood: true } };
  }
  const { refusal } = outcome;
  if (refusal.code !== 'draft-changed')
    return { sent, why: { summary: refusalText(refusal, locale) } };
  const other = apart(sent);
  const second = await save(ports, speaker, other);
  return second.kind === 'done'
    ? { sent: withDraft(other, second), why: { summary: texts.savedApart, isGood: true } }
    : { sent, why: { summary: refusalText(second.refusal, locale) } };
}

async function erased(ports: BotPorts, speaker: Speaker, sent: SentForm): Promise<KeptAside> {
  const { locale, personId } = speaker;
  const outcome = await ports.drafts.erase(personId, sent.token);
  return outcome.kind === 'refused'
    ? { sent, why: { summary: refusalText(outcome.refusal, locale) } }
    : { sent: withDraft(sent, {}), why: { summary: draftTexts[locale].erased, isGood: true } };
}

/** 下書き保存 and 下書きを消す: the form comes back with every text, and with what became of its draft. */
export async function keepDraft(
  ports: BotPorts,
  speaker: Speaker,
  sent: SentForm,
): Promise<KeptAside> {
  const act = sent.draft === 'erase' ? erased : saved;
  try {
    return await act(ports, speaker, sent);
  } catch (fault) {
    const reference = referenceNumber();
    ports.log.error({ err: fault, reference }, 'a draft was not kept');
    return { sent, why: { summary: draftTexts[speaker.locale].notSaved(reference) } };
  }
}

/** Refusals after which the form as it is cannot be sent, or not for long. */
const ends: ReadonlySet<RefusalCode> = new Set([
  'no-open-campaign',
  'campaign-closed',
  'form-not-yours',
  'not-addressed',
  'too-many-proposals',
]);

/** Whether a form that was refused so is stale: what was typed is then kept as a draft. */
export const isStale = ({ code }: Refusal): boolean => ends.has(code);

/**
 * A stale form: what was typed is kept as a draft, and the form says so. One that is somebody
 * else's goes on as one of the speaker's own.
 */
export async function keepStale(
  ports: BotPorts,
  speaker: Speaker,
  stale: SentForm,
  { summary = '', refusal }: WhyAgain,
): Promise<KeptAside> {
  const texts = draftTexts[speaker.locale];
  const sent = refusal?.code === 'form-not-yours' ? begunAnew(ports, stale) : stale;
  const why = (said: string): WhyAgain => ({
    summary: `${summary}\n\n${said}`,
    ...(refusal && { refusal }),
  });
  try {
    const outcome = await save(ports, speaker, sent);
    return outcome.kind === 'done'
      ? { sent: withDraft(sent, outcome), why: why(texts.keptToo) }
      : { sent, why: why(`${texts.notKept}${refusalText(outcome.refusal, speaker.locale)}`) };
  } catch (fault) {
    ports.log.warn({ err: fault }, 'a stale form was not kept as a draft');
    return { sent, why: why(texts.notKept) };
  }
}
