import type { Locale } from '../domain/conversation.js';
import { tabTextsEn } from './tab-texts-en.js';
import { tabTextsJa } from './tab-texts-ja.js';

/** All words of the tabs in one language. */
export type TabTexts = typeof tabTextsJa;

/** The words of the tabs by language. */
export const tabTexts: Readonly<Record<Locale, TabTexts>> = { ja: tabTextsJa, en: tabTextsEn };
