import { type Column, text } from './column.js';
import { createFieldReader, type FieldReader } from './field-reader.js';
import { type Fields, type WritableListDefinition, writesSame } from './list-definition.js';

/** What a list with one item per person has of its own. */
interface PersonList<T>
  extends Pick<WritableListDefinition<T>, 'name' | 'displayName' | 'description'> {
  /** Without the person's id, which every such list has. */
  readonly columns: readonly Column[];
  /** Title and columns, without the person's id. */
  readonly toFields: (value: T) => Fields;
  readonly fromFields: (read: FieldReader, personId: string) => T;
}

/** A list with one item per person, without a trail: an unanswered write is there where it would write the same. */
export function personList<T extends { readonly personId: string }>(
  own: PersonList<T>,
): WritableListDefinition<T> {
  const toFields = (value: T): Fields => ({ PersonId: value.personId, ...own.toFields(value) });
  return {
    name: own.name,
    displayName: own.displayName,
    description: own.description,
    columns: [text('PersonId', '職員ID', 'unique'), ...own.columns],
    key: 'PersonId',
    toFields,
    fromFields(fields, itemId) {
      const read = createFieldReader(fields, { list: own.name, itemId });
      return own.fromFields(read, read.text('PersonId'));
    },
    holds: (present, next) => writesSame(toFields(present), toFields(next)),
  };
}
