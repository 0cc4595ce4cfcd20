/** Which calls a rule concerns; `graph-member` are the members of batches, one by one. */
export type FaultFamily = 'graph' | 'graph-member' | 'connector' | 'entra' | 'jwks';

/** What is done to a call. */
export type FaultAction =
  | {
      kind: 'status';
      status: number;
      headers?: Record<string, string>;
      /** Adds `Retry-After` as an HTTP date so many seconds from now. */
      retryDateIn?: number;
      body?: object | string;
    }
  | {
      kind: 'after-commit-status';
      status: number;
      headers?: Record<string, string>;
      retryDateIn?: number;
    }
  | { kind: 'hold'; name: string; when: 'before' | 'after' }
  | { kind: 'delay'; ms: number }
  | { kind: 'reset' }
  | { kind: 'html'; status?: number }
  /** Carried out; the connection ends in the middle of the answer. */
  | { kind: 'truncate' }
  /** Carried out; the connection is reset in the middle of the answer. */
  | { kind: 'reset-mid-body' }
  /** Carried out; the answer is complete HTTP, its JSON ends in the middle. */
  | { kind: 'cut-json' }
  /** Carried out; the answer is 200 (or the status) with nothing in it. */
  | { kind: 'empty'; status?: number }
  /** Carried out; the answer comes a few bytes a second. */
  | { kind: 'drip'; bytesPerSecond: number };

/** One rule; the first live rule that matches a call is applied. */
export interface FaultRule {
  match: {
    family: FaultFamily;
    method?: string;
    /** Substring of the decoded path with query, or source of a regular expression. */
    path?: string;
    /** Apply only from the nth matching call on (from 1). */
    nth?: number;
    /** Apply to at most so many calls. */
    times?: number;
  };
  action: FaultAction;
}

type Shape = Record<string, (value: unknown) => boolean>;

const isText = (value: unknown) => typeof value === 'string' && value !== '';
const isCount = (value: unknown) => Number.isInteger(value) && Number(value) >= 1;
const isStatus = (value: unknown) => Number.isInteger(value) && Number(value) >= 200;
const isObject = (value: unknown) => typeof value === 'object' && value !== null;
const optional = (check: (value: unknown) => boolean) => (value: unknown) =>
  value === undefined || check(value);
const isPositive = (value: unknown) => typeof value === 'number' && value > 0;
const anything = () => true;
const families = ['graph', 'graph-member', 'connector', 'entra', 'jwks'];

const matchShape: Shape = {
  family: (value) => families.includes(String(value)),
  method: optional(isText),
  path: optional(isText),
  nth: optional(isCount),
  times: optional(isCount),
};

const statusShape: Shape = {
  status: isStatus,
  headers: optional(isObject),
  retryDateIn: optional(isPositive),
};

const actionShapes: Record<string, Shape> = {
  status: { ...statusShape, body: anything },
  'after-commit-status': statusShape,
  hold: { name: isText, when: (value) => value === 'before' || value === 'after' },
  delay: { ms: (value) => typeof value === 'number' && value >= 0 },
  reset: {},
  html: { status: optional(isStatus) },
  truncate: {},
  'reset-mid-body': {},
  'cut-json': {},
  empty: { status: optional(isStatus) },
  drip: { bytesPerSecond: isPositive },
};

/** What can be done to one member of a batch: there is no connection of its own. */
const memberFamily = 'graph-member';
const memberActions = ['status', 'after-commit-status'];

function check(value: unknown, shape: Shape, where: string, free: string[]): string[] {
  if (typeof value !== 'object' || value === null) return [`${where} is missing`];
  const entries = new Map(Object.entries(value));
  const wrong = Object.entries(shape)
    .filter(([name, isRight]) => !isRight(entries.get(name)))
    .map(([name]) => `${where}.${name} is wrong`);
  const unknown = [...entries.keys()]
    .filter((name) => !(name in shape) && !free.includes(name))
    .map((name) => `${where}.${name} is unknown`);
  return [...wrong, ...unknown];
}

function faultsOfRule(rule: unknown, index: number): string[] {
  const where = `rules[${index}]`;
  if (typeof rule !== 'object' || rule === null) return [`${where} is not an object`];
  const { match, action }: { match?: unknown; action?: unknown } = rule;
  const kind = isObject(action) ? String((action as { kind?: unknown }).kind) : '';
  const shape = actionShapes[kind];
  const isOfMember =
    typeof match === 'object' &&
    match !== null &&
    'family' in match &&
    match.family === memberFamily;
  const isImpossible = isOfMember && !memberActions.includes(kind);
  return [
    ...check(match, matchShape, `${where}.match`, []),
    ...(isImpossible ? [`${where}.action.kind cannot be done to a member of a batch`] : []),
    ...(shape === undefined
      ? [`${where}.action.kind is unknown`]
      : check(action, shape, `${where}.action`, ['kind'])),
  ];
}

/** Reads the body of PUT /control/faults; a rule that could not work is refused, not ignored. */
export function readFaultRules(body: unknown): { rules: FaultRule[] } | { faults: string[] } {
  const rules: unknown = isObject(body) ? (body as { rules?: unknown }).rules : undefined;
  if (!Array.isArray(rules)) return { faults: ['rules is not an array'] };
  const faults = rules.flatMap(faultsOfRule);
  return faults.length > 0 ? { faults } : { rules };
}
