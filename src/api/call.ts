import type { Locale } from '../domain/conversation.js';
import type { Instant } from '../domain/instant.js';
import type { Role } from '../domain/member.js';
import type { Answer } from './answer.js';
import type { ApiDeps, SignedIn } from './deps.js';
import type { TabPages } from './tab-pages.js';

/**
 * Guards of routes for people who have signed in: any member of staff, or who holds the role now. `keeper`: secretariat or
 * administrator; `head`: head or secretariat.
 */
export type StaffGuard =
  | 'staff'
  | 'secretariat'
  | 'administrator'
  | 'keeper'
  | 'head'
  | 'executive';

/** What a route that anyone may call knows. */
export interface OpenCall {
  readonly deps: ApiDeps;
  readonly tabs: TabPages;
  /** Parameters of the path, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly locale: Locale;
  readonly at: Instant;
  readonly acceptsGzip: boolean;
  /** Takes one question for hints off a person's allowance; the seconds to wait, or 0. */
  readonly hintLimit: (personId: string, at: Instant) => number;
}

/** What a route knows about a person who may call it. `asOf`: when the register last caught up. */
export interface StaffCall extends OpenCall {
  readonly person: SignedIn;
  readonly roles: readonly Role[];
  readonly asOf: Instant;
}

/** Answers from memory; only what lies in the archive, or takes long to work out, is waited for. */
export type Read = (call: StaffCall) => Answer | Promise<Answer>;

/** Takes a file. */
export type Upload = (call: StaffCall, bytes: Uint8Array) => Promise<Answer>;

/** Says what speaks against a file before it is read; undefined where nothing does. */
export type AskFirst = (call: StaffCall) => Promise<Answer | undefined>;

/** Changes something; `body` is JSON of any shape. */
export type Write = (call: StaffCall, body: unknown) => Promise<Answer>;
