import type { Instant } from '../domain/instant.js';
import type { Clock } from '../usecases/ports.js';
import { longestResetMs } from './closed-until.js';
import type { UnitQuota } from './unit-quota.js';
import { openUnitWindow } from './unit-window.js';

/** What keeping to a budget needs. */
export interface UnitBudgetOptions {
  /** What may be spent; not the documented quota but what the product allows itself of it. */
  readonly quota: UnitQuota;
  readonly clock: Clock;
  readonly pause: (milliseconds: number) => Promise<unknown>;
  /** Told when the service says that its own quota comes to an end. */
  readonly onAnnounced: (announced: {
    readonly remaining: number;
    readonly resetMs: number;
  }) => void;
  /** Told when so little is left that not even a person's write is sent before the reset. */
  readonly onHeld: (resetMs: number) => void;
}

/** The units that one call may spend. A class, because steps of the SDK's chain find what concerns them by it. */
export class UnitShare {
  #reserved: number;
  readonly #units: number;
  readonly #charge: (units: number, ofReserved: number) => void;

  constructor(units: number, charge: (units: number, ofReserved: number) => void) {
    this.#units = units;
    this.#reserved = units;
    this.#charge = charge;
  }

  /** To be called for each request that really goes out. */
  spend(): void {
    this.#charge(this.#units, this.#reserved);
    this.#reserved = 0;
  }

  /** To be called at the end, whatever went out. */
  release(): void {
    this.#charge(0, this.#reserved);
    this.#reserved = 0;
  }
}

/** A share, or after how long it is worth asking again. */
export type Admission = { readonly share: UnitShare } | { readonly comeAgainMs: number };

/** The units the product allows itself. */
export interface UnitBudget {
  /** Waits for units, not longer than is bearable; what nobody waits for lets pass whatever somebody waits for. */
  admit(units: number, isBackground: boolean): Promise<Admission>;
  /** Looks at the RateLimit headers of an answer. */
  heed(headers: Headers): void;
}

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
/** A person waits at most so long before a call is sent; a form is kept by then, and a tab says so. */
const longestPersonMs = 5_000;
/** A background read waits out a whole window, then fails; its own plan comes again. */
const longestBackgroundMs = 90_000;
/** The part of the budget up to which background reads go on; the rest is for people alone. */
const backgroundPart = 0.75;
/** Of what the service says it grants or is left, so much is used: other processes read the same figures. */
const announcedPart = 0.5;
/** However little a service announces, so much is sent a minute: a wrong header is not to silence the product. */
const leastPerMinute = 20;
const shortestPauseMs = 20;
/** What a write costs, the dearest call that people wait for. */
const unitsOfWrite = 2;

interface Waiting {
  readonly units: number;
  readonly isBackground: boolean;
}

interface Announcement {
  readonly limit: number | undefined;
  readonly remaining: number;
  readonly resetMs: number;
}

/** What a service said of its own quota in RateLimit-Limit, -Remaining and -Reset; undefined where it said nothing whole. */
function announcementIn(headers: Headers): Announcement | undefined {
  const [limit, remaining, reset] = ['limit', 'remaining', 'reset'].map((name) => {
    const said = headers.get(`ratelimit-${name}`)?.trim() ?? '';
    return /^\d{1,9}$/.test(said) ? Number(said) : undefined;
  });
  if (remaining === undefined || reset === undefined) return undefined;
  return { limit, remaining, resetMs: Math.min(reset * 1000, longestResetMs) };
}

/**
 * What the service said it grants and what is left, until its window ends. Counts what was spent since. Reads in the
 * background have a part of what was left when the window began, so that they neither stand still nor take it all.
 */
