import type { Locale } from '../domain/conversation.js';
import { civilDateOf } from '../domain/instant.js';
import type { Refusal, RefusalCode } from '../domain/refusal.js';
import { attachmentRefusalTexts } from './attachment-refusal-texts.js';
import { codeTexts } from './code-texts.js';
import { draftRefusalTexts } from './draft-refusal-texts.js';
import { formatDayWithWeekday, formatTime } from './format.js';
import { issueGroupRefusalTexts } from './issue-group-refusal-texts.js';
import { measureRefusalTexts } from './measure-refusal-texts.js';
import { releaseRefusalTexts } from './release-refusal-texts.js';
import { terms } from './terms.js';

type RefusalOf<C extends RefusalCode> = Extract<Refusal, { code: C }>;

/** One sentence per refusal: what happened, whether anything was kept, what to do next. A missing one does not compile. */
type RefusalTexts = { readonly [C in RefusalCode]: (refusal: RefusalOf<C>) => string };

const ja: RefusalTexts = {
  ...measureRefusalTexts.ja,
  ...releaseRefusalTexts.ja,
  ...issueGroupRefusalTexts.ja,
  ...attachmentRefusalTexts.ja,
  ...draftRefusalTexts.ja,
  'invalid-fields': ({ fields }) =>
    `${fields.length}か所を確認してください。まだ受け付けていません。書いた内容は残っています。`,
  'no-open-campaign': () =>
    'いまは募集していません。提案は受け付けていません。次の募集が始まるとチャットでお知らせします。',
  'campaign-closed': ({ closedAt }) =>
    `募集は終わりました（${formatDayWithWeekday(civilDateOf(closedAt - 1), 'ja')}まで）。提案は受け付けていません。書いた内容はこの様式に残っています。`,
  'too-many-proposals': ({ limit, per }) =>
    per === 'hour'
      ? `1時間に出せる提案は${limit}件までです。この提案はまだ受け付けていません。書いた内容は残っていますので、しばらくしてからもう一度送ってください。`
      : `1つの募集に出せる提案は${limit}件までです。この提案は受け付けていません。`,
  'form-not-yours': () =>
    'この様式からは送れません。「提案」と送って、新しい様式を開いてください。書いた内容はこの様式に残っています。',
  'not-found': () => 'その番号の提案は見つかりませんでした。番号を確かめてください。',
  'not-permitted': () => 'この操作をする権限がありません。必要な場合は事務局にご相談ください。',
  'transition-not-allowed': ({ present, allowed }) => {
    const next = [...new Set(allowed)].map((status) => `「${terms.ja.status[status]}」`).join('');
    const now = `いまは「${terms.ja.status[present]}」のため、この操作はできません。`;
    return next ? `${now}次に進めるのは${next}です。` : now;
  },
  'changed-meanwhile': () =>
    '読んだ後に内容が変わりました。保存していません。いまの内容を確かめて、もう一度お試しください。',
  'publication-pending': ({ due }) =>
    `公表の手続中です（${formatTime(due)}に公表）。直すときは、先に公表を取り消してください。`,
  'nothing-to-publish': () =>
    '公表する内容がありません。すでに公表されているか、まだ決まっていません。',
  'no-publication-to-undo': () =>
    'もう公表されているか、公表の予定がありません。直すときは、方針を決め直して公表してください。',
  'trail-full': () =>
    '経過の記録がいっぱいに近いため、保存していません。理由などの文を短くするか、しばらくしてからもう一度お試しください。それでもできないときは、管理者にご相談ください。',
  'nothing-to-restore': () =>
    'この項目は、いまは芽吹きが書いたとおりです。何も変えていません。一覧を読み直してください。',
  'restore-by-hand': () =>
    'この項目は、芽吹きでは元に戻せません。何も変えていません。一覧にある手順で、SharePoint で直してください。',
  'notice-not-held': () =>
    'このお知らせは、いまは保留されていません。何も変えていません。一覧を読み直してください。',
  'conflict-of-interest': () =>
    'ご自分の提案（共同提案を含みます）については、仕分けや確認をすることができません。ほかの担当者に依頼してください。',
  'confirmation-pending': ({ what }) =>
    `「${codeTexts.ja.confirmable[what]}」の確認を待っています。先に確認するか、差し戻してください。保存していません。`,
  'nothing-to-confirm': () => '確認を待っている内容がありません。',
  'nothing-to-remind': () => 'いまお知らせする催促はありません。',
  'same-person': () => '確認は、依頼した人とは別の人が行ってください。保存していません。',
  'names-proposer': ({ parts }) =>
    `${parts.map((part) => `「${terms.ja.field[part]}」`).join('')}に、提案者の所属または氏名が書かれています。伏せ字にした写しで照会するか、書かれたまま照会するかを選んでください。まだ照会していません。`,
  'decided-alone': () =>
    '代理で受け付けた人が自分で決めた方針は、ほかの担当者が公表します。公表していません。',
  merged: () =>
    'この提案はほかの提案に統合されています。先に統合を解除するか、統合先の提案で操作してください。',
  'not-merged': () => 'この提案は統合されていません。',
  'publish-first': () =>
    'まだ公表していない変更があります。先に公表してから、もう一度操作してください。保存していません。',
  'merge-cycle': () =>
    'その提案は、この提案に統合されています。統合先を選び直してください。保存していません。',
  'survivor-withdrawn': () =>
    '統合先の提案は取り下げられています。統合を解除するか、統合先を選び直してください。保存していません。',
  'survivor-of-others': () =>
    'ほかの提案がこの提案に統合されているため、取り下げられません。取り下げたいときは、先に統合を解除するよう事務局へチャットでお知らせください。',
  'too-early-to-drop': ({ dueOn }) =>
    `回答の期限（${formatDayWithWeekday(dueOn, 'ja')}）までは、回答なしで検討に進めません。`,
  'not-delegated': () => 'この提案は所管部局に依頼したものではないため、この操作はできません。',
  'request-answered': () => 'この照会には、すでに回答または返送がされています。',
  'request-open': () =>
    'この部局には照会中です。回答を待つか、別の部局を選んでください。保存していません。',
  'no-published-measure': () =>
    '公表済みの取組が結び付いていないため、実現とすることができません。先に取組を公表し、結び付けてください。',
  'whole-coverage': () =>
    '提案の全部を実現する取組が結び付いています。「一部実現」ではなく「実現」としてください。',
  'already-reconsidered': () =>
    '再考のお願いは1つの提案につき1回までです。新しい内容は、新しい提案としてお出しください。',
  'review-has-begun': () =>
    '変更できるのは、受け付けてから質問や検討が始まるまでの間です。いまは変更できません。変更したいことは事務局へチャットでお知らせください。',
  'not-invited': () => '回答を待っている招待がありません。すでに回答済みの場合は変更できません。',
  'too-many-co-proposers': ({ limit }) => `共同提案者は${limit}人までです。招待していません。`,
  'not-addressed': () =>
    'この募集は、あなたの部局を対象としていません。提案は受け付けていません。書いた内容はこの様式に残っています。',
  'nothing-changed': () => '変わったところがありません。保存していません。',
  'no-such-row': () => 'その項目は見つかりませんでした。一覧を読み直してください。',
  'difference-changed': () =>
    '確かめた内容と、いまの内容が違っています。取り込んでいません。違いをもう一度確かめてください。',
  'own-proposal': () =>
    'ご自分の提案（共同提案を含みます）には賛同できません。経過のお知らせは、賛同しなくても届きます。',
};

