import type { DuplicateShape } from '../profile.js';
import { generalException, invalidRequest, nameAlreadyExists } from './errors.js';
import type { GraphFault } from './graph-fault.js';

/**
 * A refusal of a second equal value in a unique column. Graph documents none; these are the
 * three that were reported, with the text of a site in Japanese.
 */
export function duplicateRefusal(shape: DuplicateShape, column: string): GraphFault {
  const text = `リスト アイテムを追加または更新できませんでした。リストの次のフィールドに重複する値が見つかりました: [${column}]。`;
  switch (shape) {
    case '409':
      return nameAlreadyExists(text);
    case '400':
      return invalidRequest(text);
    case '500':
      return generalException(text);
  }
}
