import type { BotPorts, BotRegister } from '../../src/bot/turn.js';
import { supportKey } from '../../src/domain/support.js';
import { createRegister } from '../../src/register/register.js';
import { findAlikeFor } from '../../src/usecases/find-alike-for.js';
import type { Clock, SupportBook } from '../../src/usecases/ports.js';
import type { SimilarTexts } from '../../src/usecases/similarity-ports.js';
import { supportProposal } from '../../src/usecases/support-proposal.js';
import type { OpenBot } from './open-bot.js';

/** The texts of a real register, which takes what the lists of the bot hold whenever it is asked. */
function similarTextsOf(bot: OpenBot): SimilarTexts {
  const register = createRegister({ versionOf: (tag) => Number(/,(\d+)/.exec(tag)?.[1]) });
  let read = 0;
  const upToDate = (): SimilarTexts => {
    if (bot.failComparing) throw new Error('no index');
    read += 1;
    for (const stored of bot.proposals.items.values()) register.tookProposal(stored);
    bot.measures.forEach((value, at) => {
      const stored = { value, itemId: `m${at}`, revision: `"m,${read}"` };
      register.changes.measures({ kind: 'stored', stored, version: read });
    });
    return register.similarTexts;
  };
  return {
    index: () => upToDate().index(),
    read: (most) => upToDate().read(most),
    version: () => upToDate().version(),
  };
}

function supportBook(bot: OpenBot): SupportBook {
  const all = () => [...bot.supports.items.values()];
  return {
    support: (proposalId, personId) =>
      all().find(({ value }) => supportKey(value) === supportKey({ proposalId, personId })),
    supportsOf: (id) => all().filter(({ value }) => value.personId === id),
    endorsersOf: (id) => bot.endorsers.get(id) ?? [],
    endorsementCount: (id) => bot.endorsers.get(id)?.length ?? 0,
    endorsementCounts: () => new Map(),
    tookSupport: ({ value }) => {
      const others = bot.endorsers.get(value.proposalId) ?? [];
      bot.endorsers.set(value.proposalId, [...new Set([...others, value.personId])]);
    },
  };
}

/** What a bot under test finds that is like a text, and how it endorses. */
export function alikeDesk(
  bot: OpenBot,
  register: BotRegister,
  clock: Clock,
): Pick<BotPorts, 'findAlike' | 'endorse'> {
  const compared = { ...register, similarTexts: similarTextsOf(bot) };
  const supported = { ...register, ...supportBook(bot) };
  return {
    findAlike: (by, words) => findAlikeFor({ register: compared, clock }, by, words),
    endorse: (by, number) =>
      supportProposal(
        { clock, register: supported, supports: bot.supports.store },
        by,
        number,
        'endorsed',
      ),
  };
}
