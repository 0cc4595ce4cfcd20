import {
  isCosmetic,
  type PlannedChange,
  planSections,
  sectionOf,
} from '../domain/provisioning/planned-change.js';
import { isFailure } from '../usecases/failure.js';
import type { GraphClient } from './client.js';
import type { GraphLog } from './guarded-exchange.js';
import { schemaMarks } from './lists/schema-marks.js';
import { type Migration, migrations } from './migrations.js';
import type { BlockedStep, ProvisioningStep } from './provisioning-step.js';
import { compareSchema, type PlainName, type SchemaDeviation } from './schema-check.js';
import { type Direction, planSchemaMoves } from './schema-moves.js';
import { planSchemaStep } from './schema-steps.js';
import { type ExistingList, findSite, readLists, type SiteAddress } from './site.js';
import { grantWrite, readGrant, type SiteGrant } from './site-grant.js';

/** What provisioning needs. The client acts as the provisioning identity. */
export interface ProvisioningOptions {
  readonly client: GraphClient;
  readonly site: SiteAddress;
  /** The app that will run; it is granted `write`. */
  readonly app: { readonly id: string; readonly displayName: string };
  readonly log: GraphLog;
  /** The product's own where not given. */
  readonly migrations?: readonly Migration[];
}

/** What is to be done, and what only a person can do. */
export interface ProvisioningPlan {
  readonly steps: readonly ProvisioningStep[];
  readonly blocked: readonly PlannedChange[];
}

/** Every difference of a plan, in the order of its headings. */
export function changesOf({ steps, blocked }: ProvisioningPlan): readonly PlannedChange[] {
  const changes = [...steps.map(({ change }) => change), ...blocked];
  return planSections.flatMap((section) => changes.filter((each) => sectionOf(each) === section));
}

function grantStep(
  { client, app }: ProvisioningOptions,
  site: string,
  grant: SiteGrant,
): readonly ProvisioningStep[] {
  if (grant.kind === 'granted') return [];
  const kind = grant.kind === 'missing' ? 'grant' : 'raise-grant';
  async function run(): Promise<boolean> {
    await grantWrite(client, site, app, grant);
    return true;
  }
  return [{ change: { kind, app }, run }];
}

/** A list that is there but not whole cannot be read until it is; the next round does. */
const hidesVersion = ({ list, kind }: SchemaDeviation | PlainName): boolean =>
  list.name === schemaMarks.name && kind !== 'no-list' && kind !== 'plain-name';

async function planStructure(
  options: ProvisioningOptions,
  site: string,
  deviations: readonly (SchemaDeviation | PlainName)[],
): Promise<ProvisioningPlan> {
  const granted = await readGrant(options.client, site, options.app.id);
  const planned: (ProvisioningStep | BlockedStep)[] = [];
  for (const deviation of deviations) {
    planned.push(...(await planSchemaStep(options, site, deviation)));
  }
  return {
    steps: [
      ...planned.filter((each): each is ProvisioningStep => 'run' in each),
      ...grantStep(options, site, granted),
    ],
    blocked: planned.filter((each) => !('run' in each)).map(({ change }) => change),
  };
}

async function siteOf({ client, site }: ProvisioningOptions): Promise<string | undefined> {
  try {
    return await findSite(client, site);
  } catch (fault) {
    const said = isFailure(fault, 'misconfigured') ? fault.cause : undefined;
    if (isFailure(said, 'not-found')) return undefined;
    throw fault;
  }
}

async function planMoves(
  { client, migrations: table = migrations }: ProvisioningOptions,
  site: string,
  lists: readonly ExistingList[],
  direction: Direction,
): Promise<ProvisioningPlan> {
  const { steps, blocked } = await planSchemaMoves({ client, site, lists }, table, direction);
  return {
    blocked,
    steps: steps.map(({ change, run }) => ({
      change,
      // The lists may have been made by the steps before.
      run: async () => {
        await run({ client, site, lists: await readLists(client, site) });
        return true;
      },
    })),
  };
}

/**
 * Compares the site with what the product needs; writes nothing. The way back concerns the version of the schema alone:
 * lists and columns stay.
 */
export async function planProvisioning(
  options: ProvisioningOptions,
  direction: Direction = 'forward',
): Promise<ProvisioningPlan> {
  const site = await siteOf(options);
  if (site === undefined) {
    const { hostname, path } = options.site;
    return { steps: [], blocked: [{ kind: 'no-site', address: `https://${hostname}${path}` }] };
  }
  const lists = await readLists(options.client, site);
  const deviations = await compareSchema(options.client, site, lists);
  const moves = deviations.some(hidesVersion)
    ? { steps: [], blocked: [] }
    : await planMoves(options, site, lists, direction);
  if (direction === 'back' || moves.blocked.length > 0) return moves;
  const structure = await planStructure(options, site, deviations);
  return { steps: [...structure.steps, ...moves.steps], blocked: structure.blocked };
}

/** A tenant may leave a flag out when it creates a column; the next round sets it. */
const mostRounds = 3;

/**
 * Carries a plan out, telling each difference once it is gone, and looks again until none is left. Never deletes. Where
 * it is broken off, the next run does the rest. Answers what remains, which only a person can bring about.
 */
export async function carryOutPlan(
  options: ProvisioningOptions,
  plan: ProvisioningPlan,
  tell: (change: PlannedChange) => void,
  direction: Direction = 'forward',
): Promise<readonly PlannedChange[]> {
  let present = plan;
  for (let round = 0; round < mostRounds && present.steps.length > 0; round += 1) {
    for (const { change, run } of present.steps) {
      if (await run()) tell(change);
    }
    present = await planProvisioning(options, direction);
  }
  return changesOf(present).filter((change) => !isCosmetic(change));
}
