import type { AttachmentKind } from '../domain/attachments/attachment.js';
import { formatBytes } from './format.js';

const kinds = 'PDF、Word（docx）、Excel（xlsx）、PowerPoint（pptx）、PNG、JPEG';
const kindsEn = 'PDF, Word (docx), Excel (xlsx), PowerPoint (pptx), PNG and JPEG';

/** The sentences for refusals about attachments, by language; refusal-texts.ts takes them in. */
export const attachmentRefusalTexts = {
  ja: {
    'attachment-consent-missing': () =>
      '添付していません。「提案を検討する人が読むこと」と「ほかの人の個人情報が入っていないこと」を確認してから、もう一度お試しください。',
    'one-attachment-only': () =>
      '添付は1つにまとめてください。すでに1つ添付されています。添付していません。1つの PDF などにまとめて差し替えるか、いまの添付を取り消してください。',
    'no-attachment': () => 'この提案に添付はありません。',
    'attachment-empty': () =>
      'ファイルが空です（0 バイト）。添付していません。中身を確かめてください。',
    'attachment-too-large': ({ limit }: { readonly limit: number }) =>
      `ファイルが大きすぎます。添付できるのは${formatBytes(limit, 'ja')}までです。添付していません。画像を小さくするか、必要なページだけにしてください。`,
    'attachment-kind-unknown': () => `添付できるのは${kinds}です。添付していません。`,
    'attachment-ending-differs': ({ found }: { readonly found?: AttachmentKind }) =>
      `ファイル名の終わり（拡張子）と中身が違います。${found ? `中身は${found}のようです。` : ''}添付していません。正しい形式で保存し直してください。`,
    'attachment-macros': () =>
      'マクロなど動くものが入ったファイルは添付できません。添付していません。マクロのない形式か PDF で保存し直してください。',
    'attachment-encrypted': () =>
      'パスワードなどで保護されたファイルは添付できません。添付していません。保護を外して保存し直してください。',
    'attachment-unreadable': () =>
      'ファイルを読み取れません。壊れているか、展開すると大きすぎます。添付していません。保存し直すか、PDF や画像にしてください。',
    'attachment-names-author': () =>
      'このファイルからは、作成者の名前などの情報を取り除けません。添付していません。電子署名や埋め込みを外し、「印刷」から新しい PDF に保存し直してください。',
    'attachment-media-kind': () =>
      'このファイルには、撮影者や場所などの情報を取り除けない形式の画像・動画・音声（TIFF、HEIC、MP4 など）が入っています。添付していません。画像を PNG か JPEG に差し替えるか、全体を PDF で保存し直してください。',
    'attachment-withheld': () =>
      'この提案は一部を伏せた写しで読んでいただいています。添付は伏せられないため、お見せしていません。必要な場合は事務局にご相談ください。',
    'attachment-changed': () =>
      '保管されているはずのファイルがないか、添付されたときのものと違うため、お渡しできません。事務局にご相談ください。',
  },
  en: {
    'attachment-consent-missing': () =>
      'Nothing was attached. Please confirm that those who examine the proposal may read the file and that it holds no personal data of others, then try again.',
    'one-attachment-only': () =>
      'Please combine everything into one attachment. There is one already. Nothing was attached. Replace it with one combined file, such as a PDF, or take the present one back.',
    'no-attachment': () => 'This proposal has no attachment.',
    'attachment-empty': () =>
      'The file is empty (0 bytes). Nothing was attached. Please check its content.',
    'attachment-too-large': ({ limit }: { readonly limit: number }) =>
      `The file is too large: at most ${formatBytes(limit, 'en')} can be attached. Nothing was attached. Make pictures smaller or keep only the pages needed.`,
    'attachment-kind-unknown': () => `What can be attached: ${kindsEn}. Nothing was attached.`,
    'attachment-ending-differs': ({ found }: { readonly found?: AttachmentKind }) =>
      `The ending of the file name does not match its content${found ? `, which looks like ${found}` : ''}. Nothing was attached. Please save it again in the right format.`,
    'attachment-macros': () =>
      'A file with macros or other active content cannot be attached. Nothing was attached. Please save it without macros or as a PDF.',
    'attachment-encrypted': () =>
      'A protected file cannot be attached. Nothing was attached. Please remove the password and save it again.',
    'attachment-unreadable': () =>
      'The file cannot be read: it is damaged, or too large once unpacked. Nothing was attached. Please save it again, or as a PDF or picture.',
    'attachment-names-author': () =>
      'What names the author cannot be taken out of this file. Nothing was attached. Please remove signatures and embedded files and print it to a new PDF.',
    'attachment-media-kind': () =>
      'The file holds pictures, films or sound of a kind (TIFF, HEIC, MP4 and others) from which who took them, and where, cannot be taken out. Nothing was attached. Please replace pictures with PNG or JPEG, or save the whole as a PDF.',
    'attachment-withheld': () =>
      'You read this proposal as a copy with words blacked out. Nothing can be blacked out in a file, so it is not shown. Please ask the secretariat if you need it.',
    'attachment-changed': () =>
      'The stored file is missing or not the one that was attached, so it is not handed out. Please ask the secretariat.',
  },
} as const;
