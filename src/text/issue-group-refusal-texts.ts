/** The sentences for refusals about issue groups, by language; refusal-texts.ts takes them in. */
export const issueGroupRefusalTexts = {
  ja: {
    'no-such-issue-group': () => 'その課題群は見つかりませんでした。一覧を読み直してください。',
    'issue-group-dissolved': () => 'この課題群は解散されています。保存していません。',
  },
  en: {
    'no-such-issue-group': () => 'That issue group was not found. Please read the list again.',
    'issue-group-dissolved': () => 'This issue group was dissolved. Nothing was saved.',
  },
} as const;
