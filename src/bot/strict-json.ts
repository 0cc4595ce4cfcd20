const deepest = 32;
const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

const utf8 = new TextDecoder('utf-8', { fatal: true });
const quote = 0x22;
const backslash = 0x5c;
const colon = 0x3a;

/** Colons outside of strings: as many as members were written, so that a name written twice shows. */
function countMembers(json: string): number {
  let members = 0;
  let inString = false;
  for (let index = 0; index < json.length; index += 1) {
    const unit = json.charCodeAt(index);
    if (inString && unit === backslash) index += 1;
    else if (unit === quote) inString = !inString;
    else if (unit === colon && !inString) members += 1;
  }
  return members;
}

interface Node {
  readonly value: object;
  readonly depth: number;
}

function isSoundLeaf(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed();
  return typeof value !== 'number' || Number.isFinite(value);
}

function isSoundKey(key: string): boolean {
  return !forbiddenKeys.has(key) && key.isWellFormed();
}

/** Walks without recursion. Answers the number of members, or undefined where something is not acceptable. */
function countSoundMembers(root: unknown): number | undefined {
  const open: Node[] = [];
  let members = 0;
  const visit = (value: unknown, depth: number): boolean => {
    if (typeof value !== 'object' || value === null) return isSoundLeaf(value);
    open.push({ value, depth });
    return depth <= deepest;
  };
  if (!visit(root, 1)) return undefined;
  for (let node = open.pop(); node; node = open.pop()) {
    const { value, depth } = node;
    const keys = Object.keys(value);
    if (!Array.isArray(value)) {
      members += keys.length;
      if (!keys.every(isSoundKey)) return undefined;
    }
    if (!Object.values(value).every((child) => visit(child, depth + 1))) return undefined;
  }
  return members;
}

/**
 * Reads a JSON body strictly: UTF-8 without replacement, at most 32 levels, no name twice, no name that changes
 * prototypes, only well-formed Unicode and finite numbers. Undefined for anything else.
 */
export function readStrictJson(body: Uint8Array): unknown {
  try {
    const text = utf8.decode(body);
    const value: unknown = JSON.parse(text);
    const members = countSoundMembers(value);
    return members !== undefined && members === countMembers(text) ? value : undefined;
  } catch {
    return undefined;
  }
}