function openAnnounced(clock: Clock) {
  let left = Number.POSITIVE_INFINITY;
  let leftToBackground = Number.POSITIVE_INFINITY;
  let perMinute = Number.POSITIVE_INFINITY;
  let endsAt: Instant = 0;
  let saidAt: Instant = 0;
  let begunAt: Instant = 0;
  const isOver = (): boolean => clock.now() >= endsAt || clock.now() < saidAt;
  /** A service that always says the same reset never ends a window by it. */
  const isLong = (): boolean => clock.now() - begunAt >= longestResetMs;
  return {
    say({ limit, remaining, resetMs }: Announcement) {
      const present = Math.floor(remaining * announcedPart);
      if (isOver()) perMinute = Number.POSITIVE_INFINITY;
      if (isOver() || isLong()) {
        begunAt = clock.now();
        leftToBackground = present * backgroundPart;
      }
      if (limit !== undefined) {
        perMinute = Math.max(leastPerMinute, Math.floor(limit * announcedPart));
      }
      saidAt = clock.now();
      endsAt = saidAt + resetMs;
      left = present;
    },
    spend(units: number, isBackground: boolean) {
      left -= units;
      if (isBackground) leftToBackground -= units;
    },
    isOver,
    perMinute: (): number => (isOver() ? Number.POSITIVE_INFINITY : perMinute),
    waitFor(units: number, isBackground: boolean): number {
      const may = isBackground ? Math.min(left * backgroundPart, leftToBackground) : left;
      return isOver() || units <= may ? 0 : endsAt - clock.now();
    },
  };
}

/** Who waits, in the order in which they came. */
function openLine() {
  const line: Waiting[] = [];
  return {
    join: (me: Waiting) => void line.push(me),
    leave(me: Waiting) {
      const place = line.indexOf(me);
      if (place >= 0) line.splice(place, 1);
    },
    /** Units of those who are served first: who came before, and people before background reads. */
    unitsAhead(me: Waiting): number {
      const place = line.indexOf(me);
      return line
        .filter((each, index) =>
          each.isBackground === me.isBackground ? index < place : me.isBackground,
        )
        .reduce((sum, each) => sum + each.units, 0);
    },
  };
}

/**
 * Keeps one app to a budget of resource units by counting its own calls over a minute and a day, and slows down when
 * the service says that its quota comes to an end, before it refuses. Nobody waits without an end: who would have to
 * wait longer than is bearable is told at once. What was spent is forgotten at a restart; half a quota leaves room.
 */
export function openUnitBudget(options: UnitBudgetOptions): UnitBudget {
  const { clock, quota } = options;
  const minute = openUnitWindow(clock, minuteMs, 1_000);
  const day = openUnitWindow(clock, dayMs, 15 * minuteMs);
  const announced = openAnnounced(clock);
  const line = openLine();
  let reserved = 0;

  function shareFor({ units, isBackground }: Waiting): UnitShare {
    reserved += units;
    return new UnitShare(units, (spent, ofReserved) => {
      reserved -= ofReserved;
      if (spent === 0) return;
      minute.add(spent);
      day.add(spent);
      announced.spend(spent, isBackground);
    });
  }

  function waitOf(me: Waiting): number {
    const wanted = reserved + line.unitsAhead(me) + me.units;
    const part = me.isBackground ? backgroundPart : 1;
    const perMinute = Math.min(quota.perMinute, announced.perMinute());
    return Math.max(
      minute.waitUntilAtMost(perMinute * part - wanted),
      day.waitUntilAtMost(quota.perDay * part - wanted),
      announced.waitFor(wanted, me.isBackground),
    );
  }

  async function queueUp(me: Waiting): Promise<Admission> {
    const longest = me.isBackground ? longestBackgroundMs : longestPersonMs;
    let waited = 0;
    for (;;) {
      const wait = waitOf(me);
      if (wait === 0) {
        line.leave(me);
        return { share: shareFor(me) };
      }
      if (waited + wait > longest) return { comeAgainMs: wait };
      const pause = Math.max(wait, shortestPauseMs);
      waited += pause;
      await options.pause(pause);
    }
  }

  return {
    async admit(units, isBackground) {
      const me = { units, isBackground };
      line.join(me);
      try {
        return await queueUp(me);
      } finally {
        line.leave(me);
      }
    },
    heed(headers) {
      const said = announcementIn(headers);
      if (!said) return;
      const { remaining, resetMs } = said;
      if (announced.isOver()) options.onAnnounced({ remaining, resetMs });
      announced.say(said);
      if (announced.waitFor(unitsOfWrite, false) > 0) options.onHeld(resetMs);
    },
  };
}
