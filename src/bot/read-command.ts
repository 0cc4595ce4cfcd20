import type { CommandName } from '../cards/card.js';
import { formatProposalNumber, parseProposalNumber } from '../domain/proposal-number.js';
import { comparisonKey, tidyText } from '../domain/written-text.js';

/** What a message asks for. `draft` is free text: a proposal in the making. */
export type Command =
  | { readonly kind: CommandName | 'greet' | 'menu' }
  | { readonly kind: 'status'; readonly number: string }
  | { readonly kind: 'draft'; readonly text: string };

const words: Readonly<Record<CommandName | 'greet' | 'menu', readonly string[]>> = {
  greet: [
    'こんにちは',
    'こんばんは',
    'おはよう',
    'おはようございます',
    'はじめまして',
    'hello',
    'hi',
    'hey',
  ],
  propose: ['提案', '提案する', '提案を書く', '提案したい', 'propose', 'new proposal'],
  mine: ['自分の提案', 'マイ提案', '状況', 'my proposals', 'my proposal', 'status'],
  help: ['ヘルプ', '使い方', 'help'],
  // Beside the word itself what is said in passing, and names of things that are elsewhere: no proposal begins so.
  menu: [
    'メニュー',
    'menu',
    'はい',
    'いいえ',
    '了解',
    '了解しました',
    'ありがとう',
    'ありがとうございます',
    'ありがとうございました',
    'やめる',
    'キャンセル',
    'さがす',
    '検索',
    '実現状況',
    '設定',
    '下書き',
    'yes',
    'no',
    'ok',
    'okay',
    'thanks',
    'thank you',
    'cancel',
    'search',
    'progress',
    'settings',
    'drafts',
  ],
};

const commandOfWord: ReadonlyMap<string, CommandName | 'greet' | 'menu'> = new Map(
  (['greet', 'propose', 'mine', 'help', 'menu'] as const).flatMap((kind) =>
    words[kind].map((word) => [word, kind] as const),
  ),
);

const fewestLetters = 3;

/** Mentions as Teams writes them into the text. */
function withoutMentions(text: string): string {
  return text.replace(/<at\b[^>]{0,200}>[^<]{0,200}<\/at>/gi, ' ');
}

/** A number with or without the word 状況 before it; a sentence that begins so is no command. */
function statusCommand(key: string): Command | undefined {
  const rest = /^(?:状況|status)\s*(\S.*)$/.exec(key)?.[1] ?? key;
  const parts = parseProposalNumber(rest);
  if (parts) return { kind: 'status', number: formatProposalNumber(parts) };
  const isAttempt = rest !== key && /^[a-z]?\d[\d\s-]{0,12}$/.test(rest);
  return isAttempt ? { kind: 'status', number: '' } : undefined;
}

/**
 * Reads what a person typed. Width, case, mentions and punctuation around a word do not count; words are matched
 * whole, so that a sentence that begins with one stays a sentence.
 */
export function readCommand(text: string): Command {
  const written = tidyText(withoutMentions(text));
  const key = comparisonKey(written)
    .replace(/^[\p{P}\p{S}\s]+|[\p{P}\p{S}\s]+$/gu, '')
    .replace(/\s+/g, ' ');
  const known = commandOfWord.get(key);
  if (known) return { kind: known };
  const status = key.length <= 40 ? statusCommand(key) : undefined;
  if (status) return status;
  const letters = written.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  return letters >= fewestLetters ? { kind: 'draft', text: written } : { kind: 'menu' };
}
