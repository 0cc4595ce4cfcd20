import type { SchemaMark } from '../../domain/schema-version.js';
import { number, text } from './column.js';
import { createFieldReader } from './field-reader.js';
import { present } from './field-values.js';
import { type Fields, type WritableListDefinition, writesSame } from './list-definition.js';

const list = 'MebukiSchema';

/** The one item's key. */
export const schemaMarkKey = 'schema';

function toFields({ version, movingTo }: SchemaMark): Fields {
  return {
    Title: `版 ${version}`,
    Key: schemaMarkKey,
    SchemaVersion: version,
    MovingTo: movingTo ?? null,
  };
}

/** The version of the schema: one item that provisioning writes and everybody else reads (decision 0081). */
export const schemaMarks: WritableListDefinition<SchemaMark> = {
  name: list,
  displayName: '芽吹き リストの版',
  description:
    'リストがどの版の芽吹きに合わせてあるかの記録です。npm run provision が書き込みます。手で変えたり消したりしないでください。',
  columns: [
    text('Key', '記録の種類', 'unique'),
    number('SchemaVersion', 'リストの版'),
    number('MovingTo', '移行中の版'),
  ],
  key: 'Key',
  toFields,
  fromFields(fields, itemId) {
    const read = createFieldReader(fields, { list, itemId });
    return {
      version: read.number('SchemaVersion'),
      ...present({ movingTo: read.optionalNumber('MovingTo') }),
    };
  },
  holds: (present, next) => writesSame(toFields(present), toFields(next)),
};
