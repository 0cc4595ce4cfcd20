import type { AlikeRow } from '../cards/alike-notice.js';
import type { SentForm } from '../cards/read-submission.js';
import { versionInForce } from '../domain/measures/published-measure.js';
import { publishedHead } from '../domain/published-view.js';
import { alikeTexts } from '../text/alike-texts.js';
import { extensionTexts } from '../text/extension-texts.js';
import { measureTexts } from '../text/measure-texts.js';
import { refusalText } from '../text/refusal-texts.js';
import { terms } from '../text/terms.js';
import type { FoundHint } from '../usecases/find-hints-for.js';
import type { SupportOutcome } from '../usecases/support-proposal.js';
import type { WhyAgain } from './form-again.js';
import { referenceNumber } from './reference-number.js';
import type { BotPorts, Speaker } from './turn.js';

/** A dialog waits for five seconds, and what is compared again also takes its time. */
const endorseWithinMs = 3_000;
const longestText = 4_000;

function alikeRow(
  { register }: BotPorts,
  { locale, personId }: Speaker,
  hint: FoundHint,
): readonly AlikeRow[] {
  const { words, opposed } = hint;
  if ('measure' in hint) {
    const content = versionInForce(hint.measure)?.state.content;
    if (!content) return [];
    const { measure, rule } = extensionTexts[locale];
    const line = [content.kind === 'rule' ? rule : measure, measureTexts[locale].card.inForce];
    return [{ title: content.title, line: line.join('　'), words, opposed }];
  }
  const { number, content, status } = publishedHead(hint.proposal);
  return [
    {
      title: content.title,
      line: `${number}　${terms[locale].status[status]}`,
      number,
      isEndorsed: register.endorsersOf(hint.proposal.id).includes(personId),
      words,
      opposed,
    },
  ];
}

/** What there is already that is like a form, as its card shows it. */
export function alikeRows(
  ports: BotPorts,
  speaker: Speaker,
  hints: readonly FoundHint[],
): readonly AlikeRow[] {
  return hints.flatMap((hint) => alikeRow(ports, speaker, hint));
}

function rowsOf(ports: BotPorts, speaker: Speaker, { form }: SentForm): readonly AlikeRow[] {
  const part = (text = ''): string => text.slice(0, longestText);
  const words = {
    title: part(form.title),
    currentProblem: part(form.currentProblem),
    proposedContent: part(form.proposedContent),
    expectedEffect: part(form.expectedEffect),
  };
  const by = { id: speaker.personId, name: speaker.name };
  return alikeRows(ports, speaker, ports.findAlike(by, words));
}

/** Endorses, within the time of an answer; what comes later is stored all the same. */
async function endorseInTime(
  { endorse, pause, log }: BotPorts,
  { personId: id, name }: Speaker,
  number: string,
): Promise<SupportOutcome | undefined> {
  const running = endorse({ id, name }, number);
  running.catch((fault: unknown) => log.warn({ err: fault }, 'endorsing from a form'));
  return Promise.race([running, pause(endorseWithinMs).then(() => undefined)]);
}

async function endorsed(ports: BotPorts, speaker: Speaker, number: string): Promise<WhyAgain> {
  const { hasEndorsed, endorseLate, notEndorsed } = alikeTexts[speaker.locale];
  try {
    const outcome = await endorseInTime(ports, speaker, number);
    if (!outcome) return { summary: endorseLate(number) };
    return outcome.kind === 'refused'
      ? { summary: refusalText(outcome.refusal, speaker.locale) }
      : { summary: hasEndorsed(number), isGood: true };
  } catch (fault) {
    const reference = referenceNumber();
    ports.log.error({ err: fault, reference }, 'an endorsement from a form was not stored');
    return { summary: notEndorsed(reference) };
  }
}

/** 賛同だけする: endorses what a form is like. The form comes back as it was sent, for nothing of it is stored. */
export async function endorseInstead(
  ports: BotPorts,
  speaker: Speaker,
  sent: SentForm,
  number: string,
): Promise<WhyAgain> {
  const why = await endorsed(ports, speaker, number);
  return { ...why, alike: rowsOf(ports, speaker, sent) };
}
