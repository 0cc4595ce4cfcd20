import type { Instant } from '../domain/instant.js';
import type { LedgerRow } from '../domain/notice-ledger.js';
import type { PersonId } from '../domain/person.js';
import type { InstallOutcome } from '../usecases/people-apps.js';
import type { Clock, FaultLog, Register } from '../usecases/ports.js';

/** What is known of a person who has no chat with the app. */
export type ContactState =
  /** Teams was asked to install the app; the chat is told by Teams itself. */
  | 'asked'
  /** The app is there and the chat unknown: only the activity feed reaches the person. */
  | 'has-app'
  /** The activity feed does not take it either. */
  | 'out-of-reach'
  | 'no-account';

/** What the first contact needs. */
export interface FirstContactPorts {
  readonly clock: Clock;
  readonly register: Pick<Register, 'openLedgerRows' | 'conversation' | 'someoneReached'>;
  readonly quietUntil: (at: Instant) => Instant | undefined;
  /** Asks Teams to install the app for a person; `owner` is somebody who has it. */
  readonly install: (personId: PersonId, owner: PersonId) => Promise<InstallOutcome>;
  /** Told when Teams does not let the app install itself. */
  readonly onNotAllowed: () => void;
  readonly onFault: FaultLog;
}

/** Reaches people who never opened the app and have something to be told. */
export interface FirstContact {
  /** One round: asks Teams to install the app for some of those whom a notice waits for. */
  sweep(): Promise<void>;
  stateOf(personId: PersonId): ContactState | undefined;
  /** The activity feed refused this person. */
  feedRefused(personId: PersonId): void;
}

const roundEveryMs = 5_000;
/** Of one round, so that a release set to thousands stays below what Teams takes (30 a second) and holds up nothing. */
const mostPerRound = 20;
const askAgainAfterMs = 24 * 60 * 60 * 1000;
const restMs = 30 * 1000;

interface Known {
  readonly state: ContactState;
  readonly at: Instant;
}

/** Whom a row waits for because no chat is known. */
function withoutChat({ state, recipients }: LedgerRow): readonly PersonId[] {
  if (state !== 'due') return [];
  return recipients
    .filter(({ outcome, why }) => !outcome && why === 'no-conversation')
    .map(({ id }) => id);
}

/** Those whom an open row waits for and nothing is known of yet. */
function waiting(
  { register }: FirstContactPorts,
  isKnown: (personId: PersonId) => boolean,
): readonly PersonId[] {
  const found = new Set<PersonId>();
  for (const { value } of register.openLedgerRows()) {
    for (const id of withoutChat(value)) {
      if (!isKnown(id) && !register.conversation(id)) found.add(id);
    }
    if (found.size >= mostPerRound) break;
  }
  return [...found].slice(0, mostPerRound);
}

const stateAfter = {
  installed: 'asked',
  'has-app': 'has-app',
  'no-account': 'no-account',
} as const;

/** Opens the first contact. What it knows lives in memory: after a restart each person is asked for once more. */
export function openFirstContact(ports: FirstContactPorts): FirstContact {
  const { clock, register, install, onNotAllowed, onFault } = ports;
  const known = new Map<PersonId, Known>();
  let restsUntil = 0;

  function stateOf(personId: PersonId): ContactState | undefined {
    const { state, at } = known.get(personId) ?? {};
    return at === undefined || clock.now() - at > askAgainAfterMs ? undefined : state;
  }

  const rest = (milliseconds: number): void => {
    restsUntil = clock.now() + milliseconds;
  };

  /** Whether the round may go on. */
  async function ask(personId: PersonId, owner: PersonId): Promise<boolean> {
    const outcome = await install(personId, owner);
    switch (outcome.kind) {
      case 'not-allowed':
        onNotAllowed();
        rest(askAgainAfterMs);
        return false;
      case 'not-now':
        rest(outcome.retryAfterMs ?? restMs);
        return false;
      default:
        known.set(personId, { state: stateAfter[outcome.kind], at: clock.now() });
        return true;
    }
  }

  async function round(): Promise<void> {
    const owner = register.someoneReached();
    if (owner === undefined) return;
    for (const personId of waiting(ports, (id) => stateOf(id) !== undefined)) {
      if (!(await ask(personId, owner))) return;
    }
  }

  return {
    stateOf,
    feedRefused: (personId) => void known.set(personId, { state: 'out-of-reach', at: clock.now() }),
    async sweep() {
      // The app greets whoever gets it, and that is no message for the night.
      if (clock.now() < restsUntil || ports.quietUntil(clock.now()) !== undefined) return;
      rest(roundEveryMs);
      try {
        await round();
      } catch (fault) {
        rest(restMs);
        onFault('asking Teams to install the app', fault);
      }
    },
  };
}
