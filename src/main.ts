import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Logger, pino } from 'pino';
import { createApiServer } from './api/create-api-server.js';
import type { ApiServer } from './api/deps.js';
import { createBotEndpoint } from './bot/endpoint.js';
import { createGate } from './bot/gate.js';
import { readBody } from './bot/read-body.js';
import { type BotSdk, openBotSdk } from './bot/sdk.js';
import { readStrictJson } from './bot/strict-json.js';
import { type Cards, createCards } from './cards/create-cards.js';
import { loadTemplates } from './cards/templates.js';
import { createTokenSource, type TokenSource } from './identity/acquire-token.js';
import { createBotTokenCheck } from './identity/check-bot-token.js';
import { openUserTokenCheck } from './identity/check-user-token.js';
import type { Teller } from './notifications/tell.js';
import { actPorts } from './runtime/act-ports.js';
import { openAttachmentActs } from './runtime/attachment-work.js';
import { beginSweeps } from './runtime/begin-sweeps.js';
import { type Books, StartFault } from './runtime/books.js';
import { readBuildMark } from './runtime/build-mark.js';
import {
  type ChangeNotifications,
  openChangeNotifications,
} from './runtime/change-notifications.js';
import { followedClock, type RunningClock, systemClock } from './runtime/clock.js';
import { openExamination } from './runtime/examine-apart.js';
import { type HealthWatch, officeCheck, openHealthWatch, ownChecks } from './runtime/health.js';
import { openIssueGroupActs } from './runtime/issue-group-work.js';
import { openKeeping } from './runtime/keeping.js';
import { type KeptForms, openKeptForms } from './runtime/kept-forms.js';
import { type ListFaultWork, openListFaults } from './runtime/list-faults.js';
import { openMeasureWork } from './runtime/measure-work.js';
import { openNoticeDesk } from './runtime/notice-desk.js';
import { openProposing, type Proposing } from './runtime/proposing.js';
import { openReleaseWork } from './runtime/release-work.js';
import { repeat } from './runtime/repeat.js';
import { serveBot } from './runtime/serve-bot.js';
import type { SnapshotKeeper } from './runtime/snapshot-keeper.js';
import { type StartedBooks, startBooks } from './runtime/start-books.js';
import { submitPorts } from './runtime/submit-ports.js';
import { openTelling, rememberChat, rememberChoices } from './runtime/telling.js';
import { readOwnSettings, type Settings } from './settings.js';
import { settingFaultInBoth } from './text/setting-texts.js';
import { contextOf } from './usecases/act-context-now.js';
import { actOnMany } from './usecases/act-on-many.js';
import { actOnProposal } from './usecases/act-on-proposal.js';
import type { HealthCheck } from './usecases/examine-health.js';
import { findAlikeFor } from './usecases/find-alike-for.js';
import type { FaultLog } from './usecases/ports.js';
import { receiveMany } from './usecases/receive-for-somebody.js';
import { rememberProfile } from './usecases/remember-profile.js';
import type { SubmitPorts } from './usecases/submit-proposal.js';
import { supportProposal } from './usecases/support-proposal.js';
import { writeWorkbook } from './workbook/write-workbook.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const connectorScope = 'https://api.botframework.com';
const keepEveryMs = 60_000;

/** What every part is made with. `instance` names this process in the spool and in the ledger. */
interface Ground {
  readonly settings: Settings;
  readonly clock: RunningClock;
  readonly logger: Logger;
  readonly onFault: FaultLog;
  readonly token: TokenSource;
  readonly instance: string;
}

async function layGround(settings: Settings): Promise<Ground> {
  const logger = pino({ level: settings.logLevel, base: null });
  const onFault: FaultLog = (what, fault) => logger.warn({ err: fault }, what);
  const clock = settings.clockUrl
    ? await followedClock(settings.clockUrl, (fault) => onFault('reading the clock', fault))
    : systemClock();
  const { tenantId, appId: clientId, credential, loginOrigin } = settings;
  const token = createTokenSource({ tenantId, clientId, credential, loginOrigin });
  return { settings, clock, logger, onFault, token, instance: randomUUID() };
}

function openSdk({ settings, token, clock, onFault }: Ground): BotSdk {
  return openBotSdk({
    appId: settings.appId,
    tenantId: settings.tenantId,
    serviceUrls: settings.botServiceUrls,
    loginUrl: settings.loginOrigin,
    oauthScope: connectorScope,
    tokenIssuer: settings.botTokenIssuer,
    openIdMetadataUrl: settings.botOpenIdMetadataUrl,
    tokenFor: token,
    onTokenFault: (fault) => onFault('getting a token for the connector', fault),
    clock,
  });
}

