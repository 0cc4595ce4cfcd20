import { z } from 'zod';
import { feedWords } from '../cards/settings-card.js';
import {
  type Choices,
  chatLanguages,
  chatLocale,
  choicesOf,
  wantedNews,
} from '../domain/preference.js';
import { refusalText } from '../text/refusal-texts.js';
import { answerWithCard, answerWithError } from './invoke-answers.js';
import { type BotPorts, conversationOf, type Turn, type TurnAnswer } from './turn.js';

const shape = z.object({
  supported: z.enum(wantedNews),
  language: z.enum(chatLanguages),
  inFeed: z.enum(feedWords),
});

/** Reads the data of the verb `keep-settings`; undefined for what is none of our choices. */
function readSettings(data: unknown): Choices | undefined {
  const read = shape.safeParse(data);
  if (!read.success) return undefined;
  const { supported, language, inFeed } = read.data;
  return { supported, language, inFeed: inFeed === 'yes' };
}

/** 保存 of 設定: what was chosen is kept, and the card comes back with what holds now, in the chosen language. */
export async function answerSettings(
  ports: BotPorts,
  turn: Turn,
  data: unknown,
): Promise<TurnAnswer> {
  const { personId, locale: before } = turn.speaker;
  const chosen = readSettings(data);
  if (!chosen) {
    return { invoke: answerWithError(400, refusalText({ code: 'form-not-yours' }, before)) };
  }
  const kept = await ports.keepPreference(personId, chosen);
  const held = kept ?? ports.register.preference(personId)?.value;
  const locale = chatLocale(held, turn.heard);
  const came = kept ? 'kept' : 'notKept';
  const { card } = ports.cards.settings({ locale, choices: choicesOf(held), came });
  const speaker = { ...turn.speaker, locale };
  const remember = (): Promise<void> =>
    ports.rememberConversation(conversationOf({ ...turn, speaker }, true, ports.clock));
  return { invoke: answerWithCard(card), afterSent: [remember] };
}
