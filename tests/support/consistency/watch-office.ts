import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { HostApi } from '../host-api.js';
import type { LocalOffice } from '../local-office.js';
import { openSiteLists } from '../site-lists.js';
import { checkConsistency, type Inconsistency } from './check-consistency.js';
import {
  type Acknowledgement,
  acknowledgementIn,
  acknowledgementsByMessage,
  keptFilesIn,
} from './seen-office.js';

/** Collects what people of a running office are answered, and looks whether all fits together. */
export interface OfficeWatch {
  /** Notes the answer to a form. */
  heard(answer: unknown): void;
  /** Notes that a form was sent more than once. */
  sentAgain(token: string): void;
  /** What does not fit together; `isSettled` where nothing may be under way any more. */
  check(isSettled: boolean): Promise<readonly Inconsistency[]>;
  /** The same once nothing is under way any more; what is left of it after three quarters of a minute. */
  settled(): Promise<readonly Inconsistency[]>;
}

const pauseMs = 1_000;
const mostTries = 45;

/** Opens the watch. The lists are read as a person with all rights reads them, item by item. */
export async function watchOffice(office: LocalOffice, host: HostApi): Promise<OfficeWatch> {
  const site = await openSiteLists(office);
  const answered: Acknowledgement[] = [];
  const again = new Set<string>();
  async function look(isSettled: boolean): Promise<readonly Inconsistency[]> {
    const deliveries = await host.deliveries();
    const { now } = await host.control<{ now: string }>('GET', 'clock');
    const lists = new Map(
      await Promise.all(site.names().map(async (name) => [name, await site.items(name)] as const)),
    );
    const kept = await keptFilesIn(join(office.environment['DATA_DIR'] ?? '', 'spool'));
    const acknowledgements = [...answered, ...acknowledgementsByMessage(deliveries)];
    const seen = { lists, acknowledgements, deliveries, kept, sentAgain: again, isSettled };
    return checkConsistency(seen, Date.parse(now));
  }

  return {
    heard(answer) {
      const acknowledgement = acknowledgementIn(answer, 'turn');
      if (acknowledgement) answered.push(acknowledgement);
    },
    sentAgain: (token) => void again.add(token),
    check: look,
    async settled() {
      let found = await look(true);
      // What was sent last is written into the ledger a moment later.
      for (let tries = 0; found.length > 0 && tries < mostTries; tries += 1) {
        await pause(pauseMs);
        found = await look(true);
      }
      return found;
    },
  };
}
