import type { Locale } from '../domain/conversation.js';
import type { ToldHold } from '../domain/publication-hold.js';

/** Why a publication was held when it was due, and what to do next, by language. */
export const heldTexts: Readonly<Record<Locale, Readonly<Record<ToldHold, string>>>> = {
  ja: {
    'not-permitted':
      '公表を求めた人の名では公表できなくなったため、公表を見合わせました。決めた内容は残っています。ほかの担当者が確かめて公表してください。',
    'survivor-withdrawn':
      '統合先の提案が取り下げられたため、公表を見合わせました。統合を解除するか、統合先を選び直してから公表してください。',
  },
  en: {
    'not-permitted':
      'It could no longer be published in the name of the person who asked for it, so it was held. What was decided is kept. Another person may check it and publish it.',
    'survivor-withdrawn':
      'The proposal it was merged into was withdrawn, so its publication was held. Please undo the merge or choose another proposal before publishing.',
  },
};
