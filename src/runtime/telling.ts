import { join } from 'node:path';
import { setTimeout as pauseFor } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Cards } from '../cards/create-cards.js';
import { proposalPage, tabLink } from '../cards/deep-link.js';
import type { Conversation } from '../domain/conversation.js';
import type { Instant } from '../domain/instant.js';
import { chatLocale, choicesOf } from '../domain/preference.js';
import { type QuietHours, quietUntil } from '../domain/quiet-time.js';
import { createGraphClient } from '../graph/client.js';
import { createPeopleApps } from '../graph/people-apps.js';
import type { TokenSource } from '../identity/acquire-token.js';
import { composeDigests, composeNotices } from '../notifications/compose-notices.js';
import { type FirstContact, openFirstContact } from '../notifications/first-contact.js';
import type { NoticeSender } from '../notifications/notice-ports.js';
import { openSendRate } from '../notifications/send-rate.js';
import { openTeller, type Teller } from '../notifications/tell.js';
import { openLocalMark } from '../spool/local-mark.js';
import { readFrozen } from '../usecases/freeze-audience.js';
import { type KeepPreference, keepPreference } from '../usecases/keep-preference.js';
import type { Messenger } from '../usecases/messenger.js';
import type { PeopleApps } from '../usecases/people-apps.js';
import type { Clock, FaultLog, Pause } from '../usecases/ports.js';
import { rememberConversation } from '../usecases/remember-conversation.js';
import { appVersion, type Books, graphScope } from './books.js';
import { systemClock } from './clock.js';
import { ownHolidays } from './keeping.js';

/** What telling people needs of the process. `instance` names it in the ledger. */
export interface TellingGround {
  readonly settings: {
    readonly dataDir: string;
    readonly connectorServiceUrl: string;
    readonly teamsAppId: string;
    readonly publicOrigin: string;
    readonly graphBaseUrl: string;
    readonly quietHours?: QuietHours;
  };
  readonly clock: Clock;
  readonly instance: string;
  readonly logger: Logger;
  readonly onFault: FaultLog;
  readonly token: TokenSource;
}

/** What tells people, and what reaches those who never opened the app. */
export interface Telling {
  readonly teller: Teller;
  readonly firstContact: FirstContact;
}

/** Below what the service takes: 50 messages a second, 5 entries of activity feeds (facts: bot-platform 5). */
const gapMs = { messages: 40, feeds: 250 } as const;

const pause: Pause = (milliseconds) => pauseFor(milliseconds, undefined, { ref: false });

/** Binds the keeping of a person's chat to the lists. */
export function rememberChat({ register, writer, graph }: Books) {
  const ports = { conversations: graph.stores.conversations, register, writer };
  return (conversation: Conversation) => rememberConversation(ports, conversation);
}

/** Binds the keeping of what a person chose to the lists. */
export function rememberChoices({ register, graph }: Books): KeepPreference {
  const ports = { preferences: graph.stores.preferences, book: register };
  return (personId, change) => keepPreference(ports, personId, change);
}

/** A person's chat as held; where none or an inactive one is held, what another process may have stored meanwhile. */
function currentChat({ register, writer, graph }: Books) {
  async function chatOf(personId: string): Promise<Conversation | undefined> {
    const held = register.conversation(personId);
    if (held?.value.active) return held.value;
    const stored = await graph.stores.conversations.findByKey(personId);
    if (stored) writer.tookConversation(stored);
    return (stored ?? held)?.value;
  }
  return async (personId: string): Promise<Conversation | undefined> => {
    const chat = await chatOf(personId);
    if (!chat) return undefined;
    const preference = register.preference(personId)?.value;
    return { ...chat, locale: chatLocale(preference, chat.locale) };
  };
}

/** When the quiet time ends that is on at an instant, by the settings and the holidays of the office. */
export function openQuietTime(
  { settings: { quietHours } }: Pick<TellingGround, 'settings'>,
  { register }: Books,
): (at: Instant) => Instant | undefined {
  const isHoliday = ownHolidays(register);
  return (at) => quietHours && quietUntil(at, quietHours, isHoliday);
}

/** The app in the hands of people. A chain of its own: what Teams refuses for load says nothing of the lists. */
function openPeopleApps({ settings, clock, logger, token }: TellingGround): PeopleApps {
  const { graphBaseUrl: baseUrl, teamsAppId } = settings;
  const client = createGraphClient({
    baseUrl,
    clock,
    log: logger,
    version: appVersion,
    token: (refused) => token(graphScope, refused),
  });
  const linkTo = (number: string): string => tabLink(settings, proposalPage(number), number);
  return createPeopleApps(client, { teamsAppId, linkTo });
}

function openContact(
  { clock, logger, onFault, ...ground }: TellingGround,
  books: Books,
  apps: PeopleApps,
): FirstContact {
  return openFirstContact({
    clock,
    register: books.register,
    quietUntil: openQuietTime(ground, books),
    install: apps.install,
    onNotAllowed: () =>
      logger.info('the app may not install itself; who never opened it is told once they do'),
    onFault,
  });
}

/** The ways to Teams, each within its rate. */
function openSender(
  { settings: { connectorServiceUrl: serviceUrl } }: TellingGround,
  messenger: Messenger,
  apps: PeopleApps,
): NoticeSender {
  const clock = systemClock();
  const messages = openSendRate({ clock, pause, gapMs: gapMs.messages });
  const feeds = openSendRate({ clock, pause, gapMs: gapMs.feeds });
  return {
    toPerson: (to, { card, summary }) =>
      messages.through(to.conversationId, () => messenger.sendToPerson(to, card, summary)),
    toChannel: (channelId, { card, summary }) =>
      messages.through(channelId, () =>
        messenger.sendToChannel({ channelId, serviceUrl }, card, summary),
      ),
    toFeed: (personId, note) => feeds.through(personId, () => apps.notify(personId, note)),
  };
}

/** Binds the teller to the lists, the cards and the ways to Teams. */
export function openTelling(
  ground: TellingGround,
  books: Books,
  cards: Cards,
  messenger: Messenger,
): Telling {
  const { clock, settings, instance, logger, onFault } = ground;
  const { register, writer, graph } = books;
  const remember = rememberChat(books);
  const apps = openPeopleApps(ground);
  const firstContact = openContact(ground, books, apps);
  const teller = openTeller({
    clock,
    register,
    writer,
    ledger: graph.stores.ledger,
    marks: graph.stores.noticeMark,
    localMark: openLocalMark(join(settings.dataDir, 'notices-derived-through'), (fault) =>
      onFault('remembering how far notices are derived', fault),
    ),
    quietUntil: openQuietTime(ground, books),
    eventsAsOf: () => graph.eventsAsOf(),
    // One process per data folder holds the lease by itself; the epoch still tells overlapping processes apart.
    lease: { holder: instance, epoch: clock.now(), held: () => true },
    compose: composeNotices(cards, register, clock),
    composeDigest: composeDigests(cards, register, clock),
    sender: openSender(ground, messenger, apps),
    contacts: firstContact,
    wantsFeed: (personId) => choicesOf(register.preference(personId)?.value).inFeed,
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
  return { teller, firstContact };
}
