import type { GraphAnswer, GraphCall } from '../../../src/graph/answer.js';
import type { GuardedExchange } from '../../../src/graph/guarded-exchange.js';
import { proposals } from '../../../src/graph/lists/proposals.js';
import { receivedProposal } from '../sample-proposals.js';
import type { VirtualTime } from './virtual-time.js';

/** What becomes of one call. */
export interface Fate {
  readonly kind:
    | 'fine'
    /** A connection that is reset before anything, or after all was carried out. */
    | 'reset-before'
    | 'reset-after'
    | '503'
    | '429'
    | '504-after'
    | '500-after'
    | 'html-after'
    /** Nothing is answered in time; it is carried out a while later. */
    | 'slow-commit'
    | 'hung'
    /** A create is refused for nothing. */
    | 'refused-for-nothing'
    /** A query finds nothing. */
    | 'false-empty';
  readonly latencyMs: number;
  /** After how long what is stored now is found by queries. */
  readonly lagMs: number;
  /** As what a duplicate is refused. */
  readonly refusal: 400 | 409 | 412 | 422 | 500;
  /** Somebody else stores the number first that a create is about to take. */
  readonly isOvertaken: boolean;
}

interface ModelItem {
  readonly id: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly visibleAt: number;
}

/** A list of proposals with two unique columns, as SharePoint is documented and reported to behave. */
export interface ModelList extends GuardedExchange {
  readonly items: readonly ModelItem[];
  /** Creates sent, by token. */
  readonly creates: ReadonlyMap<string, number>;
  /** Refusals for nothing that were really given: each may cost a number. */
  refusedForNothing(): number;
}

const callMs = 10_000;
const requestId = 'a-request';
const unanswered: GraphAnswer = { kind: 'unanswered', cause: new Error('reset'), requestId };

const answered = (status: number, body: unknown, retryAfterMs?: number): GraphAnswer => ({
  kind: 'answered',
  status,
  body,
  retryAfterMs,
  answeredAt: undefined,
  requestId,
});

/** The text of a site in Japanese. */
const duplicateText =
  'リスト アイテムを追加または更新できませんでした。リストの次のフィールドに重複する値が見つかりました: [ProposalId]。';
const refusalCodes = {
  400: 'invalidRequest',
  409: 'nameAlreadyExists',
  412: 'resourceModified',
  422: 'unprocessableEntity',
  500: 'generalException',
} as const;

const refused = (status: Fate['refusal']): GraphAnswer =>
  answered(status, { error: { code: refusalCodes[status], message: duplicateText } });

const before: Partial<Record<Fate['kind'], GraphAnswer>> = {
  'reset-before': unanswered,
  '503': answered(503, { error: { code: 'serviceNotAvailable' } }),
  '429': answered(429, { error: { code: 'activityLimitReached' } }, 5_000),
};
const instead: Partial<Record<Fate['kind'], GraphAnswer>> = {
  'reset-after': unanswered,
  '504-after': answered(504, { error: { code: 'serviceNotAvailable' } }),
  '500-after': answered(500, { error: { code: 'generalException' } }),
  'html-after': answered(200, undefined),
};

const isLate = (kind: Fate['kind']): boolean => kind === 'hung' || kind === 'slow-commit';

const asAnswered = ({ id, fields }: ModelItem) => ({ id, '@odata.etag': `"item-${id},1"`, fields });

/** Opens an empty list. `nextFate` is asked for each call. */
export function openModelList(time: VirtualTime, nextFate: () => Fate): ModelList {
  const items: ModelItem[] = [];
  const creates = new Map<string, number>();
  let refusals = 0;
  let others = 0;

  const isTaken = (fields: ModelItem['fields']): boolean =>
    items.some(
      (item) =>
        item.fields['ProposalId'] === fields['ProposalId'] ||
        item.fields['Number'] === fields['Number'],
    );

  function commit(fields: ModelItem['fields'], { lagMs, refusal }: Fate): GraphAnswer {
    if (isTaken(fields)) return refused(refusal);
    const item = { id: String(items.length + 1), fields, visibleAt: time.now() + lagMs };
    items.push(item);
    return answered(201, asAnswered(item));
  }

  /** Another process, of which nothing is known, takes the number; it is the next one, or it would not. */
  function overtake(fields: ModelItem['fields'], fate: Fate): void {
    const highest = Math.max(0, ...items.map((item) => Number(item.fields['Sequence'])));
    if (fields['Sequence'] !== highest + 1) return;
    others += 1;
    const id = `20000000-0000-4000-8000-${String(others).padStart(12, '0')}`;
    const foreign = receivedProposal({ id, number: String(fields['Number']) });
    const filled = Object.entries(proposals.toFields(foreign)).filter(([, cell]) => cell !== null);
    commit(Object.fromEntries(filled), fate);
  }

  /** Gives up waiting after the time that a call has; what is slow is carried out all the same. */
  async function createLate(fields: ModelItem['fields'], fate: Fate): Promise<GraphAnswer> {
    await time.pause(callMs);
    if (fate.kind === 'slow-commit') void time.pause(fate.lagMs).then(() => commit(fields, fate));
    return unanswered;
  }

  function refuseForNothing({ refusal }: Fate): GraphAnswer {
    refusals += 1;
    return refused(refusal);
  }

  async function create(fields: ModelItem['fields'], fate: Fate): Promise<GraphAnswer> {
    const { kind } = fate;
    const token = String(fields['ProposalId']);
    creates.set(token, (creates.get(token) ?? 0) + 1);
    if (fate.isOvertaken) overtake(fields, fate);
    if (isLate(kind)) return createLate(fields, fate);
    if (kind === 'refused-for-nothing') return refuseForNothing(fate);
    const untouched = before[kind];
    if (untouched) return untouched;
    const answer = commit(fields, fate);
    return instead[kind] ?? answer;
  }

  const visible = (): readonly ModelItem[] =>
    items.filter(({ visibleAt }) => visibleAt <= time.now());

  function found(query: string): readonly ModelItem[] {
    const token = /ProposalId eq '([^']+)'/.exec(query)?.[1];
    if (token) return visible().filter(({ fields }) => fields['ProposalId'] === token);
    const order = ({ fields }: ModelItem): number => Number(fields['NumberOrder']);
    return visible()
      .toSorted((a, b) => order(b) - order(a))
      .slice(0, 1);
  }

  async function read(path: string, { kind }: Fate): Promise<GraphAnswer> {
    if (isLate(kind)) {
      await time.pause(callMs);
      return unanswered;
    }
    const whole = { value: found(decodeURIComponent(path)).map(asAnswered) };
    return (
      before[kind] ?? instead[kind] ?? answered(200, kind === 'false-empty' ? { value: [] } : whole)
    );
  }

  return {
    items,
    creates,
    refusedForNothing: () => refusals,
    troubles: () => ({
      awaySince: undefined,
      busySince: undefined,
      tokenRefused: undefined,
      places: [],
    }),
    async exchange({ method, path, body }: GraphCall) {
      const fate = nextFate();
      await time.pause(fate.latencyMs);
      if (method === 'GET') return read(path, fate);
      const { fields } = body as { fields: ModelItem['fields'] };
      return create(fields, fate);
    },
  };
}