const en: RefusalTexts = {
  ...measureRefusalTexts.en,
  ...releaseRefusalTexts.en,
  ...issueGroupRefusalTexts.en,
  ...attachmentRefusalTexts.en,
  ...draftRefusalTexts.en,
  'invalid-fields': ({ fields }) =>
    `Please check ${fields.length} ${fields.length === 1 ? 'place' : 'places'}. Nothing was submitted yet; what you wrote is still here.`,
  'no-open-campaign': () =>
    'No call is open now, so the proposal was not taken. You will be told in chat when the next one opens.',
  'campaign-closed': ({ closedAt }) =>
    `The call closed on ${formatDayWithWeekday(civilDateOf(closedAt - 1), 'en')}. The proposal was not taken; what you wrote is still in this form.`,
  'too-many-proposals': ({ limit, per }) =>
    per === 'hour'
      ? `At most ${limit} proposals can be sent in an hour. This one was not taken yet; what you wrote is still here, please send it again later.`
      : `At most ${limit} proposals can be sent to one call. This one was not taken.`,
  'form-not-yours': () =>
    'This form cannot be sent. Send "Propose" to open a new one. What you wrote is still in this form.',
  'not-found': () => 'No proposal with that number was found. Please check the number.',
  'not-permitted': () =>
    'You do not have the right to do this. Please ask the secretariat if you need it.',
  'transition-not-allowed': ({ present, allowed }) => {
    const next = [...new Set(allowed)].map((status) => `"${terms.en.status[status]}"`).join(', ');
    const now = `It is "${terms.en.status[present]}" now, so this cannot be done.`;
    return next ? `${now} Possible next: ${next}.` : now;
  },
  'changed-meanwhile': () =>
    'It was changed after you read it. Nothing was saved. Please read the present content and try again.',
  'publication-pending': ({ due }) =>
    `It is being published (at ${formatTime(due)}). To change it, undo the publication first.`,
  'nothing-to-publish': () =>
    'There is nothing to publish: it is published already, or not decided yet.',
  'no-publication-to-undo': () =>
    'It is published already, or no publication is planned. To correct it, decide again and publish.',
  'trail-full': () =>
    'The record of what happened here is nearly full, so nothing was saved. Please shorten the reason and other texts or wait a while, and try again; if that does not help, please ask the administrator.',
  'nothing-to-restore': () =>
    'This item is as the product wrote it by now. Nothing was changed. Please read the list again.',
  'restore-by-hand': () =>
    'The product cannot put this item right. Nothing was changed. Please follow what the list says and put it right in SharePoint.',
  'notice-not-held': () =>
    'This notice is not held now. Nothing was changed; please read the list again.',
  'conflict-of-interest': () =>
    'You proposed this, alone or together with others, so you cannot decide or confirm anything about it. Please ask a colleague.',
  'confirmation-pending': ({ what }) =>
    `"${codeTexts.en.confirmable[what]}" waits for a confirmation. Please confirm or decline it first. Nothing was saved.`,
  'nothing-to-confirm': () => 'Nothing waits for a confirmation.',
  'nothing-to-remind': () => 'Nobody is due to be reminded.',
  'same-person': () =>
    'It must be confirmed by another person than the one who asked. Nothing was saved.',
  'names-proposer': ({ parts }) =>
    `The proposer's own office or name stands in the text (${parts.map((part) => terms.en.field[part]).join(', ')}). Please choose whether the office reads a redacted copy or the text as written. Nobody was asked.`,
  'decided-alone': () =>
    'You received this on behalf of somebody and decided it yourself, so another person must publish it. Nothing was published.',
  merged: () =>
    'This proposal was merged into another one. Please undo the merge first, or work on the other proposal.',
  'not-merged': () => 'This proposal is not merged.',
  'publish-first': () =>
    'Something is not published yet. Please publish it first and try again. Nothing was saved.',
  'merge-cycle': () =>
    'That proposal was merged into this one. Please choose another one. Nothing was saved.',
  'survivor-withdrawn': () =>
    'The proposal it is merged into was withdrawn. Please undo the merge or choose another proposal. Nothing was saved.',
  'survivor-of-others': () =>
    'Other proposals were merged into this one, so it cannot be withdrawn. Please ask the secretariat by chat to undo the merges first.',
  'too-early-to-drop': ({ dueOn }) =>
    `Until ${formatDayWithWeekday(dueOn, 'en')} the proposer may still answer; the review can go on without an answer afterwards.`,
  'not-delegated': () => 'This proposal was not handed to a department, so this cannot be done.',
  'request-answered': () => 'This request was answered or returned already.',
  'request-open': () =>
    'This department was asked already. Please wait for its answer or choose another one. Nothing was saved.',
  'no-published-measure': () =>
    'No published measure is linked, so it cannot count as realised. Please publish the measure and link it first.',
  'whole-coverage': () =>
    'A linked measure realises the whole proposal. Please use "Realised" instead of "Partly realised".',
  'already-reconsidered': () =>
    'You can ask once per proposal to reconsider. Please send anything new as a new proposal.',
  'review-has-begun': () =>
    'It can be changed only until a question or the review begins, so not now. Please tell the secretariat by chat what should change.',
  'not-invited': () => 'No invitation waits for an answer. An answer once given cannot be changed.',
  'too-many-co-proposers': ({ limit }) =>
    `At most ${limit} people can propose together. Nobody was invited.`,
  'not-addressed': () =>
    'This call is not addressed to your department. The proposal was not taken; what you wrote is still in this form.',
  'nothing-changed': () => 'Nothing is different. Nothing was saved.',
  'no-such-row': () => 'It was not found. Please reload the list.',
  'difference-changed': () =>
    'The difference is no longer the one you looked at. Nothing more was imported; please look at it again.',
  'own-proposal': () =>
    'You proposed this, alone or together with others, so you cannot endorse it. You are told what becomes of it anyway.',
};

/** The sentence for a refusal in a language. */
export function refusalText(refusal: Refusal, locale: Locale): string {
  const texts = locale === 'ja' ? ja : en;
  // Each code's function takes exactly that code's refusal; the compiler cannot see the pairing across a union.
  const sentence = texts[refusal.code] as (refusal: Refusal) => string;
  return sentence(refusal);
}
