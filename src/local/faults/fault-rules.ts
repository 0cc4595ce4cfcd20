/** Which calls a rule concerns. */
export type FaultFamily = 'graph' | 'connector' | 'entra' | 'jwks';

/** What is done to a call. */
export type FaultAction =
  | { kind: 'status'; status: number; headers?: Record<string, string>; body?: object | string }
  | { kind: 'after-commit-status'; status: number; headers?: Record<string, string> }
  | { kind: 'hold'; name: string; when: 'before' | 'after' }
  | { kind: 'delay'; ms: number }
  | { kind: 'reset' }
  | { kind: 'html'; status?: number }
  | { kind: 'truncate' };

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
const anything = () => true;

const matchShape: Shape = {
  family: (value) => ['graph', 'connector', 'entra', 'jwks'].includes(String(value)),
  method: optional(isText),
  path: optional(isText),
  nth: optional(isCount),
  times: optional(isCount),
};

const actionShapes: Record<string, Shape> = {
  status: { status: isStatus, headers: optional(isObject), body: anything },
  'after-commit-status': { status: isStatus, headers: optional(isObject) },
  hold: { name: isText, when: (value) => value === 'before' || value === 'after' },
  delay: { ms: (value) => typeof value === 'number' && value >= 0 },
  reset: {},
  html: { status: optional(isStatus) },
  truncate: {},
};

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
  return [
    ...check(match, matchShape, `${where}.match`, []),
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
