import type { ListSchema } from './list-definition.js';

/** The library of the files of proposals 添付: one file each, under a name that the product gives. */
export const attachmentLibrary: ListSchema = {
  name: 'MebukiAttachments',
  displayName: '芽吹き 添付',
  description:
    '提案に添付されたファイルです。芽吹きが書き込み、消します。手で変更したり、リンクで共有したりしないでください。',
  columns: [],
  template: 'documentLibrary',
};
