import { officeKinds, type Profile } from '../../domain/person.js';
import { choice, text } from './column.js';
import { createFieldReader } from './field-reader.js';
import { cutToLine, present } from './field-values.js';
import { type Fields, type WritableListDefinition, writesSame } from './list-definition.js';

const list = 'MebukiProfiles';

function toFields(profile: Profile): Fields {
  return {
    Title: cutToLine(profile.name),
    PersonId: profile.personId,
    DepartmentId: profile.departmentId,
    SectionId: profile.sectionId ?? null,
    GradeId: profile.gradeId,
    OfficeKind: profile.officeKind,
  };
}

/** The list of profiles: what each person last confirmed about own office and grade; Title holds the name. */
export const profiles: WritableListDefinition<Profile> = {
  name: list,
  displayName: '芽吹き 所属の記憶',
  description: '次の入力を楽にするために、本人が最後に確かめた所属と職位です。',
  columns: [
    text('PersonId', '職員ID', 'unique'),
    text('DepartmentId', '部局ID'),
    text('SectionId', '課室ID'),
    text('GradeId', '職位ID'),
    choice('OfficeKind', '本庁・出先', officeKinds),
  ],
  key: 'PersonId',
  toFields,
  fromFields(fields, itemId) {
    const read = createFieldReader(fields, { list, itemId });
    return {
      personId: read.text('PersonId'),
      name: read.text('Title'),
      departmentId: read.text('DepartmentId'),
      gradeId: read.text('GradeId'),
      officeKind: read.choice('OfficeKind', officeKinds),
      ...present({ sectionId: read.optionalText('SectionId') }),
    };
  },
  holds: (present, next) => writesSame(toFields(present), toFields(next)),
};
