import type { Draft, OwnDrafts } from '../domain/drafts/draft.js';
import {
  isKeptAt,
  putDraft,
  type WrittenDraft,
  withoutDrafts,
} from '../domain/drafts/keep-draft.js';
import type { PersonId } from '../domain/person.js';
import type { Refusal } from '../domain/refusal.js';
import { allowed, type Result } from '../domain/result.js';
import { Failure } from './failure.js';
import type { Clock, FaultLog, Pause, Register, Store, Stored } from './ports.js';

/** The part of the register that holds drafts. */
export interface DraftBook {
  drafts(personId: PersonId): Stored<OwnDrafts> | undefined;
  allDrafts(): readonly OwnDrafts[];
  tookDrafts(stored: Stored<OwnDrafts>): void;
}

/** What keeping drafts needs. */
export interface DraftPorts {
  readonly clock: Clock;
  readonly pause: Pause;
  readonly register: Pick<Register, 'proposal'> & DraftBook;
  readonly store: Store<OwnDrafts>;
  readonly onFault: FaultLog;
}

/** What was done about a draft; `draft` is absent where it is gone. */
export type DraftOutcome =
  | { readonly kind: 'done'; readonly draft?: Draft }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** Keeps what people have not sent yet. Everything asks for whom: nobody comes by the drafts of another person. */
export interface DraftDesk {
  /** A person's drafts that are neither sent nor too old, saved last first. Costs no call. */
  of(personId: PersonId): readonly Draft[];
  /** Saves a form as typed. Throws the failures of the list. */
  save(personId: PersonId, written: WrittenDraft): Promise<DraftOutcome>;
  /** Erases a draft; where there is none, nothing is written. */
  erase(personId: PersonId, id: string): Promise<DraftOutcome>;
  /** Erases what is too old or was sent long ago; answers of how many people. */
  tidy(): Promise<number>;
}

const mostRounds = 4;
/** A dialog waits for five seconds, and whoever types waits for nothing. */
const answerWithinMs = 4_000;

/** Gives the very object where nothing is to be written. */
type Change = (own: OwnDrafts) => Result<OwnDrafts>;

/** What another process may have written since: nothing is refused for a state that is no longer. */
async function readToRefuse(
  { register, store }: DraftPorts,
  held: Stored<OwnDrafts> | undefined,
  result: Result<OwnDrafts>,
): Promise<Result<OwnDrafts> | undefined> {
  const fresh = held && (await store.read(held.itemId));
  if (!fresh || fresh.revision === held.revision) return result;
  register.tookDrafts(fresh);
  return undefined;
}

/** One round; undefined where another process was first, whose item the register holds then. */
async function changeOnce(
  ports: DraftPorts,
  personId: PersonId,
  change: Change,
  isFresh: boolean,
): Promise<Result<OwnDrafts> | undefined> {
  const { register, store } = ports;
  const held = register.drafts(personId);
  const own = held?.value ?? { personId, drafts: [] };
  const result = change(own);
  if (!result.ok) return isFresh ? result : readToRefuse(ports, held, result);
  if (result.value === own) return result;
  const outcome = await (held ? store.replace(held, result.value) : store.create(result.value));
  if (outcome.kind === 'stored') {
    register.tookDrafts(outcome.stored);
    return allowed(outcome.stored.value);
  }
  const present = await (held ? store.read(held.itemId) : store.findByKey(personId));
  if (present) register.tookDrafts(present);
  return undefined;
}

async function changeDrafts(
  ports: DraftPorts,
  personId: PersonId,
  change: Change,
): Promise<Result<OwnDrafts>> {
  for (let round = 0; round < mostRounds; round += 1) {
    const result = await changeOnce(ports, personId, change, round > 0);
    if (result) return result;
  }
  throw new Failure('unavailable', 'drafts: the item kept changing, or cannot be found yet');
}

type InTurn = (personId: PersonId, change: Change) => Promise<Result<OwnDrafts>>;

/** Has the writes for one person follow each other. */
function openTurns(
  write: (personId: PersonId, change: Change) => Promise<Result<OwnDrafts>>,
): InTurn {
  const underWay = new Map<PersonId, Promise<unknown>>();
  return async (personId, change) => {
    const before = underWay.get(personId) ?? Promise.resolve();
    const next = () => write(personId, change);
    const mine = before.then(next, next);
    underWay.set(personId, mine);
    try {
      return await mine;
    } finally {
      if (underWay.get(personId) === mine) underWay.delete(personId);
    }
  };
}

/** Changes drafts within the time of an answer; what comes later is stored all the same. */
async function changeInTime(
  { pause, onFault }: DraftPorts,
  running: Promise<Result<OwnDrafts>>,
  id: string,
): Promise<DraftOutcome> {
  let isLate = false;
  running.catch((fault: unknown) => {
    if (isLate) onFault('keeping a draft after its turn', fault);
  });
  const result = await Promise.race([running, pause(answerWithinMs).then(() => undefined)]);
  isLate = true;
  if (!result) return { kind: 'refused', refusal: { code: 'draft-late' } };
  if (!result.ok) return { kind: 'refused', refusal: result.refusal };
  const draft = result.value.drafts.find((each) => each.id === id);
  return { kind: 'done', ...(draft && { draft }) };
}

/** Opens the desk. One per process. */
export function openDraftDesk(ports: DraftPorts): DraftDesk {
  const { clock, register } = ports;

  /** A forwarded form can have the token of somebody else's proposal. */
  const isSent = (personId: PersonId, { id }: Draft): boolean =>
    register.proposal(id)?.value.proposer.personId === personId;
  const isOver = (personId: PersonId, draft: Draft): boolean =>
    isSent(personId, draft) || !isKeptAt(draft, clock.now());

  const inTurn = openTurns((personId, next) =>
    changeDrafts(ports, personId, (own) => {
      // What was sent makes room.
      const rest = withoutDrafts(own, (draft) => isSent(personId, draft));
      return next(rest);
    }),
  );

  return {
    of: (personId) =>
      (register.drafts(personId)?.value.drafts ?? [])
        .filter((draft) => !isOver(personId, draft))
        .toSorted((a, b) => b.savedAt - a.savedAt),
    async save(personId, written) {
      const sent = register.proposal(written.id)?.value;
      if (sent?.proposer.personId === personId) {
        return { kind: 'refused', refusal: { code: 'already-received', number: sent.number } };
      }
      const putting = inTurn(personId, (own) => putDraft(own, written, clock.now()));
      return changeInTime(ports, putting, written.id);
    },
    async erase(personId, id) {
      const own = register.drafts(personId)?.value;
      if (!own?.drafts.some((draft) => draft.id === id)) return { kind: 'done' };
      const without: Change = (present) =>
        allowed(withoutDrafts(present, (each) => each.id === id));
      return changeInTime(ports, inTurn(personId, without), id);
    },
    async tidy() {
      const untidy = register
        .allDrafts()
        .filter(({ personId, drafts }) => drafts.some((draft) => isOver(personId, draft)));
      for (const { personId } of untidy) {
        const tidied: Change = (own) =>
          allowed(withoutDrafts(own, (draft) => isOver(personId, draft)));
        await inTurn(personId, tidied);
      }
      return untidy.length;
    },
  };
}
