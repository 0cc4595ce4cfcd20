import type { OutgoingCard } from '../cards/card.js';
import { commandNames } from '../cards/card.js';
import { openCampaign } from '../domain/campaign.js';
import { standingOf } from '../domain/capacity.js';
import { publishedHead } from '../domain/published-view.js';
import { refusalText } from '../text/refusal-texts.js';
import type { IncomingActivity } from './incoming-activity.js';
import { openForm } from './open-form.js';
import { type Command, readCommand } from './read-command.js';
import { statusCardFor, visibleProposal } from './show-proposal.js';
import { type BotPorts, conversationOf, type Speaker, type TurnHandler } from './turn.js';

/** The command of a pressed button; buttons send `{command}` instead of text. */
function pressedCommand({ value }: IncomingActivity): Command | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const pressed = new Map<string, unknown>(Object.entries(value)).get('command');
  const known = commandNames.find((name) => name === pressed);
  return known && { kind: known };
}

function statusOf(ports: BotPorts, speaker: Speaker, number: string): OutgoingCard {
  const proposal = visibleProposal(ports, speaker, number);
  if (proposal) return statusCardFor(ports, speaker, proposal);
  const text = refusalText({ code: 'not-found' }, speaker.locale);
  return ports.cards.notice(speaker.locale, text, ['mine', 'help']);
}

function cardFor(ports: BotPorts, speaker: Speaker, command: Command): OutgoingCard {
  const { cards, register, clock } = ports;
  const { locale, personId } = speaker;
  switch (command.kind) {
    case 'greet':
      return cards.welcome(locale, openCampaign(register.campaigns(), clock.now()));
    case 'propose':
      return openForm(ports, speaker);
    case 'draft':
      return openForm(ports, speaker, command.text);
    case 'mine': {
      const own = register.contributionsOf(personId).map(({ value }) => ({
        view: publishedHead(value),
        as: standingOf(value, personId) ?? 'proposer',
      }));
      return cards.myProposals(locale, own);
    }
    case 'status':
      return statusOf(ports, speaker, command.number);
    case 'help':
      return cards.help(locale);
    case 'menu':
      return cards.menu(locale);
  }
}

/** Messages: typed words, free text, pressed buttons. In a channel only the way to the personal chat. */
export const answerMessage: TurnHandler = async (ports, turn) => {
  const { activity, speaker, isPersonal } = turn;
  if (!isPersonal) return { reply: ports.cards.personalChat(speaker.locale) };
  const command = pressedCommand(activity) ?? readCommand(activity.text ?? '');
  return {
    reply: cardFor(ports, speaker, command),
    afterSent: [() => ports.rememberConversation(conversationOf(turn, true, ports.clock))],
  };
};
