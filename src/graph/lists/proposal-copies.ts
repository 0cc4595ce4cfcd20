import type { Proposal } from '../../domain/proposal.js';
import type { FieldReader } from './field-reader.js';
import { cutToLine } from './field-values.js';
import type { Fields } from './list-definition.js';

const comparedOfTitle = 200;

/** Plain columns that repeat what is recorded elsewhere, for people and for searching: nobody may change them alone. */
export function checkCopies(
  read: FieldReader,
  { content: { title, cost }, decision, reviewer, publicationDue }: Proposal,
  { FiscalYear, Sequence, NumberOrder }: Fields,
): void {
  const said: Readonly<
    Record<string, readonly [read: unknown, recorded: unknown, column: string]>
  > = {
    // Where a long title was cut depends on blanks that reading took off.
    Title: [
      read.text('Title').slice(0, comparedOfTitle),
      title.slice(0, comparedOfTitle),
      'LongTitle',
    ],
    FiscalYear: [read.number('FiscalYear'), FiscalYear, 'Number'],
    Sequence: [read.number('Sequence'), Sequence, 'Number'],
    NumberOrder: [read.number('NumberOrder'), NumberOrder, 'Number'],
    OwnerDepartmentId: [
      read.optionalText('OwnerDepartmentId'),
      decision?.owner.departmentId,
      'DecisionJson',
    ],
    OwnerSectionId: [
      read.optionalText('OwnerSectionId'),
      decision?.owner.sectionId,
      'DecisionJson',
    ],
    DecisionReason: [
      read.optionalText('DecisionReason'),
      decision?.reason?.replace(/\r\n?/g, '\n').trim() || undefined,
      'DecisionJson',
    ],
    ReviewerName: [
      read.optionalText('ReviewerName'),
      (reviewer && cutToLine(reviewer.name).trim()) || undefined,
      'ReviewerId',
    ],
    CostEstimateYen: [
      read.optionalNumber('CostEstimateYen'),
      cost.needed ? cost.estimateYen : undefined,
      'CostNeeded',
    ],
    PublicationSeq: [read.optionalNumber('PublicationSeq'), publicationDue?.seq, 'PublicationDue'],
  };
  for (const [name, [written, recorded, column]] of Object.entries(said)) {
    if (written !== recorded) read.fail(name, { code: 'disagrees', column });
  }
}
