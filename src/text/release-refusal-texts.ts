import type { ReleaseState } from '../domain/releases/release-state.js';
import { releaseTexts } from './release-texts.js';

interface WithState {
  readonly state: ReleaseState;
}

interface WithLimit {
  readonly limit: number;
}

/** The sentences for refusals about release sets and progress publications, by language; refusal-texts.ts takes them in. */
export const releaseRefusalTexts = {
  ja: {
    'no-such-release-set': () => 'その公表セットは見つかりませんでした。一覧を読み直してください。',
    'release-set-closed': ({ state }: WithState) =>
      `この公表セットは「${releaseTexts.ja.state[state]}」のため、この操作はできません。何も変えていません。`,
    'release-set-full': ({ limit }: WithLimit) =>
      `1つの公表セットに入れられるのは${limit}件までです。入れていません。残りは別の公表セットに分けてください。`,
    'release-set-too-long': () =>
      'この公表セットの記録が、公表を終えるまでに収まらなくなるため、保存していません。入れる件数を減らすか、新しい公表セットに分けてください。取りやめることはできます。',
    'release-set-empty': () =>
      '公表するものがありません。提案か取組を入れるか、進捗公表を選んでください。',
    'not-in-release-set': () =>
      'その提案または取組は、この公表セットに入っていません。一覧を読み直してください。',
    'in-release-set': () => 'すでにこの公表セットの公表に入っています。',
    'changed-since-chosen': () =>
      '選んだ後に内容が変わりました。いまの内容を確かめて、選び直してください。',
    'quiet-time-asked': () => '静穏時間でも送ることは、すでに依頼または確認されています。',
    'quiet-time-unconfirmed': () =>
      '静穏時間でも送ることは、もう1人の確認が必要です。確認してもらうか、取りやめてから予約してください。',
    'no-such-publication': () => 'その進捗公表は見つかりませんでした。一覧を読み直してください。',
  },
  en: {
    'no-such-release-set': () => 'That release set was not found. Please read the list again.',
    'release-set-closed': ({ state }: WithState) =>
      `This release set is "${releaseTexts.en.state[state]}", so this cannot be done. Nothing was changed.`,
    'release-set-full': ({ limit }: WithLimit) =>
      `A release set holds at most ${limit} items. Nothing was added; please put the rest into another set.`,
    'release-set-too-long': () =>
      'The record of this release set would not fit until it is released, so nothing was saved. Please put fewer items into it or use another set. It can still be cancelled.',
    'release-set-empty': () =>
      'There is nothing to publish. Please add proposals or measures, or choose the progress publication.',
    'not-in-release-set': () => 'That item is not in this release set. Please read the list again.',
    'in-release-set': () => 'It is part of the publication of this release set already.',
    'changed-since-chosen': () =>
      'It was changed after it was chosen. Please look at its present content and choose it again.',
    'quiet-time-asked': () => 'Sending in quiet time was asked for or confirmed already.',
    'quiet-time-unconfirmed': () =>
      'Sending in quiet time needs the confirmation of a second person. Please have it confirmed, or give it up, and schedule then.',
    'no-such-publication': () =>
      'That progress publication was not found. Please read the list again.',
  },
} as const;
