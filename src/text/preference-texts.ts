import type { Locale } from '../domain/conversation.js';
import type { ChatLanguage, WantedNews } from '../domain/preference.js';

interface PreferenceTexts {
  readonly headline: string;
  readonly lead: string;
  readonly kept: string;
  readonly notKept: string;
  readonly supported: string;
  readonly wanted: Readonly<Record<WantedNews, string>>;
  readonly language: string;
  readonly spoken: Readonly<Record<ChatLanguage, string>>;
  readonly feed: string;
  readonly inFeed: { readonly yes: string; readonly no: string };
  readonly missing: string;
  readonly note: string;
  readonly keep: string;
}

/** The words of 設定. */
export const preferenceTexts: Readonly<Record<Locale, PreferenceTexts>> = {
  ja: {
    headline: '設定',
    lead: 'あなたへの知らせの受け取り方です。自分の提案と共同提案の結果は、いつでも届きます。',
    kept: '設定を保存しました。',
    notKept: '同時にほかの変更がありました。もう一度保存してください。',
    supported: '賛同・フォローした提案の動き',
    wanted: { each: 'チャットに届ける', none: '届けない（タブで見る）' },
    language: 'チャットの言語',
    spoken: { 'as-teams': 'Teams の言語に合わせる', ja: '日本語', en: 'English' },
    feed: 'チャットに届けられないとき',
    inFeed: { yes: 'Teams のアクティビティで知らせる', no: '知らせない' },
    missing: 'どれかを選んでください。',
    note: '夜間と休日の知らせは、次の開庁日の朝に届きます。所属と職位は、次に提案するときに様式の「訂正」で直せます。',
    keep: '保存',
  },
  en: {
    headline: 'Settings',
    lead: 'How you are told of news. Results of what you propose, alone or with others, always reach you.',
    kept: 'Your settings are saved.',
    notKept: 'Something else changed them at the same time. Please save once more.',
    supported: 'News of proposals you endorsed or follow',
    wanted: { each: 'Tell me in the chat', none: 'Do not tell me (I look in the tab)' },
    language: 'Language of the chat',
    spoken: { 'as-teams': 'The language of Teams', ja: '日本語', en: 'English' },
    feed: 'Where the chat cannot be reached',
    inFeed: { yes: 'Tell me in the activity feed of Teams', no: 'Do not tell me' },
    missing: 'Please choose one.',
    note: 'News of nights and holidays comes in the morning of the next working day. Office and grade can be corrected with Correct in the form of your next proposal.',
    keep: 'Save',
  },
};
