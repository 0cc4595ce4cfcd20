import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type Delivery, findAction } from '../host-api.js';
import type { SiteItem } from '../site-lists.js';

/** A receipt that a person was given: in the answer to the form, or by message. */
export interface Acknowledgement {
  readonly via: 'turn' | 'message';
  readonly number: string;
  /** What the person wrote, as the receipt shows it: title, problem, content, effect where there is one. */
  readonly texts: readonly string[];
}

/** A file of the spool. */
export interface KeptFile {
  readonly token: string;
  readonly text: string;
}

/** Everything of an office that can be seen from outside the product: lists, messages, files. */
export interface SeenOffice {
  /** By ASCII name. */
  readonly lists: ReadonlyMap<string, readonly SiteItem[]>;
  readonly acknowledgements: readonly Acknowledgement[];
  readonly deliveries: readonly Delivery[];
  readonly kept: readonly KeptFile[];
  /** Tokens of forms that a person sent more than once, and that may be answered more than once. */
  readonly sentAgain?: ReadonlySet<string>;
  /** All faults are over and all work is done, so that nothing may be kept or pending any more. */
  readonly isSettled: boolean;
}

/** Every text that a person wrote in a card; the product shows them in runs, and nothing else. */
function runsOf(node: unknown): readonly string[] {
  if (typeof node !== 'object' || node === null) return [];
  if ('type' in node && node.type === 'TextRun' && 'text' in node) return [String(node.text)];
  return Object.values(node).flatMap(runsOf);
}

/** The receipt in a card or a message; undefined where it is something else. */
export function acknowledgementIn(
  card: unknown,
  via: Acknowledgement['via'],
): Acknowledgement | undefined {
  const data = findAction(card, 'refresh-proposal');
  if (data?.['as'] !== 'receipt') return undefined;
  return { via, number: String(data['number']), texts: runsOf(card) };
}

/** The receipts that the connector has accepted. */
export function acknowledgementsByMessage(
  deliveries: readonly Delivery[],
): readonly Acknowledgement[] {
  return deliveries
    .filter(({ method, personId }) => method !== 'PUT' && personId !== undefined)
    .flatMap(({ activity }) => acknowledgementIn(activity, 'message') ?? []);
}

/** The files in the folder of the spool, whichever process they belong to. */
export async function keptFilesIn(folder: string): Promise<readonly KeptFile[]> {
  const names = await readdir(folder, { recursive: true });
  const files = names.filter((name) => /\.(json|damaged)$/.test(name));
  return Promise.all(
    files.map(async (name) => ({
      token: basename(name).split('.')[0] ?? '',
      text: await readFile(join(folder, name), 'utf8'),
    })),
  );
}
