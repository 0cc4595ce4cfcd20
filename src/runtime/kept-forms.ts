import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Finding } from '../domain/health/finding.js';
import type { Instant } from '../domain/instant.js';
import type { KeptForm } from '../domain/kept-form.js';
import { type FormSpool, openFormSpool } from '../spool/form-spool.js';
import { openSpoolState } from '../spool/spool-state.js';
import { noteStart } from '../spool/start-marks.js';
import type { HealthCheck } from '../usecases/examine-health.js';
import { type FormBacklog, openFormBacklog } from '../usecases/form-backlog.js';
import type { Clock, FaultLog } from '../usecases/ports.js';

/** What keeping forms needs. `instance` names this process in the data folder. */
export interface KeptFormsOptions {
  readonly dataDir: string;
  readonly instance: string;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly onFault: FaultLog;
}

/** The forms on disk, and what an administrator must know of them. */
export interface KeptForms {
  readonly spool: FormSpool;
  readonly backlog: FormBacklog;
  readonly standingFindings: () => readonly Finding[];
  /** Looks for files that were set aside; finds nothing by itself, since that is told at any moment. */
  readonly check: HealthCheck;
}

/** A form that is stored at once stays on disk for less than this. */
const waitsFromMs = 60_000;

function waitingFindings(kept: readonly KeptForm[], now: Instant): readonly Finding[] {
  const waiting = kept.map(({ receivedAt }) => receivedAt).filter((at) => at < now - waitsFromMs);
  return waiting.length === 0
    ? []
    : [{ code: 'forms-waiting', forms: waiting.length, since: Math.min(...waiting) }];
}

/** Opens the spool in the data folder. Where that takes nothing, forms are refused until it does, and reading goes on. */
export async function openKeptForms(options: KeptFormsOptions): Promise<KeptForms> {
  const { dataDir, instance, clock, logger, onFault } = options;
  const folder = join(dataDir, 'spool');
  const state = openSpoolState(folder, (fault) => {
    if (fault === undefined) logger.warn('the data folder takes files again');
    else logger.error({ err: fault }, 'the data folder takes no files; no form can be kept');
  });
  function sawDamage(file: string): void {
    logger.error({ file }, 'a kept form cannot be read and was set aside');
    state.sawDamage(file);
  }
  const spool = await openFormSpool(folder, instance, sawDamage, state.sawFolder);
  await state.recount();
  await noteStart(dataDir, { instance, at: clock.now() }).catch((fault: unknown) => {
    onFault('noting the start', fault);
    state.sawFolder(fault);
  });
  const backlog = openFormBacklog(clock, ({ count, since }) =>
    logger.error({ count, since: new Date(since).toISOString() }, 'kept forms wait to be stored'),
  );
  return {
    spool,
    backlog,
    standingFindings: () => [...state.findings(), ...waitingFindings(spool.all(), clock.now())],
    check: {
      subject: 'folder',
      look: async () => {
        await state.recount();
        return [];
      },
    },
  };
}
