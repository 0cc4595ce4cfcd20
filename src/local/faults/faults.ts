import type { ServerResponse } from 'node:http';
import type { Interceptor, LocalRequest, Outcome, Reply } from '../http.js';
import { breakOff, cutInHalf, drip } from './broken-answers.js';
import { errorBodyFor } from './error-body-for.js';
import type { FaultAction, FaultFamily, FaultRule } from './fault-rules.js';
import { createHeldCalls, type HeldCall } from './held-calls.js';

/** A rule and how often it matched and was applied. */
export interface FaultStanding extends FaultRule {
  matched: number;
  applied: number;
}

/** Faults on demand, applied around every request of the four families. */
export interface Faults {
  replace(rules: readonly FaultRule[]): void;
  standing(): FaultStanding[];
  held(): HeldCall[];
  /** Lets held calls of that name go on; returns how many there were. */
  release(name: string): number;
  releaseAll(): void;
  intercept: Interceptor;
  /** Does to one member of a batch what a rule says; `carry` carries it out. */
  ofMember(method: string, target: string, carry: () => Promise<MemberReply>): Promise<MemberReply>;
}

/** The answer of one member of a batch. */
export interface MemberReply {
  status: number;
  headers?: Record<string, string>;
  body?: object;
}

/** The family a path belongs to; key sets and metadata are their own, since they are cached. */
export function familyOf(path: string): FaultFamily | undefined {
  const isKeys = /\/(keys|openid-?configuration)$/.test(path);
  if (isKeys && /^\/(entra|botframework)\//.test(path)) return 'jwks';
  const [, first] = path.split('/');
  // Files are read and written at addresses of their own, of the same service.
  if (first === 'sharepoint') return 'graph';
  if (first === 'graph' || first === 'connector' || first === 'entra') return first;
  return undefined;
}

function decoded(pathAndQuery: string): string {
  const [path = '', ...query] = pathAndQuery.split('?');
  const text = [path, ...query.map((part) => part.replaceAll('+', ' '))].join('?');
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function matchesPath(pattern: string, text: string): boolean {
  if (text.includes(pattern)) return true;
  try {
    return new RegExp(pattern).test(text);
  } catch {
    return false;
  }
}

/** What was asked for, as far as rules look at it. */
interface Asked {
  family: FaultFamily | undefined;
  method: string;
  /** Decoded path with query. */
  text: string;
}

function matches(rule: FaultRule, asked: Asked): boolean {
  const { family, method, path } = rule.match;
  if (family !== asked.family) return false;
  if (method !== undefined && method !== asked.method) return false;
  return path === undefined || matchesPath(path, asked.text);
}

const htmlPage =
  '<!DOCTYPE html><html><head><title>Service unavailable</title></head><body>' +
  "<h1>Our services aren't available right now</h1></body></html>";

type Next = () => Promise<Outcome>;
type Apply = (req: LocalRequest, res: ServerResponse, next: Next) => Promise<Outcome>;
type HeldCalls = ReturnType<typeof createHeldCalls>;

function hold(calls: HeldCalls, name: string, when: HeldCall['when']): Apply {
  return async (req, res, next) => {
    if (when === 'before') {
      return (await calls.hold(name, when, req, res)) === 'released' ? next() : 'handled';
    }
    const outcome = await next();
    return (await calls.hold(name, when, req, res)) === 'released' ? outcome : 'handled';
  };
}

type StatusAction = Extract<FaultAction, { kind: 'status' | 'after-commit-status' }>;

/** The answer a status fault gives in place of the real one. */
function statusReply(action: StatusAction, family: FaultFamily | undefined): Reply {
  const { status, headers = {}, retryDateIn } = action;
  const date = new Date(Date.now() + (retryDateIn ?? 0) * 1000).toUTCString();
  return {
    status,
    headers: { ...headers, ...(retryDateIn === undefined ? {} : { 'Retry-After': date }) },
    body: (action.kind === 'status' ? action.body : undefined) ?? errorBodyFor(family, status),
  };
}

/** Carries the call out, then does something to its answer. */
function afterwards(change: (reply: Reply, res: ServerResponse) => Outcome): Apply {
  return async (_req, res, next) => {
    const outcome = await next();
    return outcome === 'handled' ? outcome : change(outcome, res);
  };
}

function applyToAnswer(
  action: Exclude<FaultAction, { kind: 'hold' | 'delay' | 'reset' | 'html' | 'status' }>,
  family: FaultFamily | undefined,
): Apply {
  switch (action.kind) {
    case 'after-commit-status':
      return afterwards(() => statusReply(action, family));
    case 'truncate':
      return afterwards((reply, res) => breakOff(res, reply, 'end'));
    case 'reset-mid-body':
      return afterwards((reply, res) => breakOff(res, reply, 'reset'));
    case 'cut-json':
      return afterwards(cutInHalf);
    case 'empty':
      return afterwards(() => ({ status: action.status ?? 200 }));
    case 'drip':
      return afterwards((reply, res) => drip(res, reply, action.bytesPerSecond));
  }
}

function applyOf(action: FaultAction, family: FaultFamily | undefined, calls: HeldCalls): Apply {
  switch (action.kind) {
    case 'hold':
      return hold(calls, action.name, action.when);
    case 'status':
      return async () => statusReply(action, family);
    case 'delay':
      return async (_req, _res, next) => {
        await new Promise((resolve) => setTimeout(resolve, action.ms));
        return next();
      };
    case 'reset':
      return async (_req, res) => {
        res.socket?.destroy();
        return 'handled';
      };
    case 'html':
      return async () => ({
        status: action.status ?? 503,
        headers: { 'Content-Type': 'text/html; charset=utf-8' },
        body: htmlPage,
      });
    default:
      return applyToAnswer(action, family);
  }
}

function choose(rules: readonly FaultStanding[], asked: Asked): FaultStanding | undefined {
  for (const rule of rules) {
    if (!matches(rule, asked)) continue;
    rule.matched += 1;
    const { nth = 1, times = Number.POSITIVE_INFINITY } = rule.match;
    if (rule.matched < nth || rule.applied >= times) continue;
    rule.applied += 1;
    return rule;
  }
  return undefined;
}

/** Faults with no rules yet. */
export function createFaults(): Faults {
  let rules: FaultStanding[] = [];
  const calls = createHeldCalls();
  return {
    replace(next) {
      rules = next.map((rule) => ({ ...rule, matched: 0, applied: 0 }));
    },
    standing: () => rules,
    held: calls.list,
    release: calls.release,
    releaseAll: calls.releaseAll,
    async intercept(req, res, next) {
      const family = familyOf(req.path);
      const text = decoded(req.url.pathname + req.url.search);
      const rule = choose(rules, { family, method: req.method, text });
      return rule === undefined ? next() : applyOf(rule.action, family, calls)(req, res, next);
    },
    async ofMember(method, target, carry) {
      const family = 'graph-member';
      const action = choose(rules, { family, method, text: decoded(target) })?.action;
      if (action?.kind !== 'status' && action?.kind !== 'after-commit-status') return carry();
      if (action.kind === 'after-commit-status') await carry();
      const { status, headers = {}, body } = statusReply(action, family);
      return { status, headers, ...(typeof body === 'object' ? { body } : {}) };
    },
  };
}
