import type { OutgoingCard } from '../cards/card.js';
import { cardTexts } from '../text/card-texts.js';
import { extensionTexts } from '../text/extension-texts.js';
import { answerWithSentence } from './extension/extension-answers.js';
import { answerSentence } from './extension/quote-answers.js';
import type { BotRequest, GateOutcome } from './gate.js';
import type { IncomingActivity } from './incoming-activity.js';
import { answerWithMessage } from './invoke-answers.js';
import { openRecentMessages } from './recent-messages.js';
import { referenceNumber } from './reference-number.js';
import { routeOf } from './routes.js';
import type { BotSdk, InvokeAnswer, TurnTools } from './sdk.js';
import { type BotPorts, type Turn, type TurnAnswer, turnOf } from './turn.js';

/** What HTTP answers, and what is to be done afterwards. */
export interface BotAnswer {
  readonly status: number;
  readonly body?: unknown;
  /** To be called once the answer has been written out; never throws. */
  readonly afterSent?: () => Promise<void>;
  /** To be called instead where the answer could not be written. */
  readonly afterLost?: () => void;
}

/** What the endpoint is made of. */
export interface BotEndpointOptions extends BotPorts {
  readonly gate: (request: BotRequest) => Promise<GateOutcome>;
  readonly sdk: BotSdk;
}

const typingAfterMs = 1_500;
const longestWaitMs = 2_000;
/** Teams takes a turn for lost after 15 s and delivers it again. */
const longestTurnMs = 12_000;
const unavailable: BotAnswer = { status: 503, body: { message: cardTexts.ja.unavailable } };

/** Runs what follows an answer; nobody waits for it, so its faults go to the log. */
function followUp({ log }: BotPorts, acts: readonly (() => Promise<void>)[]): () => Promise<void> {
  return async () => {
    for (const act of acts) {
      try {
        await act();
      } catch (fault) {
        log.error({ err: fault }, 'after an answer of the bot');
      }
    }
  };
}

async function showTypingIfSlow(
  { pause, log }: BotPorts,
  work: Promise<unknown>,
  tools: TurnTools,
): Promise<void> {
  const isSlow = await Promise.race([
    work.then(() => false),
    pause(typingAfterMs).then(() => true),
  ]);
  if (!isSlow) return;
  await tools.showTyping().catch((fault: unknown) => log.warn({ err: fault }, 'typing'));
}

/** Sends a reply; what certainly was not sent is tried once more within the turn. */
async function reply(
  { pause, log }: BotPorts,
  tools: TurnTools,
  { card, summary }: OutgoingCard,
): Promise<boolean> {
  let outcome = await tools.reply(card, summary);
  if (outcome.kind === 'not-sent') {
    await pause(Math.min(outcome.retryAfterMs ?? 500, longestWaitMs));
    outcome = await tools.reply(card, summary);
  }
  if (outcome.kind !== 'accepted') log.warn({ outcome }, 'a reply was not accepted');
  return outcome.kind === 'accepted';
}

/** The reply, and what is said behind it where the reply arrived. Answers what then is to be remembered. */
async function say(
  ports: BotPorts,
  tools: TurnTools,
  { reply: first, also }: TurnAnswer,
): Promise<readonly (() => Promise<void>)[]> {
  if (!first || !(await reply(ports, tools, first)) || !also) return [];
  return (await reply(ports, tools, also.card)) ? [also.onAccepted] : [];
}

/** A fault becomes a sentence with a reference number; the person never sees what it was. */
function answerFault(ports: BotPorts, turn: Turn, fault: unknown): TurnAnswer {
  const { cards, log } = ports;
  const reference = referenceNumber();
  const { locale } = turn.speaker;
  log.error({ err: fault, reference, type: turn.activity.type }, 'a turn of the bot failed');
  const ofExtension = extensionTexts[locale].fault(reference);
  switch (turn.activity.name) {
    case 'composeExtension/query':
      return { invoke: answerWithSentence(ofExtension) };
    case 'composeExtension/fetchTask':
    case 'composeExtension/submitAction':
      return { invoke: answerSentence(ports, turn.speaker, ofExtension) };
  }
  const text = cardTexts[locale].notice.fault(reference);
  return turn.activity.type === 'invoke'
    ? { invoke: answerWithMessage(text) }
    : { reply: cards.notice(locale, text, ['help']) };
}

