import { openCampaign } from '../domain/campaign.js';
import { missedFor } from './show-missed.js';
import { conversationOf, type TurnHandler } from './turn.js';

/**
 * Installed and removed. Only here comes the welcome: on a first install Teams sends a conversationUpdate too, and two
 * welcomes would greet one person.
 */
export const answerInstallation: TurnHandler = async (ports, turn) => {
  if (!turn.isPersonal) return {};
  const { register, clock, cards } = ports;
  const isRemoved = turn.activity.action?.startsWith('remove') ?? false;
  const remember = (): Promise<void> =>
    ports.rememberConversation(conversationOf(turn, !isRemoved, clock));
  if (turn.activity.action !== 'add') return { afterSent: [remember] };
  const campaign = openCampaign(register.campaigns(), clock.now());
  const also = missedFor(ports, turn.speaker);
  const reply = cards.welcome(turn.speaker.locale, campaign);
  return { reply, ...(also && { also }), afterSent: [remember] };
};
