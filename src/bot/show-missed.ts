import { publishedHead } from '../domain/published-view.js';
import { missedNotices } from '../usecases/missed-notices.js';
import { publishedSurroundings } from '../usecases/published-surroundings.js';
import type { AlsoSaid, BotPorts, Speaker } from './turn.js';

/** 届かなかった通知 for whoever is back: the present state of what this person was not told of; each is shown once. */
export function missedFor(ports: BotPorts, { personId, locale }: Speaker): AlsoSaid | undefined {
  const { register, cards } = ports;
  const { notices, through } = missedNotices(ports, personId);
  if (through === undefined || notices.length === 0) return undefined;
  const around = publishedSurroundings(register);
  const views = notices.map(({ proposal }) => publishedHead(proposal, around));
  return {
    card: cards.digest({ locale, views, as: 'missed' }),
    onAccepted: async () => {
      await ports.keepPreference(personId, { missedSeenThrough: through });
    },
  };
}
