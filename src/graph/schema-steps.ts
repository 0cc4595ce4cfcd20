import { z } from 'zod';
import type { NamedPart, PlannedChange } from '../domain/provisioning/planned-change.js';
import { isFailure } from '../usecases/failure.js';
import type { GraphCall } from './answer.js';
import type { GraphClient } from './client.js';
import { definitionOf, existingColumnShape, widenedChoice } from './column-definitions.js';
import type { GraphLog } from './guarded-exchange.js';
import type { Column } from './lists/column.js';
import type { ListSchema } from './lists/list-definition.js';
import { itemsOf } from './migrate-items.js';
import type { BlockedStep, ProvisioningStep } from './provisioning-step.js';
import type { PlainName, SchemaDeviation } from './schema-check.js';

/** What the steps are carried out with. */
interface Tools {
  readonly client: GraphClient;
  readonly log: GraphLog;
}

type Planned = readonly (ProvisioningStep | BlockedStep)[];

const partOf = ({ name, displayName }: NamedPart): NamedPart => ({ name, displayName });
const createdListShape = z.object({ id: z.string().min(1), displayName: z.string().optional() });
const anyShape = z.object({});

/** Gives the name people see. Nothing depends on it, so a tenant that refuses keeps the ASCII one. */
async function giveName(
  { client, log }: Tools,
  path: string,
  displayName: string,
): Promise<boolean> {
  try {
    await client.write({ method: 'PATCH', path, body: { displayName } }, anyShape);
    return true;
  } catch (fault) {
    if (!isFailure(fault) || fault.kind === 'unavailable') throw fault;
    log.warn({ displayName, err: fault }, 'the ASCII name stays');
    return false;
  }
}

/** The address of a list keeps the ASCII name it was created with. */
async function createList(tools: Tools, site: string, list: ListSchema): Promise<boolean> {
  const body = {
    displayName: list.name,
    description: list.description,
    columns: list.columns.map(definitionOf),
    list: { template: list.template ?? 'genericList' },
  };
  const call = { method: 'POST', path: `${site}/lists`, body } as const;
  const { id } = await tools.client.write(call, createdListShape);
  await giveName(tools, `${site}/lists/${id}`, list.displayName);
  return true;
}

async function writeColumn(client: GraphClient, call: GraphCall): Promise<boolean> {
  await client.write(call, existingColumnShape);
  return true;
}

function listChange(list: ListSchema): PlannedChange {
  if (list.template) return { kind: 'create-library', library: partOf(list) };
  const indexes = list.columns.filter(({ indexed }) => indexed).length;
  const unique = list.columns.filter((column) => column.unique).length;
  return { kind: 'create-list', list: partOf(list), columns: list.columns.length, indexes, unique };
}

/** The items whose value in a column another item has too; SharePoint compares without case. */
async function sharedValues(
  client: GraphClient,
  listPath: string,
  { name }: Column,
): Promise<readonly string[]> {
  const holders = new Map<string, string[]>();
  for await (const { id, fields } of itemsOf(client, listPath, [name])) {
    const value = fields?.[name];
    if (value === undefined || value === null || value === '') continue;
    const key = String(value).toLowerCase();
    holders.set(key, [...(holders.get(key) ?? []), id]);
  }
  return [...holders.values()].filter(({ length }) => length > 1).flat();
}

async function planFlags(
  { client }: Tools,
  listPath: string,
  { list, column, existing, lacks }: SchemaDeviation & { kind: 'incomplete-column' },
): Promise<Planned> {
  const where = { list: partOf(list), column: partOf(column) };
  const path = `${listPath}/columns/${existing.id}`;
  const patch = (body: object) => () => writeColumn(client, { method: 'PATCH', path, body });
  if (!lacks.unique) {
    return lacks.index
      ? [{ change: { kind: 'index', ...where }, run: patch({ indexed: true }) }]
      : [];
  }
  const items = await sharedValues(client, listPath, column);
  if (items.length > 0) return [{ change: { kind: 'duplicates', ...where, items } }];
  const run = patch({ indexed: true, enforceUniqueValues: true });
  return [{ change: { kind: 'unique', ...where }, run }];
}

async function planCompletion(
  tools: Tools,
  listPath: string,
  deviation: SchemaDeviation & { kind: 'incomplete-column' },
): Promise<Planned> {
  const { list, column, existing, lacks } = deviation;
  const flags = await planFlags(tools, listPath, deviation);
  if (lacks.codes.length === 0) return flags;
  const path = `${listPath}/columns/${existing.id}`;
  const call = { method: 'PATCH', path, body: widenedChoice(column, existing) } as const;
  const change: PlannedChange = {
    kind: 'choices',
    list: partOf(list),
    column: partOf(column),
    codes: lacks.codes,
  };
  return [...flags, { change, run: () => writeColumn(tools.client, call) }];
}

function planName(tools: Tools, listPath: string, { list, column }: PlainName): Planned {
  if (!column) {
    const run = () => giveName(tools, listPath, list.displayName);
    return [{ change: { kind: 'name-list', list: partOf(list) }, run }];
  }
  const { definition, id } = column;
  const run = () => giveName(tools, `${listPath}/columns/${id}`, definition.displayName);
  const change = { list: partOf(list), column: partOf(definition) };
  return [{ change: { kind: 'name-column', ...change }, run }];
}

/** How one deviation of the lists is removed, or that only a person can. `site` is `/sites/{id}`. */
export async function planSchemaStep(
  tools: Tools,
  site: string,
  deviation: SchemaDeviation | PlainName,
): Promise<Planned> {
  const { list } = deviation;
  if (deviation.kind === 'no-list') {
    return [{ change: listChange(list), run: () => createList(tools, site, list) }];
  }
  if (deviation.kind === 'wrong-type') {
    const { column } = deviation;
    const where = { list: partOf(list), column: partOf(column) };
    return [{ change: { kind: 'wrong-type', ...where, type: column.type.kind } }];
  }
  const listPath = `${site}/lists/${deviation.listId}`;
  if (deviation.kind === 'incomplete-column') return planCompletion(tools, listPath, deviation);
  if (deviation.kind === 'plain-name') return planName(tools, listPath, deviation);
  const { column } = deviation;
  const body = definitionOf(column);
  const call = { method: 'POST', path: `${listPath}/columns`, body } as const;
  const where = { list: partOf(list), column: partOf(column) };
  return [
    {
      change: { kind: 'create-column', ...where, type: column.type.kind },
      run: () => writeColumn(tools.client, call),
    },
  ];
}
