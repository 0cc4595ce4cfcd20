import type { Act } from '../../src/domain/act.js';
import type { ActContext } from '../../src/domain/act-context.js';
import { type ActName, acts } from '../../src/domain/acts.js';
import type { Campaign } from '../../src/domain/campaign.js';
import type { Command } from '../../src/domain/commands/command.js';
import type { Masters } from '../../src/domain/masters.js';
import { endDrive } from '../../src/domain/measures/begin-drive.js';
import {
  type Drive,
  type DriveException,
  exceptionCodeOf,
  openDrive,
} from '../../src/domain/measures/drive.js';
import { driveProposal } from '../../src/domain/measures/drive-proposal.js';
import { type Measure, standingOf } from '../../src/domain/measures/measure.js';
import { type MeasureActName, measureActs } from '../../src/domain/measures/measure-acts.js';
import type {
  MeasureCommand,
  MeasureContext,
  MeasureForm,
} from '../../src/domain/measures/measure-context.js';
import { releaseMeasure } from '../../src/domain/measures/publish-measure.js';
import { createMeasure } from '../../src/domain/measures/write-measure.js';
import type { HeldRole, Member } from '../../src/domain/member.js';
import { readIdeas } from '../../src/domain/one-idea.js';
import { theSystem } from '../../src/domain/person.js';
import { type Proposal, receiveProposal } from '../../src/domain/proposal.js';
import { releasePublication } from '../../src/domain/publication.js';
import type { RefusalCode } from '../../src/domain/refusal.js';
import type { Result } from '../../src/domain/result.js';
import { sampleKeptForm } from './sample-forms.js';
import { sampleMasters } from './sample-masters.js';

/** Monday 5 October 2026, 10:00 in Tokyo. */
export const worldNow = Date.parse('2026-10-05T01:00:00Z');

const person = (id: string, name: string, ...roles: readonly HeldRole[]) => ({
  by: { id: `00000000-0000-4000-8000-0000000000${id}`, name },
  roles,
});

/** Invented people, by what they do with measures. */
export const worldPeople = {
  secretary: person('b1', '木洩日 あおい', { role: 'secretariat' }),
  secondSecretary: person('b2', '双葉 けん', { role: 'secretariat' }),
  owner: person('b3', '若芽 つむぎ', { role: 'owner', departmentId: 'soumu' }),
  head: person('b4', '大樹 いずみ', { role: 'head', departmentId: 'soumu' }),
  otherOwner: person('b5', '小枝 みお', { role: 'owner', departmentId: 'doboku' }),
  staff: person('b6', '葉月 そら'),
  /** Of the secretariat, and the proposer of the second proposal. */
  proposer: person('b7', '芽衣 はる', { role: 'secretariat' }),
} as const;

/** One of them. */
export type WorldPerson = keyof typeof worldPeople;

/** Masters of an invented office with two categories more. */
export const worldMasters: Masters = {
  ...sampleMasters,
  categories: [
    ...sampleMasters.categories,
    { id: 'work', label: '業務改善', labelEn: 'work', order: 2 },
    { id: 'env-duty', label: '環境改善（職務）', labelEn: 'duty', order: 3 },
  ],
};

/** A form of a measure that every rule accepts. */
export const rightMeasure: MeasureForm = {
  measureKind: 'scheme',
  title: '庁内協議の資料を画面で見る',
  measureContent: '部長協議の資料は画面に映し、紙は配らない。',
  category: 'paperless',
  ownerDepartment: 'soumu',
  startDate: '2026-11',
  measureRollout: 'office-wide',
};

/** A form of a rule with nothing but its title. */
export const rightRule: MeasureForm = {
  measureKind: 'rule',
  title: '会議は三十分を基本とする',
  category: 'work',
  ownerDepartment: 'soumu',
  measureRollout: 'office-wide',
};

const decision = {
  track: 'start-this-fy',
  ownerDepartment: 'soumu',
  ownerSection: 'bunsho',
  startMonth: '2026-12',
  startConditions: 'prior-coordination',
  reason: '準備が整えば全庁で始められます。',
};

const campaign: Campaign = {
  id: 'demo',
  title: '働き方改革のアイデア（架空）',
  opensAt: worldNow - 10 * 86_400_000,
  visibility: 'after-review-begins',
  isSample: true,
};

/** Proposals and measures in memory, changed by nothing but the rules. */
export class MeasureWorld {
  readonly proposals = new Map<string, Proposal>();
  readonly measures = new Map<string, Measure>();
  now = worldNow;
  campaign = campaign;
  /** Who holds which role now. */
  members: readonly Member[] = Object.values(worldPeople).flatMap(({ by, roles }) =>
    roles.map((role) => ({ ...role, personId: by.id, name: by.name })),
  );

  actOf(who: WorldPerson): Act {
    return { ...worldPeople[who], at: this.now };
  }

  readonly measureContext: MeasureContext = {
    masters: worldMasters,
    campaigns: [campaign],
    channelMap: [
      { id: 'all', purpose: 'staff-updates', teamId: 't', channelId: '19:all', label: '全職員' },
      {
        id: 'soumu',
        purpose: 'department',
        departmentId: 'soumu',
        teamId: 't',
        channelId: '19:soumu',
        label: '総務部',
      },
    ],
    proposalsLinkedTo: (measureId) =>
      [...this.proposals.values()].filter((proposal) =>
        proposal.links?.some((link) => link.measureId === measureId),
      ),
    proposalsToldWith: (measureId) =>
      [...this.proposals.values()].filter(({ published }) =>
        published.links?.some((link) => link.measureId === measureId),
      ),
    releaseState: () => undefined,
  };

