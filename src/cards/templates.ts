import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Template } from 'adaptivecards-templating';
import type { Card, TemplateValues } from './card.js';

/** The templates, one per moment; each is a file of pure JSON in adaptive-cards/. */
export const templateNames = [
  'welcome',
  'form',
  'receipt',
  'kept',
  'status',
  'my-proposals',
  'digest',
  'help',
  'menu',
  'notice',
  'published-channel',
  'message',
  'published-set',
  'shared',
  'found',
  'figures',
  'quote',
  'settings',
] as const;

/** One of the templates. */
export type TemplateName = (typeof templateNames)[number];

/** Fills a template with values. */
export type FillTemplate = (name: TemplateName, values: TemplateValues) => Card;

/**
 * Reads and parses all templates once. Values are put in by the templating library in one pass, so `${…}` in what a
 * person wrote stays as it is.
 */
export function loadTemplates(dir: string): FillTemplate {
  const templates = new Map(
    templateNames.map((name) => {
      const source: unknown = JSON.parse(readFileSync(join(dir, `${name}.json`), 'utf8'));
      return [name, new Template(source)] as const;
    }),
  );
  return (name, values) => {
    const template = templates.get(name);
    if (!template) throw new Error(`no card template "${name}"`);
    const card: Card = template.expand({ $root: values });
    return card;
  };
}
