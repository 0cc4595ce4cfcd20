import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Instant } from '../domain/instant.js';
import { Failure, isFailure } from '../usecases/failure.js';
import {
  errorCodeOf,
  type GraphAnswer,
  type GraphCall,
  nameOfCall,
  serviceAway,
} from './answer.js';
import { type BreakerBounds, createBreaker, usualBounds, type Verdict } from './breaker.js';
import { type ChainOptions, openChain, usualRetry } from './chain.js';
import { notSent } from './closed-until.js';
import { createPlaceTroubles, type PlaceTrouble } from './place-troubles.js';
import { openSpell, type Spell } from './spell.js';
import { openUnitBudget, UnitShare } from './unit-budget.js';
import { type UnitQuota, unitsOf } from './unit-quota.js';
import { verdictOf } from './verdict.js';

/** The part of the logger that the Graph adapter writes to. */
export type GraphLog = Pick<Logger, 'info' | 'warn' | 'error'>;

/** What exchanging needs. */
export interface ExchangeOptions extends ChainOptions {
  /**
   * Gives a valid access token for Graph, another one than the given one where Graph did not accept that; throws the
   * four failures.
   */
  readonly token: (refused?: string) => Promise<string>;
  readonly log: GraphLog;
  /** The resource units that may be spent. Absent: they are not counted, as where lists are made once. */
  readonly quota?: UnitQuota;
  readonly breaker?: Partial<BreakerBounds>;
}

/** What is known to be wrong with Graph at this moment. */
export interface GraphTroubles {
  /** Since when nothing gets through, so that nothing is sent but a trial now and then. */
  readonly awaySince: Instant | undefined;
  /** Since when Graph has asked, without an end, to be left alone. */
  readonly busySince: Instant | undefined;
  /** What Entra ID said when it last refused a token for want of a right credential; undefined once calls get through. */
  readonly tokenRefused: string | undefined;
  /** Sites and lists that do not let the app do its work. */
  readonly places: readonly PlaceTrouble[];
}

/** Calls to Graph behind everything that keeps them in bounds. */
export interface GuardedExchange {
  /** One call, whatever it is answered. Throws only where it could not be sent as it should (token, address). */
  exchange(call: GraphCall): Promise<GraphAnswer>;
  troubles(): GraphTroubles;
}

/** What a call is answered that was not sent: what Graph itself says to whoever comes too often. */
function unsent(why: 'away' | 'busy', retryAfterMs: number): GraphAnswer {
  const inner = why === 'away' ? { innerError: { code: serviceAway } } : {};
  return {
    kind: 'answered',
    status: 429,
    body: { error: { code: notSent, ...inner } },
    retryAfterMs,
    answeredAt: undefined,
    requestId: notSent,
  };
}

function noteTo(log: GraphLog, call: GraphCall, answer: GraphAnswer): void {
  const seen = { call: nameOfCall(call), requestId: answer.requestId };
  if (answer.kind === 'unanswered') {
    log.warn(seen, 'Graph did not answer');
    return;
  }
  const { status } = answer;
  const code = errorCodeOf(answer.body);
  if (status < 400 || status === 404 || status === 412 || code?.startsWith(notSent)) return;
  log.warn({ ...seen, status, code }, 'Graph refused');
}

const isRefusedToken = (answer: GraphAnswer): boolean =>
  answer.kind === 'answered' && answer.status === 401;

function openBudget({ quota, clock, log, retry }: ExchangeOptions, busy: Spell) {
  const { pause } = { ...usualRetry, ...retry };
  if (!quota) {
    const uncounted = { share: new UnitShare(0, () => {}) };
    return { admit: async () => uncounted, heed: () => {} };
  }
  return openUnitBudget({
    quota,
    clock,
    pause: (milliseconds) => pause(milliseconds, undefined),
    onAnnounced: (said) =>
      log.warn(said, 'the quota of Graph comes to an end; fewer calls are sent'),
    onHeld: busy.lasts,
  });
}