function openCards({ settings }: Ground): Cards {
  return createCards({
    fill: loadTemplates(join(root, 'adaptive-cards')),
    teamsAppId: settings.teamsAppId,
    publicOrigin: settings.publicOrigin,
    botAppId: settings.appId,
  });
}

function openBot(
  ground: Ground,
  books: Books,
  cards: Cards,
  sdk: BotSdk,
  submitting: SubmitPorts,
  { desk, drafts }: Proposing,
): ReturnType<typeof createBotEndpoint> {
  const { settings, clock, logger } = ground;
  const { register, writer, graph } = books;
  const checkToken = createBotTokenCheck({
    metadataUrl: settings.botOpenIdMetadataUrl,
    issuer: settings.botTokenIssuer,
    appId: settings.appId,
    clock,
  });
  return createBotEndpoint({
    register,
    clock,
    pause: submitting.pause,
    desk,
    drafts,
    rememberConversation: rememberChat(books),
    rememberProfile: (profile) =>
      rememberProfile({ profiles: graph.stores.profiles, register, writer }, profile),
    keepPreference: rememberChoices(books),
    releaseKept: (token) => submitting.spool.release(token),
    findAlike: (by, words) => findAlikeFor({ register, clock }, by, words),
    endorse: (by, number) =>
      supportProposal({ clock, register, supports: graph.stores.supports }, by, number, 'endorsed'),
    cards,
    log: logger,
    gate: createGate({
      tenantId: settings.tenantId,
      serviceUrls: settings.botServiceUrls,
      checkToken,
    }),
    sdk,
  });
}

function openApi(
  ground: Ground,
  books: Books,
  cards: Cards,
  bot: ReturnType<typeof createBotEndpoint>,
  teller: Teller,
  submitting: SubmitPorts,
  proposing: Proposing,
  health: HealthWatch,
  faults: ListFaultWork,
  notifications: ChangeNotifications,
): ApiServer {
  const { settings, clock, logger, onFault } = ground;
  const { register, writer, graph, noteRequest } = books;
  const acts = actPorts(ground, books);
  const { tenantId, appId, appIdUri, userTokenJwksUrl: jwksUrl } = settings;
  const serve = serveBot({ readBody, answer: bot });
  const checkUser = openUserTokenCheck({ tenantId, appId, appIdUri, jwksUrl }, clock, onFault);
  return createApiServer({
    register,
    acts: {
      onOne: (by, seen, name, form) => actOnProposal(acts, by, seen, name, form),
      onMany: (by, items, name, form) => actOnMany(acts, by, items, name, form),
    },
    attachments: openAttachmentActs({
      acts,
      library: graph.attachments,
      examine: openExamination(new URL('./runtime/examine-worker.js', import.meta.url)),
      onFault,
    }),
    receive: (by, papers) => receiveMany(submitting, by, papers),
    ...proposing,
    supports: {
      give: (by, number, state) =>
        supportProposal({ clock, register, supports: graph.stores.supports }, by, number, state),
    },
    keepPreference: rememberChoices(books),
    writeWorkbook,
    notices: openNoticeDesk(clock, books, teller),
    measures: openMeasureWork(books, acts).acts,
    issueGroups: openIssueGroupActs(books, acts),
    releases: openReleaseWork(books, acts, cards).acts,
    keep: openKeeping(clock, { register, writer, stores: graph.stores }),
    whole: (proposal) => books.archive.whole(proposal),
    wholeMeasure: (measure) => books.measureArchive.whole(measure),
    actContext: (proposal) => contextOf(acts, proposal),
    checkUserToken: (token) => {
      noteRequest();
      return checkUser(token);
    },
    botHandler: (request, response) => {
      noteRequest();
      return serve(request, response);
    },
    ...(notifications.door && { changeDoor: notifications.door }),
    clock,
    logger,
    readiness: () => {
      const ready = graph.feeds.every((feed) => feed.caughtUpAt() !== undefined);
      return ready ? { ready, asOf: graph.proposalsAsOf() ?? 0 } : { ready };
    },
    health,
    listFaults: faults.acts,
    isHoliday: acts.isHoliday,
    tabsDir: join(root, 'dist/tabs'),
    readJson: readStrictJson,
    config: {
      publicOrigin: settings.publicOrigin,
      teamsHostOrigins: settings.teamsHostOrigins,
      teamsAppId: settings.teamsAppId,
    },
  });
}

