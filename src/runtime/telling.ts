import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Cards } from '../cards/create-cards.js';
import type { Conversation } from '../domain/conversation.js';
import { composeNotices } from '../notifications/compose-notices.js';
import { openTeller, type Teller } from '../notifications/tell.js';
import { openLocalMark } from '../spool/local-mark.js';
import { readFrozen } from '../usecases/freeze-audience.js';
import type { Messenger } from '../usecases/messenger.js';
import type { Clock, FaultLog } from '../usecases/ports.js';
import { rememberConversation } from '../usecases/remember-conversation.js';
import type { Books } from './books.js';

/** What telling people needs of the process. `instance` names it in the ledger. */
export interface TellingGround {
  readonly settings: { readonly dataDir: string; readonly connectorServiceUrl: string };
  readonly clock: Clock;
  readonly instance: string;
  readonly logger: Logger;
  readonly onFault: FaultLog;
}

/** Binds the keeping of a person's chat to the lists. */
export function rememberChat({ register, writer, graph }: Books) {
  const ports = { conversations: graph.stores.conversations, register, writer };
  return (conversation: Conversation) => rememberConversation(ports, conversation);
}

/** A person's chat as held; where none or an inactive one is held, what another process may have stored meanwhile. */
function currentChat({ register, writer, graph }: Books) {
  return async (personId: string): Promise<Conversation | undefined> => {
    const held = register.conversation(personId);
    if (held?.value.active) return held.value;
    const stored = await graph.stores.conversations.findByKey(personId);
    if (stored) writer.tookConversation(stored);
    return (stored ?? held)?.value;
  };
}

/** Binds the teller to the lists, the cards and the way to Teams. */
export function openTelling(
  ground: TellingGround,
  books: Books,
  cards: Cards,
  messenger: Messenger,
): Teller {
  const { clock, settings, instance, logger, onFault } = ground;
  const { register, writer, graph } = books;
  const remember = rememberChat(books);
  const teamOf = (channelId: string): string =>
    register.channelMap().find((mapping) => mapping.channelId === channelId)?.teamId ?? '';
  return openTeller({
    clock,
    register,
    writer,
    ledger: graph.stores.ledger,
    marks: graph.stores.noticeMark,
    localMark: openLocalMark(join(settings.dataDir, 'notices-derived-through'), (fault) =>
      onFault('remembering how far notices are derived', fault),
    ),
    eventsAsOf: () => graph.eventsAsOf(),
    // One process per data folder holds the lease by itself; the epoch still tells overlapping processes apart.
    lease: { holder: instance, epoch: clock.now(), held: () => true },
    compose: composeNotices(cards, register, clock),
    sender: {
      toPerson: (to, { card, summary }) => messenger.sendToPerson(to, card, summary),
      toChannel: (channelId, { card, summary }) =>
        messenger.sendToChannel(
          { channelId, teamId: teamOf(channelId), serviceUrl: settings.connectorServiceUrl },
          card,
          summary,
        ),
    },
    conversationOf: currentChat(books),
    onUnreachable: (conversation) => remember({ ...conversation, active: false }),
    onUndelivered: (what) => logger.warn(what, 'a notice did not reach its place'),
    onOwnFault: (what) => logger.error(what, 'the connector refuses the app: sending pauses'),
    onLedgerLoss: ({ held }) =>
      logger.error(
        { held },
        'the notice ledger has lost rows: these notices are held until an administrator releases or dismisses them',
      ),
    frozenOf: (proposalId, { scheduleSeq, chunks }) =>
      readFrozen(graph.stores, { proposalId, scheduleSeq }, chunks),
    onFault,
  });
}
