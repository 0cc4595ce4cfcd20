import type { ZodType } from 'zod';
import { Failure } from '../usecases/failure.js';
import { failureOf, type GraphCall, nameOfCall } from './answer.js';
import { graphVersion, rootOf } from './chain.js';
import {
  type ExchangeOptions,
  type GuardedExchange,
  openGuardedExchange,
} from './guarded-exchange.js';

/** What the client needs. */
export type GraphClientOptions = ExchangeOptions;

/** Speaks to Graph. Paths start behind the version, as in `/sites/…`. */
export interface GraphClient extends GuardedExchange {
  /** Reads a checked shape. Throws the four failures; an unexpected answer counts as unavailable. */
  read<T>(path: string, shape: ZodType<T>): Promise<T>;
  /** Writes and answers a checked shape; for what is not repeated, such as provisioning. */
  write<T>(call: GraphCall, shape: ZodType<T>): Promise<T>;
  /** The path of a nextLink or deltaLink; throws where it leads to another address. */
  pathOf(link: string): string;
}

/** The same client for what nobody waits for, such as change feeds: people come first. */
export function inBackground(client: GraphClient): GraphClient {
  const behind = (call: GraphCall): GraphCall => ({ ...call, isBackground: true });
  return {
    ...client,
    exchange: (call) => client.exchange(behind(call)),
    write: (call, shape) => client.write(behind(call), shape),
    read: (path, shape) => client.write(behind({ method: 'GET', path }), shape),
  };
}

/** A client over whatever exchanges calls; links are followed below `base` alone. */
export function clientOver(
  { exchange, troubles }: GuardedExchange,
  base: string,
  log: ExchangeOptions['log'],
): GraphClient {
  async function write<T>(call: GraphCall, shape: ZodType<T>): Promise<T> {
    const answer = await exchange(call);
    if (answer.kind === 'unanswered' || answer.status < 200 || answer.status > 299) {
      throw failureOf(call, answer);
    }
    const checked = shape.safeParse(answer.body);
    if (checked.success) return checked.data;
    log.error(
      { call: nameOfCall(call), requestId: answer.requestId },
      'Graph answered a strange shape',
    );
    throw failureOf(call, answer);
  }

  return {
    exchange,
    write,
    read: (path, shape) => write({ method: 'GET', path }, shape),
    troubles,
    pathOf(link) {
      const href = URL.canParse(link) ? new URL(link).href : '';
      if (href.startsWith(`${base}/`)) return href.slice(base.length);
      throw new Failure('unavailable', 'Graph answered a link to another address');
    },
  };
}

/** Opens the client on the one chain that serves every environment. */
export function createGraphClient(options: GraphClientOptions): GraphClient {
  const base = new URL(`${rootOf(options.baseUrl)}/${graphVersion}`).href;
  return clientOver(openGuardedExchange(options, base), base, options.log);
}