function openHealth(
  { settings, token, clock }: Ground,
  books: StartedBooks,
  kept: KeptForms,
  faults: ListFaultWork,
  keeper: SnapshotKeeper,
  notifications: ChangeNotifications,
): HealthWatch {
  const checks: readonly HealthCheck[] = [
    ...ownChecks(settings, token, clock),
    ...books.graph.healthChecks(systemClock()),
    faults.check,
    officeCheck(books, clock),
    kept.check,
    notifications.check,
  ];
  const standing = () => [
    ...books.graph.standingFindings(),
    ...books.startFindings(),
    ...kept.standingFindings(),
    ...keeper.findings(),
    ...books.roleFindings(),
    ...notifications.standingFindings(),
  ];
  return openHealthWatch(clock, checks, standing);
}

/** Starts everything in order; answers what stops it again. `onOtherPlace` as of `startBooks`. */
async function start(settings: Settings, onOtherPlace: () => void): Promise<() => Promise<void>> {
  const ground = await layGround(settings);
  const { logger, clock } = ground;
  const books = await startBooks({
    ...ground,
    baseUrl: settings.graphBaseUrl,
    token: ground.token,
    site: { hostname: settings.siteHostname, path: settings.sitePath },
    ...(settings.unitsPerMinute && { unitsPerMinute: settings.unitsPerMinute }),
    dataDir: settings.dataDir,
    tenantId: settings.tenantId,
    onOtherPlace,
    build: await readBuildMark(fileURLToPath(new URL('.', import.meta.url))),
  });
  const kept = await openKeptForms({ ...ground, dataDir: settings.dataDir });
  const submitting = submitPorts(ground, books, kept);
  const cards = openCards(ground);
  const sdk = openSdk(ground);
  const telling = openTelling(ground, books, cards, sdk.messenger);
  const { teller } = telling;
  const proposing = openProposing(ground, books, submitting);
  const bot = openBot(ground, books, cards, sdk, submitting, proposing);
  const faults = openListFaults(books);
  const keeper = books.openKeeper(teller.toldThrough);
  const { changeNotifications: isOn, publicOrigin, dataDir } = settings;
  const notifying = { isOn, publicOrigin, dataDir, graph: books.graph, onFault: ground.onFault };
  const notifications = await openChangeNotifications(notifying);
  const health = openHealth(ground, books, kept, faults, keeper, notifications);
  const api = openApi(
    ground,
    books,
    cards,
    bot,
    teller,
    submitting,
    proposing,
    health,
    faults,
    notifications,
  );
  await api.listen(settings.port, settings.host);
  const sweeps = [
    ...beginSweeps(ground, books, cards, telling, submitting, health, proposing.drafts),
    notifications.begin(),
    repeat('keeping a snapshot', keepEveryMs, keeper.round, ground.onFault, keepEveryMs),
  ];
  logger.info({ port: settings.port, proposals: books.register.proposals().length }, 'ready');
  return async () => {
    await api.close();
    await Promise.all(sweeps.map((sweep) => sweep.stop()));
    for (const feed of books.graph.feeds) feed.stop();
    await keeper.end().catch((fault: unknown) => ground.onFault('keeping a last snapshot', fault));
    kept.spool.close();
    books.close();
    clock.stop();
  };
}

function giveUp(faults: readonly string[]): never {
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  process.exit(1);
}

async function main(): Promise<void> {
  const read = readOwnSettings();
  if ('faults' in read) giveUp(read.faults.map(settingFaultInBoth));
  const otherPlace = new AbortController();
  try {
    const stop = await start(read.settings, () => otherPlace.abort());
    const end = (code: number): void => {
      stop().then(
        () => process.exit(code),
        () => process.exit(1),
      );
    };
    process.once('SIGTERM', () => end(0));
    process.once('SIGINT', () => end(0));
    // Whoever runs the app starts it again after an exit with an error.
    otherPlace.signal.addEventListener('abort', () => end(1));
    if (otherPlace.signal.aborted) end(1);
  } catch (fault) {
    if (fault instanceof StartFault) giveUp(fault.faults);
    giveUp([`The app could not start: ${fault instanceof Error ? fault.message : String(fault)}`]);
  }
}

await main();
