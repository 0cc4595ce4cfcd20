import type { ClaimRule } from '../../domain/claim-rule.js';
import { note, number, text } from './column.js';
import { createFieldReader } from './field-reader.js';
import { present } from './field-values.js';
import type { ListDefinition } from './list-definition.js';
import { readValidity, validityColumns } from './master-entry.js';

const list = 'MebukiClaimRules';

/** The ids of people in a text, one per line or separated by commas. */
function personIds(written: string): readonly string[] {
  return written
    .split(/[\s,、]+/)
    .filter((id) => id !== '')
    .map((id) => id.toLowerCase());
}

/** The rules by which the secretariat claims proposals 担当の決め方; Title holds the section or person. */
export const claimRules: ListDefinition<ClaimRule> = {
  name: list,
  displayName: '芽吹き 担当の決め方',
  description:
    'どの提案をどの課・だれが担当するかの決め方です。並び順の小さい行から当てはめます。職員IDは Entra ID のオブジェクトIDで、1行に1人です。',
  columns: [
    text('RuleId', '規則ID', 'unique'),
    number('SortOrder', '並び順'),
    text('CategoryId', 'カテゴリID'),
    text('IssueGroupId', '課題群ID'),
    note('PersonIds', '担当する職員ID'),
    ...validityColumns,
  ],
  fromFields(fields, itemId) {
    const read = createFieldReader(fields, { list, itemId });
    return {
      id: read.text('RuleId'),
      label: read.text('Title'),
      order: read.number('SortOrder'),
      personIds: personIds(read.text('PersonIds')),
      ...present({
        categoryId: read.optionalText('CategoryId'),
        issueGroupId: read.optionalText('IssueGroupId'),
      }),
      ...readValidity(read),
    };
  },
};
