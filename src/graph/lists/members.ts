import { type Member, roles } from '../../domain/member.js';
import { choice, text } from './column.js';
import { createFieldReader } from './field-reader.js';
import { present } from './field-values.js';
import type { ListDefinition } from './list-definition.js';
import { readValidity, validityColumns } from './master-entry.js';

const list = 'MebukiMembers';

/** The list of roles 役割, one item per person and role; Title holds the name. Filled in by an administrator. */
export const members: ListDefinition<Member> = {
  name: list,
  displayName: '芽吹き 役割',
  description: '役割を持つ職員の一覧です。職員IDには Entra ID のオブジェクトIDを入れてください。',
  columns: [
    text('PersonId', '職員ID', 'indexed'),
    choice('Role', '役割', roles, 'indexed'),
    text('DepartmentId', '担当部局ID'),
    ...validityColumns,
  ],
  fromFields(fields, itemId) {
    const read = createFieldReader(fields, { list, itemId });
    return {
      personId: read.text('PersonId').toLowerCase(),
      name: read.text('Title'),
      role: read.choice('Role', roles),
      ...present({ departmentId: read.optionalText('DepartmentId') }),
      ...readValidity(read),
    };
  },
};
