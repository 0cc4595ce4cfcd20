import type { Act } from '../../src/domain/act.js';
import { theSystem } from '../../src/domain/person.js';
import type { Proposal } from '../../src/domain/proposal.js';
import { releasePublication } from '../../src/domain/publication.js';
import { addItems } from '../../src/domain/releases/choose-items.js';
import { isPlanned, placeProposal } from '../../src/domain/releases/place-item.js';
import type { ReleaseContext } from '../../src/domain/releases/release-context.js';
import type { ReleaseItem } from '../../src/domain/releases/release-item.js';
import type { ReleaseSet } from '../../src/domain/releases/release-set.js';
import { scheduleRelease } from '../../src/domain/releases/schedule-release.js';
import { createReleaseSet } from '../../src/domain/releases/write-release-set.js';
import { lastSeq } from '../../src/domain/trail-entry.js';
import { channels } from './release-house.js';
import {
  after,
  allowedValue,
  decidedProposal,
  sampleContext,
  sampleNow,
  secretary,
  secretaryAct,
} from './sample-proposals.js';

const idOf = (n: number): string => `10000000-0000-4000-8000-00000000000${n}`;

/** The product itself at an instant. */
export const systemAt = (at: number): Act => ({ by: theSystem, at });

/** Whose name is used for the proposer of the nth proposal. */
export const proposerOf = (n: number): string => `proposer-${n}`;

/** Decided proposals of different people and sets of them, in memory, changed by nothing but the rules. */
export class ReleaseDesk {
  readonly proposals = new Map<string, Proposal>();

  readonly context: ReleaseContext = {
    campaigns: sampleContext.campaign ? [sampleContext.campaign] : [],
    channelMap: [
      {
        id: 'a',
        purpose: 'staff-updates',
        teamId: 't',
        channelId: channels.staff,
        label: '全職員',
      },
      {
        id: 's',
        purpose: 'department',
        departmentId: 'soumu',
        teamId: 't',
        channelId: channels.soumu,
        label: '総務部',
      },
      { id: 'd', purpose: 'secretariat', teamId: 't', channelId: 'desk', label: '事務局' },
    ],
    supportersOf: (id) => (id === idOf(1) ? ['fan', proposerOf(2)] : ['fan']),
    proposal: (id) => this.proposals.get(id),
    measure: () => undefined,
  };

  constructor(count = 2) {
    for (let n = 1; n <= count; n += 1) {
      const { proposer, ...rest } = decidedProposal({ id: idOf(n), number: `R8-000${n}` });
      const own = { ...proposer, personId: proposerOf(n) };
      this.proposals.set(idOf(n), { ...rest, campaignId: 'fy2026', proposer: own });
    }
  }

  proposal(n: number): Proposal {
    const proposal = this.proposals.get(idOf(n));
    if (!proposal) throw new Error(`there is no proposal ${n}`);
    return proposal;
  }

  /** The nth proposal as it is now. */
  item(n: number): ReleaseItem {
    const { id, number, trail } = this.proposal(n);
    return { kind: 'proposal', id, number, seq: lastSeq(trail) };
  }

  change(n: number, run: (proposal: Proposal) => Proposal): void {
    this.proposals.set(idOf(n), run(this.proposal(n)));
  }

  empty(withProgress = false): ReleaseSet {
    const form = { title: '11月の公表', campaign: 'fy2026', withProgress };
    return allowedValue(createReleaseSet('s', form, secretaryAct, this.context));
  }

  /** A set with all of them. */
  filled(withProgress = false): ReleaseSet {
    const items = [...this.proposals.keys()].map((_, index) => this.item(index + 1));
    return allowedValue(addItems(this.empty(withProgress), items, secretaryAct, this.context));
  }

  scheduled(withProgress = false): ReleaseSet {
    const set = this.filled(withProgress);
    return allowedValue(scheduleRelease(set, undefined, secretaryAct, this.context));
  }

  place(set: ReleaseSet, n: number): void {
    if (!isPlanned(set)) throw new Error('it is not scheduled');
    const members = [
      { personId: secretary.id, name: secretary.name, role: 'secretariat' as const },
    ];
    const now = { ...sampleContext, members };
    this.change(n, (proposal) =>
      allowedValue(placeProposal(set, this.item(n), proposal, sampleNow, now)),
    );
  }

  undo(n: number): void {
    this.change(n, (proposal) => after(proposal, 'undo-publication'));
  }

  publish(n: number): void {
    const now = { ...sampleContext, releaseState: () => 'releasing' as const };
    const act = systemAt(sampleNow + 10_000);
    this.change(n, (proposal) => allowedValue(releasePublication(proposal, act, now)));
  }
}
