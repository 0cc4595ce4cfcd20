import { setImmediate as breathe } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Cards } from '../cards/create-cards.js';
import type { DraftDesk } from '../usecases/draft-desk.js';
import type { Clock, FaultLog } from '../usecases/ports.js';
import { releaseDuePublications } from '../usecases/release-due-publications.js';
import { remindOfDue } from '../usecases/remind-of-due.js';
import { type ResumePorts, resumeKeptForms } from '../usecases/resume-kept-forms.js';
import { actPorts } from './act-ports.js';
import { sweepForgottenFiles } from './attachment-work.js';
import type { Books } from './books.js';
import type { HealthWatch } from './health.js';
import { readWaitingTexts } from './issue-group-work.js';
import { openMeasureWork } from './measure-work.js';
import { openReleaseWork } from './release-work.js';
import { type Repeated, repeat } from './repeat.js';
import type { Submitting } from './submit-ports.js';
import { rememberChat, type Telling } from './telling.js';

const readEveryMs = 1_000;
const sweepEveryMs = 500;
const resumeEveryMs = 2_000;
const contactEveryMs = 2_000;
/** The app looks at itself once people have been served for a minute, then hourly. */
const firstLookMs = 60_000;
const lookEveryMs = 3_600_000;
const tidyEveryMs = 6 * 3_600_000;

/** What every sweep is made with. */
interface SweepGround {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly onFault: FaultLog;
}

/** The work that nobody asks for: due publications, notices, forms whose turn ended early. */
export function beginSweeps(
  ground: SweepGround,
  books: Books,
  cards: Cards,
  { teller, firstContact }: Telling,
  submitting: Submitting,
  health: HealthWatch,
  drafts: DraftDesk,
): readonly Repeated[] {
  const { onFault, logger } = ground;
  const { lookAtChanged, graph } = books;
  const acts = actPorts(ground, books);
  /** What freezes an audience or decides by other lists waits until all of them are known as they are now. */
  const onceCaughtUp = (work: () => Promise<unknown>) => async (): Promise<void> => {
    if (graph.feeds.every((feed) => feed.hasCaughtUp())) await work();
  };
  const publish = onceCaughtUp(() => releaseDuePublications(acts, onFault));
  async function publishAndTell(): Promise<void> {
    await publish();
    const isAll = await lookAtChanged((told) => teller.look(told));
    await teller.sweep(isAll);
  }
  const resuming: ResumePorts = {
    ...submitting,
    rememberConversation: rememberChat(books),
    tellReceipt: (stored) => teller.tellReceipt(stored),
  };
  const resume = () => resumeKeptForms(resuming);
  const measures = openMeasureWork(books, acts);
  const releases = openReleaseWork(books, acts, cards);
  return [
    repeat('publishing and telling', sweepEveryMs, publishAndTell, onFault),
    repeat(
      'carrying out release sets',
      sweepEveryMs,
      onceCaughtUp(() => releases.sweep(onFault)),
      onFault,
    ),
    repeat(
      'publishing measures',
      sweepEveryMs,
      onceCaughtUp(() => measures.sweep(onFault)),
      onFault,
    ),
    repeat('reaching who never opened the app', contactEveryMs, firstContact.sweep, onFault),
    repeat(
      'reading texts',
      readEveryMs,
      (isStopped) => readWaitingTexts(books, isStopped),
      onFault,
    ),
    repeat('resuming kept forms', resumeEveryMs, resume, onFault),
    repeat('looking after itself', lookEveryMs, () => health.look(), onFault, firstLookMs),
    repeat(
      'removing forgotten files',
      tidyEveryMs,
      () => sweepForgottenFiles(acts.register, graph, logger),
      onFault,
      firstLookMs,
    ),
    repeat('removing old drafts', tidyEveryMs, () => drafts.tidy(), onFault, firstLookMs),
    repeat(
      'reminding',
      10_000,
      onceCaughtUp(() => remindOfDue(acts, onFault, breathe)),
      onFault,
    ),
  ];
}
