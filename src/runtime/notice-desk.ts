import type { NoticeActs } from '../api/deps.js';
import type { Teller } from '../notifications/tell.js';
import type { Clock } from '../usecases/ports.js';
import { settleHeldNotices } from '../usecases/settle-held-notices.js';
import type { Books } from './books.js';

/** What an administrator asks of notices: their balance, and what becomes of those that are held. */
export function openNoticeDesk(
  clock: Clock,
  { graph, register, writer }: Pick<Books, 'graph' | 'register' | 'writer'>,
  teller: Teller,
): NoticeActs {
  const ports = { clock, ledger: graph.stores.ledger, register, writer };
  return {
    balance: () => teller.balance(),
    quietUntil: () => teller.quietUntil(),
    settle: (roles, ids, word) => settleHeldNotices(ports, roles, ids, word),
  };
}
