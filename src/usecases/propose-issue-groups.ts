import type { Instant } from '../domain/instant.js';
import type { Proposal } from '../domain/proposal.js';
import type { Link } from '../domain/similarity/cluster-by-links.js';
import {
  draftGroup,
  groupsByLinks,
  type IssueGroupDraft,
  linksOf,
} from '../domain/similarity/group-issues.js';
import type { Status } from '../domain/status.js';
import { mostAtOnce } from './act-on-many.js';
import type { IssueGroupPorts } from './issue-group-ports.js';
import type { Pause } from './ports.js';
import { readTexts } from './read-texts.js';
import type { Breathe } from './similarity-ports.js';

/** What proposing groups needs. */
export interface GroupingPorts extends Pick<IssueGroupPorts, 'register' | 'clock'> {
  readonly breathe: Breathe;
  readonly pause: Pause;
}

/** Groups as they are offered; nothing is changed by offering them. */
export interface OfferedGroups {
  /** Largest first; their ids are those of proposals. */
  readonly drafts: readonly IssueGroupDraft[];
  /** When the proposals were looked at. */
  readonly asOf: Instant;
  /** Whether everything that stands now was looked at; otherwise it is being looked at again. */
  readonly isCurrent: boolean;
}

/** Answers within a few seconds: the groups, or that they are not ready yet. */
export type OfferIssueGroups = () => Promise<OfferedGroups | 'working'>;

/** Groups as they are offered. */
export interface IssueGroupOffers {
  readonly offer: OfferIssueGroups;
  /** The offered group that proposals were taken from, so that it gets the label that was shown. */
  draftOf(ids: readonly string[]): IssueGroupDraft | undefined;
}

interface Run {
  readonly key: string;
  readonly asOf: Instant;
  readonly drafts: readonly IssueGroupDraft[];
}

const searchesInSlice = 5;
/** Somebody waits so long before being told that it takes longer. */
const patienceMs = 2_000;

/** What is over is in no group that is still to be examined. */
const closed: ReadonlySet<Status> = new Set(['realised', 'difficult', 'out-of-scope', 'withdrawn']);

/** Proposals that can be put into a group: open ones that are in none. */
function groupable({ register }: GroupingPorts): readonly Proposal[] {
  return register
    .proposals()
    .map(({ value }) => value)
    .filter(({ status }) => !closed.has(status))
    .filter(({ issueGroupId: id }) => id === undefined || !register.hasIssueGroup(id));
}

function inTurns<T>(breathe: Breathe) {
  return async (items: readonly T[], size: number, work: (item: T) => void): Promise<void> => {
    for (const [index, item] of items.entries()) {
      if (index > 0 && index % size === 0) await breathe();
      work(item);
    }
  };
}

async function draftGroups(
  { register, breathe }: GroupingPorts,
  ids: readonly string[],
): Promise<readonly IssueGroupDraft[]> {
  const { similarTexts } = register;
  await readTexts(similarTexts, breathe);
  const among = new Set(ids);
  const links: Link[] = [];
  await inTurns<string>(breathe)(ids, searchesInSlice, (id) => {
    links.push(...linksOf(similarTexts.index(), id, among));
  });
  const drafts: IssueGroupDraft[] = [];
  await inTurns<readonly string[]>(breathe)(groupsByLinks(links), 1, (members) => {
    drafts.push(draftGroup(similarTexts.index(), members));
  });
  return drafts;
}

/** What is left of drafts where some of their proposals are not to be grouped any more. */
function pruned(drafts: readonly IssueGroupDraft[], ids: ReadonlySet<string>) {
  return drafts
    .map((draft) => ({ ...draft, ids: draft.ids.filter((id) => ids.has(id)) }))
    .filter((draft) => draft.ids.length > 1);
}

/**
 * Opens the proposing of issue groups. Thousands of proposals take a while, so it is done in slices, once for all who
 * ask; who asks meanwhile sees the groups of the time before, without what has found its group.
 */
export function openIssueGroupOffers(ports: GroupingPorts): IssueGroupOffers {
  const { register, clock, pause } = ports;
  let last: Run | undefined;
  let running: Promise<unknown> | undefined;

  async function run(key: string, ids: readonly string[]): Promise<void> {
    const asOf = clock.now();
    last = { key, asOf, drafts: await draftGroups(ports, ids) };
  }

  async function offer(): Promise<OfferedGroups | 'working'> {
    const ids = groupable(ports).map(({ id }) => id);
    const key = `${register.similarTexts.version()} ${ids.join()}`;
    if (last?.key !== key) {
      running ??= run(key, ids).finally(() => {
        running = undefined;
      });
      await Promise.race([running, pause(patienceMs)]);
    }
    if (!last) return 'working';
    const { drafts, asOf } = last;
    return { drafts: pruned(drafts, new Set(ids)), asOf, isCurrent: last.key === key };
  }

  return {
    offer,
    draftOf(ids) {
      const draft = last?.drafts.find((each) => each.ids.includes(ids[0] ?? ''));
      const isPartOf = ids.every((id) => draft?.ids.includes(id));
      // Some picked out of a group are about something narrower; a call that is full is the group's beginning.
      const isWhole = ids.length === draft?.ids.length || ids.length === mostAtOnce;
      return isPartOf && isWhole ? draft : undefined;
    },
  };
}