  proposalContext(): ActContext {
    return {
      masters: worldMasters,
      members: this.members,
      channelMap: this.measureContext.channelMap,
      campaign: this.campaign,
      isHoliday: () => false,
      supportersOf: () => [],
      isSurvivor: () => false,
      isIdeaOf: readIdeas([...this.proposals.values()]),
      proposal: (id) => [...this.proposals.values()].find((each) => each.id === id),
      proposalByNumber: (number) => this.proposals.get(number),
      measureState: (id) => {
        const measure = this.measures.get(id);
        return measure && standingOf(measure);
      },
      releaseState: () => undefined,
      hasIssueGroup: () => false,
      issueGroupShare: () => 0,
    };
  }

  /** Runs a rule on a proposal and keeps what it allows; answers `allowed` or the code of the refusal. */
  onProposal(
    number: string,
    run: (proposal: Proposal) => Result<Proposal>,
  ): RefusalCode | 'allowed' {
    const proposal = this.proposals.get(number);
    const result = proposal && run(proposal);
    if (!result?.ok) return result?.refusal.code ?? 'not-found';
    this.proposals.set(number, result.value);
    return 'allowed';
  }

  propose(number: string, who: WorldPerson, name: ActName, form = {}): RefusalCode | 'allowed' {
    const command: Command = acts[name];
    const run = (proposal: Proposal) =>
      command(proposal, form, this.actOf(who), this.proposalContext());
    return this.onProposal(number, run);
  }

  onMeasure(id: string, run: (measure: Measure) => Result<Measure>): RefusalCode | 'allowed' {
    const measure = this.measures.get(id);
    const result = measure && run(measure);
    if (!result?.ok) return result?.refusal.code ?? 'no-such-measure';
    this.measures.set(id, result.value);
    return 'allowed';
  }

  act(id: string, who: WorldPerson, name: MeasureActName, form: MeasureForm = {}) {
    const command: MeasureCommand = measureActs[name];
    return this.onMeasure(id, (measure) =>
      command(measure, form, this.actOf(who), this.measureContext),
    );
  }

  create(id: string, who: WorldPerson, form: MeasureForm = rightMeasure): RefusalCode | 'allowed' {
    const made = createMeasure(id, form, this.actOf(who), this.measureContext);
    if (made.ok && !this.measures.has(id)) this.measures.set(id, made.value);
    return made.ok ? 'allowed' : made.refusal.code;
  }

  /** A proposal that was decided, and published as decided. */
  decided(number: string, proposer: WorldPerson = 'staff'): void {
    const { by } = worldPeople[proposer];
    const kept = sampleKeptForm(`10000000-0000-4000-8000-00000000${number.slice(-4)}`);
    const form = {
      id: kept.token,
      number,
      campaignId: 'demo',
      receivedAt: worldNow,
      proposer: { personId: by.id, name: by.name, ...kept.submission.profile },
      content: kept.submission.content,
    };
    this.proposals.set(number, receiveProposal(form, worldNow));
    this.propose(number, 'secretary', 'begin-review');
    this.propose(number, 'secretary', 'decide-track', decision);
    this.propose(number, 'secretary', 'publish');
    this.now += 10_000;
    this.release();
  }

  link(number: string, measure: string, coverage: 'whole' | 'part'): RefusalCode | 'allowed' {
    return this.propose(number, 'secretary', 'link-measure', {
      measure,
      coverage,
      ...(coverage === 'part' && { remaining: '残りは来年度に続ける。' }),
    });
  }

  published(id: string, form: MeasureForm = rightMeasure): void {
    this.create(id, 'secretary', form);
    this.act(id, 'secretary', 'publish');
    this.now += 10_000;
    this.release();
  }

  /** What the sweep of publications does. */
  release(): void {
    const act = { by: theSystem, at: this.now };
    for (const number of this.proposals.keys()) {
      this.onProposal(number, (proposal) =>
        releasePublication(proposal, act, this.proposalContext()),
      );
    }
    for (const id of this.measures.keys()) {
      this.onMeasure(id, (measure) => releaseMeasure(measure, act, this.measureContext));
    }
  }

  /** What the sweep of drives does. `most` proposals are changed; then the process is dead. */
  drive(most = Number.POSITIVE_INFINITY): void {
    const left = { writes: most };
    for (const measure of this.measures.values()) {
      const drive = openDrive(measure);
      if (!drive) continue;
      const exceptions = drive.numbers.flatMap((number) =>
        this.driveOne(measure, drive, number, left),
      );
      if (left.writes <= 0) return;
      const end = { seq: drive.seq, exceptions };
      const act = { by: theSystem, at: this.now };
      this.onMeasure(measure.id, (each) => endDrive(each, act, end));
    }
  }

  private driveOne(
    measure: Measure,
    drive: Drive,
    number: string,
    left: { writes: number },
  ): readonly DriveException[] {
    if (left.writes <= 0) return [];
    const code = this.onProposal(number, (proposal) =>
      driveProposal(measure, drive, proposal, this.now, this.proposalContext()),
    );
    if (code === 'allowed') left.writes -= 1;
    return code === 'allowed' || code === 'already-driven'
      ? []
      : [{ number, code: exceptionCodeOf(code) }];
  }

  measure(id: string): Measure {
    const measure = this.measures.get(id);
    if (!measure) throw new Error(`there is no measure ${id}`);
    return measure;
  }

  proposal(number: string): Proposal {
    const proposal = this.proposals.get(number);
    if (!proposal) throw new Error(`there is no proposal ${number}`);
    return proposal;
  }
}
