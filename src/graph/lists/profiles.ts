import { officeKinds, type Profile } from '../../domain/person.js';
import { choice, text } from './column.js';
import { cutToLine, present } from './field-values.js';
import { personList } from './person-list.js';

/** The list of profiles: what each person last confirmed about own office and grade; Title holds the name. */
export const profiles = personList<Profile>({
  name: 'MebukiProfiles',
  displayName: '芽吹き 所属の記憶',
  description: '次の入力を楽にするために、本人が最後に確かめた所属と職位です。',
  columns: [
    text('DepartmentId', '部局ID'),
    text('SectionId', '課室ID'),
    text('GradeId', '職位ID'),
    choice('OfficeKind', '本庁・出先', officeKinds),
  ],
  toFields: (profile) => ({
    Title: cutToLine(profile.name),
    DepartmentId: profile.departmentId,
    SectionId: profile.sectionId ?? null,
    GradeId: profile.gradeId,
    OfficeKind: profile.officeKind,
  }),
  fromFields: (read, personId) => ({
    personId,
    name: read.text('Title'),
    departmentId: read.text('DepartmentId'),
    gradeId: read.text('GradeId'),
    officeKind: read.choice('OfficeKind', officeKinds),
    ...present({ sectionId: read.optionalText('SectionId') }),
  }),
});
