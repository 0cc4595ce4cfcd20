import { z } from 'zod';
import { Failure, isFailure } from '../usecases/failure.js';
import type { GraphClient, GraphLog } from './client.js';
import { correctionOf, definitionOf, existingColumnShape } from './column-definitions.js';
import type { ListDefinition } from './lists/list-definition.js';
import { checkSchema, describeDeviation, type SchemaDeviation } from './schema-check.js';
import { findSite, type SiteAddress } from './site.js';
import { grantWrite, readGrant, type SiteGrant } from './site-grant.js';

/** What provisioning needs. The client acts as the provisioning identity. */
export interface ProvisioningOptions {
  readonly client: GraphClient;
  readonly site: SiteAddress;
  /** The app that will run; it is granted `write`. */
  readonly app: { readonly id: string; readonly displayName: string };
  readonly log: GraphLog;
}

/** One thing to do: said in one sentence before it is done. */
export interface ProvisioningStep {
  readonly what: string;
  readonly run: () => Promise<void>;
}

/** Takes one line for the operator. */
type Say = (line: string) => void;

const createdListShape = z.object({ id: z.string().min(1), displayName: z.string().optional() });

/** Gives a new list its Japanese name. Its address keeps the ASCII one it was created with. */
async function renameList(
  client: GraphClient,
  path: string,
  list: ListDefinition<unknown>,
  log: GraphLog,
): Promise<void> {
  try {
    const body = { displayName: list.displayName };
    await client.write({ method: 'PATCH', path, body }, createdListShape);
  } catch (fault) {
    // Nothing depends on the name people see.
    if (!isFailure(fault)) throw fault;
    log.warn({ list: list.name, err: fault }, 'the list keeps its ASCII name');
  }
}

async function createList(
  { client, log }: ProvisioningOptions,
  site: string,
  list: ListDefinition<unknown>,
): Promise<void> {
  const { id } = await client.write(
    {
      method: 'POST',
      path: `${site}/lists`,
      body: {
        displayName: list.name,
        description: list.description,
        columns: list.columns.map(definitionOf),
        list: { template: 'genericList' },
      },
    },
    createdListShape,
  );
  await renameList(client, `${site}/lists/${id}`, list, log);
}

function stepFor(
  options: ProvisioningOptions,
  site: string,
  deviation: SchemaDeviation,
): ProvisioningStep | undefined {
  const { client } = options;
  const { list } = deviation;
  const where = `${list.name}（${list.displayName}）`;
  switch (deviation.kind) {
    case 'no-list':
      return {
        what: `create list ${where} with ${list.columns.length} columns`,
        run: () => createList(options, site, list),
      };
    case 'no-column': {
      const { column, listId } = deviation;
      const path = `${site}/lists/${listId}/columns`;
      const body = definitionOf(column);
      return {
        what: `create column ${column.name}（${column.displayName}） in ${where}`,
        run: async () =>
          void (await client.write({ method: 'POST', path, body }, existingColumnShape)),
      };
    }
    case 'incomplete-column': {
      const { column, listId, existing } = deviation;
      const path = `${site}/lists/${listId}/columns/${existing.id}`;
      const body = correctionOf(column, existing);
      return {
        what: `give column ${column.name} in ${where} ${deviation.lacks.join(' and ')}`,
        run: async () =>
          void (await client.write({ method: 'PATCH', path, body }, existingColumnShape)),
      };
    }
    case 'wrong-type':
      return undefined;
  }
}

function grantStep(
  options: ProvisioningOptions,
  site: string,
  grant: SiteGrant,
): ProvisioningStep | undefined {
  if (grant.kind === 'granted') return undefined;
  const { client, app } = options;
  return {
    what: `grant ${app.displayName} (${app.id}) write on the site`,
    run: () => grantWrite(client, site, app, grant),
  };
}

/** Compares the site with what the product needs: what is to be done, and what only a person can do. */
export async function planProvisioning(
  options: ProvisioningOptions,
): Promise<{ readonly steps: readonly ProvisioningStep[]; readonly blocked: readonly string[] }> {
  const { client, app } = options;
  const site = await findSite(client, options.site);
  const [deviations, granted] = await Promise.all([
    checkSchema(client, site),
    readGrant(client, site, app.id),
  ]);
  const grant = grantStep(options, site, granted);
  return {
    steps: [
      ...deviations.flatMap((deviation) => stepFor(options, site, deviation) ?? []),
      ...(grant ? [grant] : []),
    ],
    blocked: deviations.filter(({ kind }) => kind === 'wrong-type').map(describeDeviation),
  };
}

/** A tenant may leave a flag out when it creates a column; the next round sets it. */
const mostRounds = 3;

/** Tells what `provision` would do and what only a person can do. Writes nothing. */
export async function tellPlan(options: ProvisioningOptions, say: Say): Promise<void> {
  const { steps, blocked } = await planProvisioning(options);
  for (const line of [...blocked, ...steps.map(({ what }) => what)]) say(line);
}

/**
 * Creates what is missing and sets what lacks, telling each step before it is done. Never deletes. Throws where
 * something remains that it cannot bring about.
 */
export async function provision(options: ProvisioningOptions, say: Say): Promise<void> {
  let plan = await planProvisioning(options);
  for (let round = 0; round < mostRounds && plan.steps.length > 0; round += 1) {
    for (const step of plan.steps) {
      say(step.what);
      await step.run();
    }
    plan = await planProvisioning(options);
  }
  const { steps, blocked } = plan;
  const remaining = [...blocked, ...steps.map(({ what }) => `still to do: ${what}`)];
  if (remaining.length > 0) throw new Failure('misconfigured', remaining.join('\n'));
}
