import { digestTexts } from './digest-texts.js';
import { preferenceTexts } from './preference-texts.js';

/** The words of the page 設定 and of 届かなかった知らせ in Japanese. Its shape is the list of keys of every language. */
const ja = {
  ...preferenceTexts.ja,
  saving: '保存しています',
  failed: '設定を読み込めませんでした',
  missed: digestTexts.ja.missed.headline,
  missedWhy: 'チャットにお届けできませんでした。いまの状況は次のとおりです。',
  unsure: '届いたか確かめられていません',
  seen: '確認しました',
};

const en: typeof ja = {
  ...preferenceTexts.en,
  saving: 'Saving',
  failed: 'The settings could not be loaded',
  missed: digestTexts.en.missed.headline,
  missedWhy: 'The chat could not be reached. This is where they stand now.',
  unsure: 'It is not known whether it arrived',
  seen: 'I have seen it',
};

/** The words of 設定 by language. */
export const settingsTexts = { ja: { settings: ja }, en: { settings: en } };
