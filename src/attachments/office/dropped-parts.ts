import { attributeOf, attributes } from './markup.js';
import type { OfficeProblem } from './office-problem.js';
import { cleanRelationships, unneededTargets } from './relationships.js';

/** What goes from a document as a whole, and what has to be changed where it was mentioned. */
export interface DroppedParts {
  /** Names of the parts that go, lower case. */
  readonly names: ReadonlySet<string>;
  /** Relationships as they may stay, by the name of their part. */
  readonly relationships: ReadonlyMap<string, string>;
  /** Ids of relationships that went, by the lower-case name of the part that mentions them. */
  readonly goneFrom: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Printers with their users, small pictures of earlier states, and what editing left behind; by their names. */
const unneeded =
  /(^|\/)printerSettings[^/]*\.bin$|^docProps\/thumbnail\.[a-z]+$|^\[trash\]\/|(^|\/)\.DS_Store$|^__MACOSX\//i;

/** Parts of text are what a document consists of: whatever a relationship calls them, they stay. */
const isText = (name: string): boolean => /\.(xml|rels|vml)$/i.test(name);

/** The part of which a part of relationships tells, lower case. */
const sourceOf = (rels: string): string =>
  rels.replace(/_rels\/([^/]*)\.rels$/i, '$1').toLowerCase();

/**
 * Finds what goes from a document: parts by their names, those to which unneeded relationships lead, and with them what
 * mentions them. `rels`: the parts of relationships by their names.
 */
export function findDropped(
  names: readonly string[],
  rels: ReadonlyMap<string, string>,
): DroppedParts | OfficeProblem {
  const byName = names.filter((name) => unneeded.test(name)).map((name) => name.toLowerCase());
  const byTarget = [...rels].flatMap(([name, text]) => unneededTargets(name, text));
  const dropped = new Set([...byName, ...byTarget.filter((name) => !isText(name))]);
  const relationships = new Map<string, string>();
  const goneFrom = new Map<string, ReadonlySet<string>>();
  for (const [name, text] of rels) {
    const clean = cleanRelationships(name, text, dropped);
    if (typeof clean === 'string') return clean;
    relationships.set(name, clean.text);
    if (clean.gone.size > 0) goneFrom.set(sourceOf(name), clean.gone);
  }
  return { names: dropped, relationships, goneFrom };
}

const mention = new RegExp(
  String.raw`<((?:\w+:)?(?:attachedTemplate|printerSettings|pageSetup))\b(${attributes})(\/>|>\s*<\/\1\s*>)`,
  'g',
);
const idAttribute = /\s\w+:id\s*=\s*(?:"[^"<]*"|'[^'<]*')/;

/** A part of text without what mentions relationships that went: a program would look for them in vain. */
export function withoutMentions(text: string, gone: ReadonlySet<string>): string {
  return text.replace(mention, (tag, name: string, said: string, end: string) => {
    if (!gone.has(attributeOf(tag, String.raw`\w+:id`) ?? '')) return tag;
    return name.endsWith('pageSetup') ? `<${name}${said.replace(idAttribute, '')}${end}` : '';
  });
}

const overriding = new RegExp(
  String.raw`<((?:\w+:)?Override)\b${attributes}(?:\/>|>\s*<\/\1\s*>)`,
  'g',
);
const usual = new RegExp(String.raw`<((?:\w+:)?Default)\b${attributes}(?:\/>|>\s*<\/\1\s*>)`, 'g');

/** The content types without those of parts that went. */
export function withoutTypes(text: string, names: ReadonlySet<string>): string {
  return text
    .replace(overriding, (tag) => {
      const part = attributeOf(tag, 'PartName')?.replace(/^\//, '').toLowerCase() ?? '';
      return names.has(part) ? '' : tag;
    })
    .replace(usual, (tag) =>
      /printerSettings$/i.test(attributeOf(tag, 'ContentType') ?? '') ? '' : tag,
    );
}
