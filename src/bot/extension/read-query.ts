import { z } from 'zod';
import { type Status, statuses } from '../../domain/status.js';

/** The searches of the manifest, by the id of their command. */
export const searchCommands = {
  searchProposals: 'proposals',
  searchMeasures: 'measures',
  searchCasebook: 'rules',
} as const;

/** Among what is looked. */
export type Among = (typeof searchCommands)[keyof typeof searchCommands];

const mostHits = 25;
const longestWords = 200;
const farthest = 100_000;

const shape = z.object({
  commandId: z.string().max(64),
  parameters: z
    .array(z.object({ name: z.string().max(64), value: z.unknown() }))
    .max(10)
    .nullish(),
  queryOptions: z.object({ skip: z.number().nullish(), count: z.number().nullish() }).nullish(),
});

/** A search as Teams asks for it. */
export interface ExtensionQuery {
  /** Undefined for a command that this version does not have. */
  readonly among: Among | undefined;
  readonly words: string;
  readonly statuses: readonly Status[];
  readonly from: number;
  readonly limit: number;
}

function wholeWithin(asked: number | null | undefined, least: number, most: number): number {
  if (asked == null || !Number.isFinite(asked)) return least;
  return Math.min(most, Math.max(least, Math.trunc(asked)));
}

/**
 * Reads the value of `composeExtension/query`; undefined where Teams cannot have sent it. The first run of a command
 * comes without words, under a parameter of its own (`initialRun`). A page has at most 25 hits, which is what Teams
 * asks for.
 */
export function readQuery(value: unknown): ExtensionQuery | undefined {
  const read = shape.safeParse(value);
  if (!read.success) return undefined;
  const { commandId, parameters, queryOptions } = read.data;
  const written = new Map(
    (parameters ?? []).flatMap(({ name, value: text }) =>
      typeof text === 'string' ? [[name, text.slice(0, longestWords)] as const] : [],
    ),
  );
  const among = new Map<string, Among>(Object.entries(searchCommands)).get(commandId);
  const status = statuses.find((each) => each === written.get('status'));
  return {
    among,
    words: written.get('words')?.trim() ?? '',
    statuses: status ? [status] : [],
    from: wholeWithin(queryOptions?.skip, 0, farthest),
    limit: wholeWithin(queryOptions?.count ?? mostHits, 1, mostHits),
  };
}
