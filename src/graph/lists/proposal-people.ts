import { type Actor, officeKinds, type Proposer } from '../../domain/person.js';
import type { FieldReader } from './field-reader.js';
import { cutToLine, present } from './field-values.js';
import type { Fields } from './list-definition.js';
import { openSharedValues } from './shared-values.js';

/** The columns of who proposed. */
export function proposerFields(proposer: Proposer): Fields {
  return {
    ProposerId: proposer.personId,
    ProposerName: cutToLine(proposer.name),
    DepartmentId: proposer.departmentId,
    SectionId: proposer.sectionId ?? null,
    GradeId: proposer.gradeId,
    OfficeKind: proposer.officeKind,
  };
}

const people = openSharedValues<Proposer>();

/** Reads who proposed: one object for all proposals that somebody made from one office. */
export function readProposer(read: FieldReader): Proposer {
  const proposer: Proposer = {
    personId: read.text('ProposerId'),
    name: read.optionalText('ProposerName') ?? '',
    departmentId: read.text('DepartmentId'),
    gradeId: read.text('GradeId'),
    officeKind: read.choice('OfficeKind', officeKinds),
    ...present({ sectionId: read.optionalText('SectionId') }),
  };
  return people.of(proposer.personId, proposer);
}

const actors = openSharedValues<Actor>(1_000);

/** Reads who reviews, one object for each. */
export function readReviewer(read: FieldReader): Actor | undefined {
  const id = read.optionalText('ReviewerId');
  if (id === undefined) return undefined;
  const name = read.optionalText('ReviewerName') ?? '';
  return actors.of(id, { id, name });
}
