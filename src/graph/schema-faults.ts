import type { GraphClient } from './client.js';
import { schemaMarks } from './lists/schema-marks.js';
import { checkSchema, describeDeviation } from './schema-check.js';
import { schemaVersionFault } from './schema-mark-store.js';
import { readLists } from './site.js';

/** What keeps the app from working with the lists of a site, one sentence with its remedy each. */
export async function schemaFaults(client: GraphClient, site: string): Promise<readonly string[]> {
  const lists = await readLists(client, site);
  const deviations = await checkSchema(client, site, lists);
  const told = deviations.map(describeDeviation);
  // The version cannot be read from a list that is not whole.
  if (deviations.some(({ list }) => list.name === schemaMarks.name)) return told;
  const version = await schemaVersionFault(client, site, lists);
  return version === undefined ? told : [...told, version];
}