/** The documented answer to what the bot does not know: 501 for an invoke, silence for the rest. */
function unanswered({ type }: IncomingActivity): BotAnswer {
  return { status: type === 'invoke' ? 501 : 200 };
}

async function runTurn(options: BotEndpointOptions, turn: Turn): Promise<BotAnswer> {
  const { activity } = turn;
  const handler = routeOf(activity);
  if (!handler) return unanswered(activity);
  let answer: TurnAnswer = {};
  let said: readonly (() => Promise<void>)[] = [];
  const result: InvokeAnswer | undefined = await options.sdk.runTurn(activity, async (tools) => {
    const work = handler(options, turn).catch((fault) => answerFault(options, turn, fault));
    if (activity.type === 'message') await showTypingIfSlow(options, work, tools);
    answer = await work;
    said = await say(options, tools, answer);
    return answer.invoke;
  });
  const { afterLost } = answer;
  const afterSent = [...(answer.afterSent ?? []), ...said];
  return {
    status: result?.status ?? 200,
    ...(result?.body !== undefined && { body: result.body }),
    ...(afterSent.length > 0 && { afterSent: followUp(options, afterSent) }),
    ...(afterLost && { afterLost }),
  };
}

/** The answer of a turn, or 200 once its time has run out; then the turn goes on behind the answer. */
async function answerInTime(
  { pause, log }: BotPorts,
  running: Promise<BotAnswer>,
): Promise<BotAnswer> {
  const answer = await Promise.race([running, pause(longestTurnMs).then(() => undefined)]);
  if (answer) return answer;
  log.warn({}, 'a turn of the bot took too long and goes on behind its answer');
  running
    .then((late) => late.afterSent?.())
    .catch((fault: unknown) => log.error({ err: fault }, 'the bot endpoint failed'));
  return { status: 200 };
}

/**
 * The bot's endpoint without its transport: headers and body in, status and body out. Nothing but 503 ever says that
 * something is wrong on this side, and never what.
 */
export function createBotEndpoint(
  options: BotEndpointOptions,
): (request: BotRequest) => Promise<BotAnswer> {
  const { gate, log, register } = options;
  const recent = openRecentMessages();

  /** A message counts once, however often it is delivered under its id; invokes carry a token of their own. */
  async function takeMessage(turn: Turn): Promise<BotAnswer> {
    const id = `${turn.activity.conversation.id} ${turn.activity.id}`;
    if (!recent.take(id)) return { status: 200 };
    try {
      return await runTurn(options, turn);
    } catch (fault) {
      recent.forget(id);
      throw fault;
    }
  }

  async function take(activity: IncomingActivity): Promise<BotAnswer> {
    const turn = turnOf(activity, register);
    if (!turn) return unanswered(activity);
    // An invoke is answered by its body, and its handlers keep to a time of their own.
    if (activity.type === 'invoke') return runTurn(options, turn);
    const running = activity.type === 'message' ? takeMessage(turn) : runTurn(options, turn);
    return answerInTime(options, running);
  }

  return async (request) => {
    try {
      const outcome = await gate(request);
      if (outcome.kind === 'passed') return await take(outcome.activity);
      log.warn({ reason: outcome.reason }, 'a request to the bot was stopped');
      return outcome.status === 503 ? unavailable : { status: outcome.status };
    } catch (fault) {
      log.error({ err: fault }, 'the bot endpoint failed');
      return unavailable;
    }
  };
}
