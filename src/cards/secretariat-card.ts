import type { Locale } from '../domain/conversation.js';
import { civilDateOf } from '../domain/instant.js';
import type { Masters } from '../domain/masters.js';
import type { Proposal } from '../domain/proposal.js';
import type { TrailEntry } from '../domain/trail.js';
import { codeTexts } from '../text/code-texts.js';
import { formatDayWithWeekday, formatShortDate } from '../text/format.js';
import { type NoticeTexts, noticeTexts } from '../text/notice-texts.js';
import { terms } from '../text/terms.js';
import type { OutgoingCard } from './card.js';
import type { CardFrame } from './card-frame.js';
import type { Fact } from './decision-facts.js';
import { tabLink } from './deep-link.js';
import { officeLabel } from './labels.js';
import { type Message, messageCard } from './message-card.js';

/** What the secretariat's own channel is told of. It may read the working state, but never who proposed. */
export interface SecretariatCardInput {
  readonly locale: Locale;
  readonly masters: Masters;
  readonly proposal: Proposal;
  readonly entry: TrailEntry;
}

type Said = Pick<Message, 'headline' | 'facts' | 'boxes'>;

interface Words extends Omit<SecretariatCardInput, 'entry'> {
  readonly texts: NoticeTexts['secretariat'];
}

type EntryOf<K extends TrailEntry['kind']> = Extract<TrailEntry, { readonly kind: K }>;

function labelOf(departmentId: string | undefined, { masters, locale }: Words): string {
  return departmentId === undefined ? '' : officeLabel({ departmentId }, masters, locale);
}

function requestedOffice(requestId: string, words: Words): string {
  const request = words.proposal.opinions.find(({ id }) => id === requestId);
  return labelOf(request?.departmentId, words);
}

/** The department that was handed the proposal, as it was told. */
function owningOffice(words: Words): string {
  return labelOf(words.proposal.published.decision?.owner.departmentId, words);
}

function suggestion(departmentId: string | undefined, words: Words): readonly Fact[] {
  if (departmentId === undefined) return [];
  return [{ title: words.texts.suggested, value: labelOf(departmentId, words) }];
}

function dueFact(dueOn: string, { locale }: Words): readonly Fact[] {
  return [{ title: terms[locale].field.replyDue, value: formatDayWithWeekday(dueOn, locale) }];
}

function given({ requestId, verdict, text }: EntryOf<'opinion-given'>, words: Words): Said {
  const { opinionVerdict } = codeTexts[words.locale];
  return {
    headline: words.texts.opinionGiven(requestedOffice(requestId, words)),
    facts: [{ title: terms[words.locale].field.opinionVerdict, value: opinionVerdict[verdict] }],
    boxes: [[{ label: words.texts.opinion, text }]],
  };
}

function replied({ answer, dueOn, text }: EntryOf<'delegation-replied'>, words: Words): Said {
  const { field } = terms[words.locale];
  return {
    headline: words.texts.delegationReplied(owningOffice(words)),
    facts: [
      { title: field.replyAnswer, value: codeTexts[words.locale].replyAnswer[answer] },
      { title: field.replyBy, value: formatDayWithWeekday(dueOn, words.locale) },
    ],
    boxes: [[{ label: words.texts.answer, text }]],
  };
}

function lateSentence(entry: EntryOf<'reminded'>, words: Words): string {
  const { texts } = words;
  const { about, step, target } = entry;
  const office = about === 'opinion' ? requestedOffice(target, words) : owningOffice(words);
  if (about === 'question') return texts.lateQuestion;
  if (about === 'confirmation') return texts.lateConfirmation;
  if (step !== 'escalated') return texts.noChannel(office);
  return about === 'opinion' ? texts.lateOpinion(office) : texts.lateDelegation(office);
}

function reasonBox(reason: string | undefined, { texts }: Words): Pick<Said, 'boxes'> {
  return reason ? { boxes: [[{ label: texts.reason, text: reason }]] } : {};
}

/** The words for an entry; undefined for what the secretariat is not told of. */
function saidOf(entry: TrailEntry, words: Words): Said | undefined {
  const { texts } = words;
  switch (entry.kind) {
    case 'question-answered':
      return {
        headline: texts.questionAnswered,
        boxes: [[{ label: texts.answer, text: entry.text }]],
      };
    case 'withdrawn':
      return { headline: texts.withdrawn, ...reasonBox(entry.reason, words) };
    case 'opinion-given':
      return given(entry, words);
    case 'opinion-returned':
      return {
        headline: texts.opinionReturned(requestedOffice(entry.requestId, words)),
        facts: suggestion(entry.suggestedDepartmentId, words),
        ...reasonBox(entry.reason, words),
      };
    case 'returned':
      return {
        headline: texts.delegationReturned(owningOffice(words)),
        facts: suggestion(entry.suggestedDepartmentId, words),
        ...reasonBox(entry.reason, words),
      };
    case 'delegation-replied':
      return replied(entry, words);
    case 'reopened':
      return { headline: texts.reopened, ...reasonBox(entry.reason, words) };
    case 'reminded':
      return { headline: lateSentence(entry, words), facts: dueFact(entry.dueOn, words) };
    default:
      return undefined;
  }
}

/** What happened, for the secretariat's channel; undefined where it is not told of this. */
export function secretariatCard(
  frame: CardFrame,
  { locale, masters, proposal, entry }: SecretariatCardInput,
): OutgoingCard | undefined {
  const texts = noticeTexts[locale];
  const words: Words = { locale, masters, proposal, texts: texts.secretariat };
  const said = saidOf(entry, words);
  if (!said) return undefined;
  const { number, content } = proposal;
  const url = tabLink(frame, `triage/${number}`, number);
  return messageCard(frame, locale, {
    number,
    title: content.title,
    eyebrow: texts.secretariat.eyebrow,
    corner: formatShortDate(civilDateOf(entry.occurredAt), locale),
    ...said,
    note: texts.secretariat.note,
    links: [{ title: texts.openTriage, url }],
  });
}
