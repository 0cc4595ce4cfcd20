import { z } from 'zod';
import { commandNames } from '../../cards/card.js';
import { longestWords } from '../../cards/found-card.js';
import type { Command } from './read-command.js';

const farthest = 100_000;
const shape = z.object({
  command: z.string().max(32),
  words: z.string().nullish(),
  from: z.number().int().min(0).max(farthest).nullish(),
  number: z.string().max(32).nullish(),
  measure: z.string().max(64).nullish(),
  campaign: z.string().max(64).nullish(),
  text: z.string().max(longestWords).nullish(),
  draft: z.string().max(64).nullish(),
});

type Pressed = z.infer<typeof shape>;

/** さがす, with what was typed into the card or with where the next page begins. */
function searched({ words, from }: Pressed): Command {
  const sought = words?.trim().slice(0, longestWords) ?? '';
  return sought === '' ? { kind: 'search' } : { kind: 'find', words: sought, from: from ?? 0 };
}

/** The command of a pressed button; undefined for what no card of ours sends. */
export function readPressed(value: unknown): Command | undefined {
  const read = shape.safeParse(value);
  if (!read.success) return undefined;
  const { command, number, measure, campaign, text, draft } = read.data;
  switch (command) {
    case 'search':
      return searched(read.data);
    case 'progress':
      return { kind: 'progress', ...(campaign && { campaignId: campaign }) };
    case 'propose':
      return text ? { kind: 'draft', text } : { kind: 'propose' };
    case 'drafts':
      return draft ? { kind: 'open-draft', id: draft } : { kind: 'drafts' };
    case 'status':
      return { kind: 'status', number: number ?? '' };
    case 'measure':
      return { kind: 'measure', id: measure ?? '' };
    default: {
      const known = commandNames.find((name) => name === command);
      return known && { kind: known };
    }
  }
}
