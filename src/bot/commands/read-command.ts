import { formatProposalNumber, parseProposalNumber } from '../../domain/proposal-number.js';
import { searchForm } from '../../domain/search/search-form.js';
import { comparisonKey, tidyText } from '../../domain/written-text.js';
import {
  commandWords,
  searchHeads,
  statusHeads,
  type WordCommand,
  wordCommands,
} from './command-words.js';
import { isSentence } from './is-sentence.js';
import { isOneSlipFrom } from './one-slip.js';

/** What a message asks for. `draft` is free text: a proposal in the making. */
export type Command =
  | { readonly kind: Exclude<WordCommand, 'progress'> }
  | { readonly kind: 'progress'; readonly campaignId?: string }
  | { readonly kind: 'status'; readonly number: string }
  | { readonly kind: 'find'; readonly words: string; readonly from: number }
  | { readonly kind: 'measure'; readonly id: string }
  | { readonly kind: 'draft'; readonly text: string }
  | { readonly kind: 'open-draft'; readonly id: string };

/** Each word under the form in which width, case, kana and long vowels do not count. */
const commandOfForm: ReadonlyMap<string, WordCommand> = new Map(
  wordCommands.flatMap((kind) => commandWords[kind].map((word) => [searchForm(word), kind])),
);

const fewestLetters = 3;
/** A slip in a shorter word makes another word. */
const slipsFrom = { latin: 5, japanese: 4 } as const;
const longestCommand = 40;

/** Mentions as Teams writes them into the text. */
function withoutMentions(text: string): string {
  return text.replace(/<at\b[^>]{0,200}>[^<]{0,200}<\/at>/gi, ' ');
}

function takesSlips(word: string): boolean {
  const least = /^[a-z ]+$/.test(word) ? slipsFrom.latin : slipsFrom.japanese;
  return [...word].length >= least;
}

/** The command whose word was meant, where it is one alone. */
function meantBy(key: string): WordCommand | undefined {
  const meant = wordCommands.filter((kind) =>
    commandWords[kind].some((word) => takesSlips(word) && isOneSlipFrom(key, word)),
  );
  return meant.length === 1 ? meant[0] : undefined;
}

/** The rest behind one of the heads, which a blank or a colon ends. */
function behindHead(key: string, heads: readonly string[]): string | undefined {
  const [, head = '', rest] = /^([^\s:]+)(?:\s*:\s*|\s+)(\S.*)$/.exec(key) ?? [];
  const isHead = heads.some(
    (each) =>
      searchForm(each) === searchForm(head) || (takesSlips(each) && isOneSlipFrom(head, each)),
  );
  return isHead ? rest : undefined;
}

function afterJapaneseHead(key: string): string | undefined {
  const head = statusHeads.find((each) => key.startsWith(each));
  return head === undefined ? undefined : key.slice(head.length).trim();
}

/** A number, with 状況 before or behind it; a sentence that begins so is no command. */
function statusCommand(key: string): Command | undefined {
  const rest = behindHead(key, statusHeads) ?? afterJapaneseHead(key);
  const parts = parseProposalNumber((rest ?? key).replace(/\s*(?:の(?:状況|状態|進捗)|は)$/, ''));
  if (parts) return { kind: 'status', number: formatProposalNumber(parts) };
  const isAttempt = rest !== undefined && /^[a-z]?\d[\d\s-]{0,12}$/.test(rest);
  return isAttempt ? { kind: 'status', number: '' } : undefined;
}

function searchCommand(written: string, key: string): Command | undefined {
  const words = written.includes('\n') ? undefined : behindHead(key, searchHeads);
  return words === undefined || isSentence(words) ? undefined : { kind: 'find', words, from: 0 };
}

/**
 * Reads what a person typed. Width, case, kana, mentions and punctuation around a word do not count, and neither does
 * one slip in a longer word; words are matched whole, so that a sentence that begins with one stays a sentence.
 */
export function readCommand(text: string): Command {
  const written = tidyText(withoutMentions(text));
  const whole = comparisonKey(written).replace(/\s+/g, ' ');
  const key = whole.replace(/^[\p{P}\p{S}\s]+|[\p{P}\p{S}\s]+$/gu, '');
  const known = commandOfForm.get(searchForm(key));
  if (known) return { kind: known };
  const asked =
    (key.length <= longestCommand ? statusCommand(key) : undefined) ??
    searchCommand(written, whole);
  if (asked) return asked;
  const meant = meantBy(key);
  if (meant) return { kind: meant };
  const letters = written.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  return letters >= fewestLetters ? { kind: 'draft', text: written } : { kind: 'menu' };
}
