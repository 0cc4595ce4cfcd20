import { judgeSchema, type SchemaMark } from '../../src/domain/schema-version.js';

test.each<[SchemaMark | undefined, string]>([
  [undefined, 'unrecorded'],
  [{ version: 2 }, 'behind'],
  [{ version: 3 }, 'agrees'],
  [{ version: 4 }, 'one-ahead'],
  [{ version: 5 }, 'too-far-ahead'],
  [{ version: 2, movingTo: 3 }, 'behind'],
  [{ version: 3, movingTo: 4 }, 'one-ahead'],
  [{ version: 3, movingTo: 2 }, 'behind'],
  [{ version: 4, movingTo: 3 }, 'one-ahead'],
  [{ version: 4, movingTo: 5 }, 'too-far-ahead'],
  [{ version: 5, movingTo: 4 }, 'too-far-ahead'],
])('for a release that knows version 3, %j is %s', (mark, verdict) => {
  expect(judgeSchema(mark, 3)).toBe(verdict);
});
