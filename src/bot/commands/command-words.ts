/** The commands that are words of their own. */
export const wordCommands = [
  'greet',
  'propose',
  'mine',
  'search',
  'progress',
  'settings',
  'drafts',
  'help',
  'menu',
] as const;

/** One of them. */
export type WordCommand = (typeof wordCommands)[number];

/** What people write for them, in both languages; matched whole. */
export const commandWords: Readonly<Record<WordCommand, readonly string[]>> = {
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
  search: ['さがす', '探す', '捜す', '検索', '検索する', 'search'],
  progress: ['実現状況', '実現情況', '進捗', '進捗状況', '数字', 'progress', 'figures'],
  settings: ['設定', '通知設定', '通知の設定', 'settings', 'setting', 'preferences'],
  drafts: ['下書き', '下書', '下書き一覧', 'drafts', 'draft'],
  help: ['ヘルプ', '使い方', '使いかた', 'つかいかた', 'help'],
  // Beside the word itself what is said in passing: no proposal begins so.
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
    'yes',
    'no',
    'ok',
    'okay',
    'thanks',
    'thank you',
    'cancel',
  ],
};

/** What stands before words that are looked for. */
export const searchHeads: readonly string[] = ['さがす', '探す', '捜す', '検索', 'search'];

/** What may stand before a number. */
export const statusHeads: readonly string[] = ['状況', '状態', '進捗', '番号', 'status', 'number'];
