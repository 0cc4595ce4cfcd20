import { judgeSchema, type SchemaMark } from '../domain/schema-version.js';
import { Failure } from '../usecases/failure.js';
import type { Stored } from '../usecases/ports.js';
import type { GraphClient } from './client.js';
import { createListItems } from './list-items.js';
import { schemaMarks } from './lists/schema-marks.js';
import { knownSchemaVersion } from './migrations.js';
import { type ExistingList, listOf } from './site.js';
import { createStore } from './store.js';

/** Where the mark stands in a list made by provisioning. By id it is read fresh, by a query perhaps not yet. */
const firstItem = '1';

async function readStored(
  client: GraphClient,
  listPath: string,
): Promise<Stored<SchemaMark> | undefined> {
  const items = createListItems(schemaMarks, () => listPath, client);
  return (await items.read(firstItem)) ?? (await items.query('$top=2'))[0];
}

function pathOf(site: string, lists: readonly ExistingList[]): string | undefined {
  const found = listOf(schemaMarks, lists);
  return found && `${site}/lists/${found.id}`;
}

/** The recorded version of the schema; undefined where the list or its item is missing. */
export async function readSchemaMark(
  client: GraphClient,
  site: string,
  lists: readonly ExistingList[],
): Promise<SchemaMark | undefined> {
  const path = pathOf(site, lists);
  return path === undefined ? undefined : (await readStored(client, path))?.value;
}

const isSame = (left: SchemaMark | undefined, right: SchemaMark | undefined): boolean =>
  left?.version === right?.version && left?.movingTo === right?.movingTo;

const otherHand = (): Failure =>
  new Failure(
    'conflict',
    'the version of the schema was changed by another hand meanwhile: run `npm run provision` again',
  );

/** SharePoint may touch an item between read and write; so often a write with the old etag is begun anew. */
const mostTries = 3;

/** Records a version in place of the one that was read; refuses as a conflict where another hand was faster. */
export async function writeSchemaMark(
  client: GraphClient,
  site: string,
  lists: readonly ExistingList[],
  expected: SchemaMark | undefined,
  next: SchemaMark,
): Promise<void> {
  const path = pathOf(site, lists);
  if (path === undefined) throw new Failure('not-found', `there is no list ${schemaMarks.name}`);
  const store = createStore(schemaMarks, () => path, client);
  for (let tries = 0; tries < mostTries; tries += 1) {
    const stored = await readStored(client, path);
    if (isSame(stored?.value, next)) return;
    if (!isSame(stored?.value, expected)) throw otherHand();
    const outcome = stored ? await store.replace(stored, next) : await store.create(next);
    if (outcome.kind === 'stored') return;
  }
  throw otherHand();
}

/** What stops the app, in one sentence with the remedy; undefined where the version fits. */
export async function schemaVersionFault(
  client: GraphClient,
  site: string,
  lists: readonly ExistingList[],
): Promise<string | undefined> {
  const mark = await readSchemaMark(client, site, lists);
  const known = knownSchemaVersion;
  switch (judgeSchema(mark, known)) {
    case 'agrees':
    case 'one-ahead':
      return undefined;
    case 'unrecorded':
      return 'No version of the schema is recorded: run `npm run provision`.';
    case 'behind':
      return `The lists are not at version ${known} of the schema yet: run \`npm run provision\`.`;
    case 'too-far-ahead':
      return `The lists are at version ${mark?.version} of the schema, and this release knows ${known}: deploy a newer release, or run \`npm run provision -- --roll-back\` with the release that brought them there.`;
  }
}
