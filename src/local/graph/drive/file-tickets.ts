import { createHmac, timingSafeEqual } from 'node:crypto';
import type { LocalDeps } from '../../deps.js';

/** What a pre-authenticated address lets one read. */
export interface FileTicket {
  bodyKey: string;
  name: string;
}

/** Addresses that need no token: signed, and good for an hour. */
export interface FileTickets {
  write(ticket: FileTicket): string;
  /** undefined when forged or over. */
  read(text: string): FileTicket | undefined;
}

const lifeMs = 3_600_000;

/** Opens the tickets; their key outlives a restart. */
export function openFileTickets({ state, random, clock }: LocalDeps): FileTickets {
  const kept = state.collection<string>('graph-file-key');
  const key = kept.get('key') ?? random.guid();
  kept.set('key', key);
  const sign = (text: string) => createHmac('sha256', key).update(text).digest('base64url');
  return {
    write({ bodyKey, name }) {
      const parts = [bodyKey, name, clock.now() + lifeMs];
      const text = Buffer.from(JSON.stringify(parts), 'utf8').toString('base64url');
      return `${text}.${sign(text)}`;
    },
    read(given) {
      const [text = '', signature = ''] = given.split('.');
      const [expected, actual] = [Buffer.from(sign(text)), Buffer.from(signature)];
      if (expected.length !== actual.length || !timingSafeEqual(expected, actual)) return undefined;
      const parts: [string, string, number] = JSON.parse(
        Buffer.from(text, 'base64url').toString('utf8'),
      );
      const [bodyKey, name, until] = parts;
      return clock.now() < until ? { bodyKey, name } : undefined;
    },
  };
}
