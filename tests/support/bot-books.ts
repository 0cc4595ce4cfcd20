import type { BotRegister } from '../../src/bot/turn.js';
import { createRegister } from '../../src/register/register.js';
import type { Stored } from '../../src/usecases/ports.js';
import type { OpenBot } from './open-bot.js';

/** What of the register of a bot is of a real one. */
type SearchedBooks = Pick<
  BotRegister,
  | 'catalogue'
  | 'measure'
  | 'measures'
  | 'proposalsLinkedTo'
  | 'proposalsToldWith'
  | 'effectAnswer'
  | 'effectAnswersOf'
  | 'adoption'
  | 'adoptionsOf'
  | 'endorsementCount'
  | 'endorsementCounts'
  | 'endorsersOf'
>;

/** The counter of the etags of `fakeList`. */
const versionOf = (revision: string): number => Number(/,(\d+)/.exec(revision)?.[1]);

/**
 * The books of a bot under test that searches read: those of a real register, which takes what the lists of the bot
 * hold whenever one of them is asked.
 */
export function searchedBooks(bot: OpenBot): SearchedBooks {
  const register = createRegister({ versionOf });
  let read = 0;
  const upToDate = () => {
    for (const stored of bot.proposals.items.values()) register.tookProposal(stored);
    read += 1;
    bot.measures.forEach((value, at) => {
      const stored: Stored<typeof value> = { value, itemId: `m${at}`, revision: `"m,${read}"` };
      register.changes.measures({ kind: 'stored', stored, version: read });
    });
    return register;
  };
  return {
    catalogue: { find: (...asked) => upToDate().catalogue.find(...asked) },
    measure: (id) => upToDate().measure(id),
    measures: () => upToDate().measures(),
    proposalsLinkedTo: (id) => upToDate().proposalsLinkedTo(id),
    proposalsToldWith: (id) => upToDate().proposalsToldWith(id),
    effectAnswer: () => undefined,
    effectAnswersOf: () => [],
    adoption: () => undefined,
    adoptionsOf: () => [],
    endorsementCount: (id) => bot.endorsers.get(id)?.length ?? 0,
    endorsementCounts: () => new Map([...bot.endorsers].map(([id, all]) => [id, all.length])),
    endorsersOf: (id) => bot.endorsers.get(id) ?? [],
  };
}
