import { memberKey } from '../../domain/master/master-kinds.js';
import { type Member, roles } from '../../domain/member.js';
import type { Recorded } from '../../domain/recorded.js';
import { choice, text } from './column.js';
import { createFieldReader } from './field-reader.js';
import { cutToLine, present } from './field-values.js';
import type { WritableListDefinition } from './list-definition.js';
import { readValidity, validityColumns, validityFields } from './master-entry.js';
import {
  holdsRecorded,
  readRecorded,
  recordedColumns,
  recordedFields,
} from './recorded-columns.js';

const list = 'MebukiMembers';

/** The list of roles 役割, one item per person, role, department and span of days; Title holds the name. */
export const members: WritableListDefinition<Member & Recorded> = {
  name: list,
  displayName: '芽吹き 役割',
  description: '役割を持つ職員の一覧です。職員IDには Entra ID のオブジェクトIDを入れてください。',
  columns: [
    text('PersonId', '職員ID', 'indexed'),
    choice('Role', '役割', roles, 'indexed'),
    text('DepartmentId', '担当部局ID'),
    // Not unique: rows typed by hand have none, and the same role twice gives nothing more.
    text('MemberKey', '役割の識別（記録用）', 'indexed'),
    ...validityColumns,
    ...recordedColumns,
  ],
  key: 'MemberKey',
  toFields: (member) => ({
    Title: cutToLine(member.name),
    PersonId: member.personId,
    Role: member.role,
    DepartmentId: member.departmentId ?? null,
    MemberKey: memberKey(member),
    ...validityFields(member),
    ...recordedFields(member),
  }),
  fromFields(fields, itemId) {
    const read = createFieldReader(fields, { list, itemId });
    return {
      personId: read.text('PersonId').toLowerCase(),
      name: read.text('Title'),
      role: read.choice('Role', roles),
      ...present({ departmentId: read.optionalText('DepartmentId') }),
      ...readValidity(read),
      ...readRecorded(read),
    };
  },
  holds: holdsRecorded,
};
