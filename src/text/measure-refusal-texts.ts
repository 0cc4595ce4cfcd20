/** The sentences for refusals about measures and rules, by language; refusal-texts.ts takes them in. */
export const measureRefusalTexts = {
  ja: {
    'no-such-measure': () => 'その取組は見つかりませんでした。一覧を読み直してください。',
    'measure-withdrawn': () =>
      'この取組は取り下げられています。直すときは、先に取下げをやめてください。保存していません。',
    'measure-not-withdrawn': () => 'この取組は取り下げられていません。',
    'measure-in-use': ({ numbers }: { readonly numbers: readonly string[] }) =>
      `この取組によって実現とした提案${numbers.length > 0 ? `（${numbers.join('、')}）` : ''}があるため、取り下げられません。先に提案の公表を訂正してください。`,
    'not-yet-published': () => 'この取組はまだ公表されていません。先に公表してください。',
    'drive-open': () =>
      '提案への反映がまだ終わっていません。終わってから、もう一度操作してください。保存していません。',
    'nothing-to-drive': () => '反映する提案がありません。',
    'already-driven': () => 'この提案には、すでに反映されています。',
    'not-a-rule': () => 'これは共通ルールではないため、実践の有無を回答できません。',
  },
  en: {
    'no-such-measure': () => 'That measure was not found. Please read the list again.',
    'measure-withdrawn': () =>
      'This measure was withdrawn. To change it, please reinstate it first. Nothing was saved.',
    'measure-not-withdrawn': () => 'This measure is not withdrawn.',
    'measure-in-use': ({ numbers }: { readonly numbers: readonly string[] }) =>
      `Proposals are said to be realised by it${numbers.length > 0 ? ` (${numbers.join(', ')})` : ''}, so it cannot be withdrawn. Please correct their publication first.`,
    'not-yet-published': () => 'This measure is not published yet. Please publish it first.',
    'drive-open': () =>
      'Its proposals are still being brought up to date. Please try again when that is done. Nothing was saved.',
    'nothing-to-drive': () => 'There is no proposal to bring up to date.',
    'already-driven': () => 'This proposal was brought up to date already.',
    'not-a-rule': () =>
      'This is no common rule, so whether a department follows it cannot be answered.',
  },
} as const;
