import type { ServerResponse } from 'node:http';
import type { Interceptor, LocalRequest, Outcome, Reply } from '../http.js';
import { encodeBody } from '../serve.js';
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
}

/** The family a path belongs to; key sets and metadata are their own, since they are cached. */
export function familyOf(path: string): FaultFamily | undefined {
  const isKeys = /\/(keys|openid-?configuration)$/.test(path);
  if (isKeys && /^\/(entra|botframework)\//.test(path)) return 'jwks';
  const [, first] = path.split('/');
  if (first === 'graph' || first === 'connector' || first === 'entra') return first;
  return undefined;
}

function decoded(req: LocalRequest): string {
  const text = req.url.pathname + req.url.search.replaceAll('+', ' ');
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

function matches(rule: FaultRule, req: LocalRequest): boolean {
  const { family, method, path } = rule.match;
  if (family !== familyOf(req.path)) return false;
  if (method !== undefined && method !== req.method) return false;
  return path === undefined || matchesPath(path, decoded(req));
}

function truncated(res: ServerResponse, reply: Reply): 'handled' {
  const { bytes, type } = encodeBody(reply.body);
  res.writeHead(reply.status, {
    ...(type === undefined ? {} : { 'Content-Type': type }),
    ...reply.headers,
    'Content-Length': Math.max(bytes.length, 2),
  });
  res.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => res.destroy());
  return 'handled';
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

function applyOf(action: FaultAction, calls: HeldCalls): Apply {
  switch (action.kind) {
    case 'hold':
      return hold(calls, action.name, action.when);
    case 'status':
      return async (req) => ({
        status: action.status,
        headers: action.headers ?? {},
        body: action.body ?? errorBodyFor(familyOf(req.path), action.status),
      });
    case 'after-commit-status':
      return async (req, _res, next) => {
        const outcome = await next();
        if (outcome === 'handled') return outcome;
        const body = errorBodyFor(familyOf(req.path), action.status);
        return { status: action.status, headers: action.headers ?? {}, body };
      };
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
    case 'truncate':
      return async (_req, res, next) => {
        const outcome = await next();
        return outcome === 'handled' ? outcome : truncated(res, outcome);
      };
  }
}

function choose(rules: readonly FaultStanding[], req: LocalRequest): FaultStanding | undefined {
  for (const rule of rules) {
    if (!matches(rule, req)) continue;
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
      const rule = choose(rules, req);
      return rule === undefined ? next() : applyOf(rule.action, calls)(req, res, next);
    },
  };
}
