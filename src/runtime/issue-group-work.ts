import { setImmediate as breathe, setTimeout as pause } from 'node:timers/promises';
import type { IssueGroupActs } from '../api/deps.js';
import { actOnIssueGroup } from '../usecases/act-on-issue-group.js';
import type { ActPorts } from '../usecases/act-on-proposal.js';
import type { IssueGroupPorts } from '../usecases/issue-group-ports.js';
import { makeIssueGroup } from '../usecases/make-issue-group.js';
import { openIssueGroupOffers } from '../usecases/propose-issue-groups.js';
import { readSearchTexts, readTexts } from '../usecases/read-texts.js';
import type { Books } from './books.js';

/** The part of the books that issue groups need. */
export interface IssueGroupBooks extends Pick<Books, 'register'> {
  readonly graph: { readonly stores: Pick<Books['graph']['stores'], 'issueGroups'> };
}

/** Lets requests that wait be served. */
async function letOthers(): Promise<void> {
  await breathe();
}

/**
 * Reads the texts that wait to be searched, and then those that wait to be compared with others, in slices. After a
 * start with many that takes minutes, for which nobody who stops the process waits.
 */
export async function readWaitingTexts(
  { register }: Pick<Books, 'register'>,
  isStopped: () => boolean,
): Promise<void> {
  await readSearchTexts(register.catalogue, letOthers, isStopped);
  await readTexts(register.similarTexts, letOthers, isStopped);
}

/** Binds the use cases of issue groups to the lists and the register. */
export function openIssueGroupActs(
  { register, graph }: IssueGroupBooks,
  acts: ActPorts,
): IssueGroupActs {
  const offers = openIssueGroupOffers({
    register,
    clock: acts.clock,
    breathe: letOthers,
    pause: (milliseconds) => pause(milliseconds, undefined, { ref: false }),
  });
  const ports: IssueGroupPorts = {
    ...acts,
    register,
    issueGroups: graph.stores.issueGroups,
    issueGroupWriter: register,
    draftOf: offers.draftOf,
  };
  return {
    offer: offers.offer,
    make: (by, order) => makeIssueGroup(ports, by, order),
    onOne: (by, seen, name, form) => actOnIssueGroup(ports, by, seen, name, form),
  };
}
