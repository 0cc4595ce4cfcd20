import { randomBytes } from 'node:crypto';
import type { ChangeFeed } from '../../src/graph/change-feed.js';
import type { Subscriptions } from '../../src/graph/subscriptions/keep-subscriptions.js';
import { subscribedLists } from '../../src/graph/subscriptions/subscribed-lists.js';
import { type ApiUnderTest, openApi } from '../api/support/api-under-test.js';
import { receivedProposal } from '../support/sample-proposals.js';
import { type GraphOffice, openGraphOffice } from './graph-office.js';

/** A subscription as Graph lists it. */
export interface Listed {
  readonly id: string;
  readonly resource: string;
  readonly notificationUrl: string;
  readonly expirationDateTime: string;
  readonly clientState?: string;
}

export const minuteMs = 60_000;
export const dayMs = 24 * 60 * minuteMs;
/** How many lists are subscribed to. */
export const lists = subscribedLists.length;
/** Everything is told at once. */
export const quick = {
  deltaLagMs: [0, 0],
  notificationDelayMs: [0, 0],
  notificationRetryMs: 5,
  unitsPerMinute: 100_000,
};

/** Waits for what comes by itself. */
export async function until(isReached: () => boolean): Promise<void> {
  while (!isReached()) await new Promise((resolve) => setTimeout(resolve, 5));
}

/** A stand-in, the API that Graph tells changes, and processes of the app beside each other. To be opened in a test file. */
export function subscriptionOffice() {
  let office: GraphOffice;
  let api: ApiUnderTest;
  let current: Subscriptions | undefined;
  let feeds: readonly ChangeFeed[] = [];
  let made = 0;

  beforeAll(async () => {
    office = await openGraphOffice();
    api = await openApi({
      deps: {
        changeDoor: {
          isOwnMark: (mark) => current?.door.isOwnMark(mark) ?? false,
          take: (posted) => current?.take(posted) ?? false,
        },
      },
      config: {
        doorLimit: { burst: 1e6, perSecond: 1e6 },
        strangerLimit: { burst: 1e6, perSecond: 1e6 },
      },
    });
  });
  afterAll(async () => {
    await api.close();
    await office.close();
  });
  beforeEach(() => {
    office.standIn.deps.profile.set('gentle', quick);
    office.standIn.deps.clock.setOffset(0);
  });
  afterEach(async () => {
    for (const feed of feeds) feed.stop();
    const kept = office.standIn.deps.state.collection<{ id: string }>('graph-subscriptions');
    for (const { id } of kept.values()) kept.delete(id);
    await office.clear();
  });

  const url = () => `${api.origin}/api/change-notifications`;
  const clock = { now: () => office.standIn.deps.clock.now() };
  const pass = (milliseconds: number) =>
    office.standIn.deps.clock.setOffset(office.standIn.deps.clock.offset() + milliseconds);

  /** A process of the app: it has read its lists and polls none of them by plan. */
  async function open(key: Uint8Array = randomBytes(32), at = url()) {
    const { graph, register } = await office.connect({ clock });
    await Promise.all(graph.feeds.map((feed) => feed.pollNow()));
    const subscriptions: Subscriptions = graph.openSubscriptions({ url: at, key });
    current = subscriptions;
    feeds = [...feeds, ...graph.feeds];
    const numbers = () => register.proposals().map(({ value }) => value.number);
    const codes = () => subscriptions.findings().map(({ code }) => code);
    return { graph, subscriptions, numbers, codes, key };
  }

  async function listed(): Promise<readonly Listed[]> {
    const { body } = await office.raw.send('GET', '/subscriptions');
    return body.value as unknown as readonly Listed[];
  }
  const ids = async () => (await listed()).map(({ id }) => id).sort();
  const stored = () =>
    office.standIn.deps.state
      .collection<Listed & { listId: string }>('graph-subscriptions')
      .values();

  async function ofProposals(): Promise<Listed & { listId: string }> {
    const path = await office.listPath('MebukiProposals');
    const found = stored().find(({ listId }) => path.endsWith(listId));
    if (!found) throw new Error('proposals are not subscribed to');
    return found;
  }

  /** Stores a proposal as another process of the app does. */
  async function elsewhere(): Promise<string> {
    made += 1;
    const number = `R8-${String(made).padStart(4, '0')}`;
    const id = `10000000-0000-4000-8000-${String(made).padStart(12, '0')}`;
    await office.graph.stores.proposals.create(receivedProposal({ id, number }));
    return number;
  }

  async function resetUsage(): Promise<void> {
    await fetch(`${office.standIn.origin}/control/usage/reset`, { method: 'POST' });
  }
  async function usage(): Promise<Readonly<Record<string, { calls: number; units: number }>>> {
    return (await (await fetch(`${office.standIn.origin}/control/usage`)).json()).byOperation;
  }
  const calls = async (pattern: RegExp): Promise<number> =>
    Object.entries(await usage())
      .filter(([name]) => pattern.test(name))
      .reduce((sum, [, each]) => sum + each.calls, 0);

  const lifecycle = (event: string) =>
    fetch(`${office.standIn.origin}/control/graph/lifecycle`, {
      method: 'POST',
      body: JSON.stringify({ event }),
    });

  /** Rounds come again and again; what Graph told may be on its way. */
  async function roundUntil(
    { round }: Subscriptions,
    isReached: () => Promise<boolean>,
  ): Promise<void> {
    while (!(await isReached())) {
      await round();
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  /** Posts to the door as Graph does. */
  const tell = (entries: readonly object[]) =>
    api.call('POST', '/api/change-notifications/any', { body: { value: entries } });

  return {
    office: () => office,
    api: () => api,
    url,
    clock,
    pass,
    open,
    ids,
    listed,
    stored,
    ofProposals,
    elsewhere,
    resetUsage,
    usage,
    calls,
    lifecycle,
    roundUntil,
    tell,
    switches: (more: object) => office.standIn.deps.profile.set('gentle', { ...quick, ...more }),
  };
}
