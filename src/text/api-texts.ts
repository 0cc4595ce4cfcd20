import type { Locale } from '../domain/conversation.js';

/** What the server says no to before any rule of the domain is asked, and what it says of its own faults. */
export type ApiRefusalCode =
  | 'not-signed-in'
  | 'sign-in-unavailable'
  | 'not-ready'
  | 'too-many-requests'
  | 'own-files-under-way'
  | 'files-under-way'
  | 'attachment-too-slow'
  | 'too-slow'
  | 'wrong-content-type'
  | 'too-large'
  | 'not-a-workbook'
  | 'broken-request'
  | 'method-not-allowed'
  | 'unknown-path'
  | 'read-failed'
  | 'act-failed';

type ApiTexts = Readonly<Record<ApiRefusalCode, string>>;

const ja: ApiTexts = {
  'not-signed-in': 'サインインを確かめられませんでした。画面を開き直してください。',
  'sign-in-unavailable':
    'いまサインインを確かめられません。何も変わっていません。しばらくしてからもう一度お試しください。',
  'not-ready': '準備をしています。何も変わっていません。少し待ってから開き直してください。',
  'too-many-requests':
    '短い時間に多くの要求がありました。何も変わっていません。少し待ってからもう一度お試しください。',
  'own-files-under-way':
    'ほかの添付の送信か保存がまだ終わっていません。何も変わっていません。終わってから、もう一度お試しください。',
  'files-under-way':
    'いま多くの添付が送信・保存されていて、混み合っています。何も変わっていません。少し待ってから、もう一度お試しください。',
  'attachment-too-slow':
    '添付の送信に時間がかかりすぎたため、受け取るのをやめました。何も変わっていません。もっと小さいファイルにするか、速い回線で、もう一度お試しください。',
  'too-slow':
    '送信に時間がかかりすぎたため、受け取るのをやめました。何も変わっていません。通信の状態を確かめて、もう一度お試しください。',
  'wrong-content-type': '送られた形式は受け取れません。何も変わっていません。',
  'too-large': '送られた内容が大きすぎます。何も変わっていません。短くしてもう一度お試しください。',
  'not-a-workbook':
    'Excel ブック（.xlsx）として読み取れませんでした。何も変わっていません。パスワードを付けずに .xlsx 形式で保存し直してください。',
  'broken-request': '送られた内容を読み取れませんでした。何も変わっていません。',
  'method-not-allowed': 'この呼び方はできません。',
  'unknown-path': 'お探しのものは見つかりませんでした。',
  'read-failed':
    'うまく読み出せませんでした。何も変わっていません。しばらくしてからもう一度お試しください。',
  'act-failed':
    'うまく保存できなかった可能性があります。画面を読み直していまの内容を確かめ、変わっていなければもう一度お試しください。',
};

const en: ApiTexts = {
  'not-signed-in': 'Your sign-in could not be confirmed. Please open this page again.',
  'sign-in-unavailable':
    'Sign-ins cannot be confirmed right now. Nothing was changed. Please try again later.',
  'not-ready': 'Getting ready. Nothing was changed. Please wait a little and open this page again.',
  'too-many-requests':
    'There were many requests in a short time. Nothing was changed. Please wait a little and try again.',
  'own-files-under-way':
    'Other attachments of yours are still being sent or saved. Nothing was changed. Please try again once they are done.',
  'files-under-way':
    'Many attachments are being sent and saved right now. Nothing was changed. Please wait a little and try again.',
  'attachment-too-slow':
    'Sending the attachment took too long and was given up. Nothing was changed. Please use a smaller file or a faster connection, and try again.',
  'too-slow':
    'Sending took too long and was given up. Nothing was changed. Please check your connection, and try again.',
  'wrong-content-type': 'What was sent is not of a kind that is taken. Nothing was changed.',
  'too-large': 'What was sent is too large. Nothing was changed. Please shorten it and try again.',
  'not-a-workbook':
    'It could not be read as an Excel workbook (.xlsx). Nothing was changed. Please save it as .xlsx without a password.',
  'broken-request': 'What was sent could not be read. Nothing was changed.',
  'method-not-allowed': 'This cannot be called in this way.',
  'unknown-path': 'What you are looking for was not found.',
  'read-failed': 'It could not be read. Nothing was changed. Please try again later.',
  'act-failed':
    'It may not have been saved. Please reload, check the present content, and try again if it did not change.',
};

const texts: Readonly<Record<Locale, ApiTexts>> = { ja, en };

/** The sentence for a code; with a reference number, the request to quote it. */
export function apiRefusalText(code: ApiRefusalCode, locale: Locale, reference?: string): string {
  const sentence = texts[locale][code];
  if (reference === undefined) return sentence;
  return locale === 'ja'
    ? `${sentence}続くときは、番号 ${reference} を添えて事務局へお知らせください。`
    : `${sentence} If this goes on, please tell the secretariat the number ${reference}.`;
}
