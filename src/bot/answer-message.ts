import { answerCommand } from './commands/answer-command.js';
import { readCommand } from './commands/read-command.js';
import { readPressed } from './commands/read-pressed.js';
import { missedFor } from './show-missed.js';
import { conversationOf, type TurnHandler } from './turn.js';

/** Messages: typed words, free text, pressed buttons. In a channel only the way to the personal chat. */
export const answerMessage: TurnHandler = async (ports, turn) => {
  const { activity, speaker, isPersonal } = turn;
  if (!isPersonal) return { reply: ports.cards.personalChat(speaker.locale) };
  const command = readPressed(activity.value) ?? readCommand(activity.text ?? '');
  const also = missedFor(ports, speaker);
  return {
    reply: answerCommand(ports, speaker, command),
    ...(also && { also }),
    afterSent: [() => ports.rememberConversation(conversationOf(turn, true, ports.clock))],
  };
};
