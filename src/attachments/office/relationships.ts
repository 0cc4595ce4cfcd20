import { leadsToFile, mayStay, removedAddress } from '../address.js';
import { attributeOf, attributes } from './markup.js';
import type { OfficeProblem } from './office-problem.js';

/** What a part says of another one, or of something outside of the document. */
interface Relationship {
  readonly id: string;
  /** The last word of its type, lower case. */
  readonly type: string;
  readonly target: string;
  readonly isExternal: boolean;
}

/** The relationships of a part as they may stay, and the ids of those that went. */
export interface CleanRelationships {
  readonly text: string;
  readonly gone: ReadonlySet<string>;
}

const openTag = /<(?:\w+:)?Relationship\b/g;
const wholeTag = new RegExp(
  String.raw`<((?:\w+:)?Relationship)\b${attributes}(?:\/>|>\s*<\/\1\s*>)`,
  'g',
);

/** Relationships to what runs something. */
const running: ReadonlySet<string> = new Set([
  ...['vbaproject', 'wordvbadata', 'xlmacrosheet', 'xlintlmacrosheet', 'control'],
  ...['activexcontrolbinary', 'attachedtoolbars', 'keymapcustomizations', 'extensibility'],
]);
/** Relationships to what cannot be looked into, or names who signed. */
const unclean: ReadonlySet<string> = new Set(['afchunk', 'origin', 'signature', 'certificate']);
/** What a document does without: printers with their users, templates, small pictures of earlier states, add-ins. */
const unneeded: ReadonlySet<string> = new Set([
  'printersettings',
  'attachedtemplate',
  'thumbnail',
  'webextensiontaskpanes',
]);

function readRelationship(tag: string): Relationship {
  const target = attributeOf(tag, 'Target') ?? '';
  const isSaid = attributeOf(tag, 'TargetMode')?.toLowerCase() === 'external';
  return {
    id: attributeOf(tag, 'Id') ?? '',
    type: (attributeOf(tag, 'Type') ?? '').split('/').at(-1)?.toLowerCase() ?? '',
    target,
    isExternal: isSaid || leadsToFile(target) || /^[a-z][a-z0-9+.-]*:/i.test(target),
  };
}

/** Whether what lies outside is only opened by whoever follows it, and names no account. */
const isHarmlessLink = ({ type, target }: Relationship): boolean =>
  type === 'hyperlink' && mayStay(target) && /^\s*(?:#|[a-z][a-z0-9+.-]*:)/i.test(target);

const withoutTarget = (tag: string): string =>
  tag.replace(/(\sTarget\s*=\s*)(?:"[^"<]*"|'[^'<]*')/, `$1"${removedAddress}"`);

/** The folder of the part of which a part of relationships tells. */
const folderOf = (name: string): string => name.replace(/_rels\/[^/]*$/i, '');

/** The name of the part that a target means, lower case, as names are compared without regard to it. */
export function targetName(rels: string, target: string): string {
  const path = target.startsWith('/') ? target.slice(1) : folderOf(rels) + target;
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/').toLowerCase();
}

/** The parts to which relationships of what a document does without lead. */
export function unneededTargets(rels: string, text: string): readonly string[] {
  return [...text.matchAll(wholeTag)]
    .map(([tag]) => readRelationship(tag))
    .filter(({ type, isExternal }) => unneeded.has(type) && !isExternal)
    .map(({ target }) => targetName(rels, target));
}

const problemOf = ({ type }: Relationship): OfficeProblem | undefined => {
  if (running.has(type)) return 'active';
  return unclean.has(type) ? 'unclean' : undefined;
};

/**
 * The relationships of a part without those to `dropped` parts and to templates. What lies outside and would be fetched
 * on opening leads nowhere afterwards, as do links to files and to folders of somebody's own.
 */
export function cleanRelationships(
  rels: string,
  text: string,
  dropped: ReadonlySet<string>,
): CleanRelationships | OfficeProblem {
  const gone = new Set<string>();
  let problem: OfficeProblem | undefined;
  let count = 0;
  const clean = text.replace(wholeTag, (tag) => {
    count += 1;
    const relationship = readRelationship(tag);
    const { id, type, target, isExternal } = relationship;
    problem ??= problemOf(relationship);
    if (unneeded.has(type) || (!isExternal && dropped.has(targetName(rels, target)))) {
      gone.add(id);
      return '';
    }
    return isExternal && !isHarmlessLink(relationship) ? withoutTarget(tag) : tag;
  });
  // One that is written so that it was not seen above would be kept as it is.
  if (count !== (text.match(openTag)?.length ?? 0)) return 'unclean';
  return problem ?? { text: clean, gone };
}