function openBreaker({ clock, log, breaker }: ExchangeOptions) {
  const iso = (at: Instant): string => new Date(at).toISOString();
  return createBreaker({
    ...usualBounds,
    ...breaker,
    clock,
    onAway: ({ since, restMs }) =>
      log.error({ since: iso(since), restMs }, 'Graph is away; nothing is sent for a while'),
    onBack: (since) => log.warn({ since: iso(since) }, 'Graph is back'),
  });
}

/** Gives tokens, and remembers why none was given for want of a right credential until a call gets through. */
function watchCredential(give: ExchangeOptions['token']) {
  let refusal: string | undefined;
  let refusals = 0;
  return {
    async token(refused?: string): Promise<string> {
      try {
        return await give(refused);
      } catch (fault) {
        if (isFailure(fault, 'misconfigured')) {
          refusal = fault.message;
          refusals += 1;
        }
        throw fault;
      }
    },
    /** How often none was given so far, for a call to remember when it begins. */
    refusals: () => refusals,
    /** A call got through. One that began before the last refusal says nothing about it. */
    gotThrough(begun: number) {
      if (begun === refusals) refusal = undefined;
    },
    refusal: () => refusal,
  };
}

/**
 * Opens the one way to Graph. A call goes out where the breaker and the budget of units let it, and a second time,
 * once, where its token was not accepted; what is not sent is answered as Graph answers whoever comes too often.
 */
export function openGuardedExchange(options: ExchangeOptions, base: string): GuardedExchange {
  const { clock, log } = options;
  const credential = watchCredential(options.token);
  const breaker = openBreaker(options);
  const busy = openSpell(clock);
  const budget = openBudget(options, busy);
  const places = createPlaceTroubles(clock);
  const sendCall = openChain(options, base, {
    onClosed: (waitMs) => {
      busy.lasts(waitMs);
      log.warn({ waitMs }, 'Graph asks to wait; nothing is sent until then');
    },
    onHeaders: budget.heed,
  });

  async function sendOnce(call: GraphCall, share: UnitShare, bearer: string): Promise<GraphAnswer> {
    const answer = await sendCall(call, { requestId: randomUUID(), token: bearer, share });
    noteTo(log, call, answer);
    return answer;
  }

  async function sendWith(call: GraphCall, share: UnitShare): Promise<GraphAnswer> {
    const begun = credential.refusals();
    const first = await credential.token();
    const answer = await sendOnce(call, share, first);
    if (!isRefusedToken(answer)) {
      if (answer.kind === 'answered') credential.gotThrough(begun);
      return answer;
    }
    const second = await credential.token(first);
    return second === first ? answer : sendOnce(call, share, second);
  }

  async function sendUnlessAway(call: GraphCall, share: UnitShare): Promise<GraphAnswer> {
    const leave = breaker.ask();
    if (typeof leave === 'number') return unsent('away', leave);
    // Without a token nothing can be said but that Graph is out of reach.
    let verdict: Verdict = 'away';
    try {
      const answer = await sendWith(call, share);
      verdict = verdictOf(call, answer);
      places.heard(call, answer);
      return answer;
    } finally {
      leave.end(verdict);
    }
  }

  async function exchange(call: GraphCall): Promise<GraphAnswer> {
    if (!call.path.startsWith('/')) {
      throw new Failure('misconfigured', 'a Graph call needs a path');
    }
    const closedMs = breaker.closedMs();
    if (closedMs > 0) return unsent('away', closedMs);
    const admission = await budget.admit(unitsOf(call), call.isBackground === true);
    if (!('share' in admission)) return unsent('busy', admission.comeAgainMs);
    try {
      // Asked only now: a trial that waited for units would keep everyone else out.
      return await sendUnlessAway(call, admission.share);
    } finally {
      admission.share.release();
    }
  }

  return {
    exchange,
    troubles: () => ({
      awaySince: breaker.awaySince(),
      busySince: busy.since(),
      tokenRefused: credential.refusal(),
      places: places.all(),
    }),
  };
}
