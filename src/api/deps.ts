import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import type { ActContext } from '../domain/act-context.js';
import type { ActName } from '../domain/acts.js';
import type { ActForm } from '../domain/commands/command.js';
import type { CivilDate, Instant } from '../domain/instant.js';
import type { IssueGroupActName, IssueGroupForm } from '../domain/issue-groups/issue-group-acts.js';
import type { Measure } from '../domain/measures/measure.js';
import type { MeasureActName } from '../domain/measures/measure-acts.js';
import type { MeasureForm } from '../domain/measures/measure-context.js';
import type { Role } from '../domain/member.js';
import type { NoticeBalance } from '../domain/notice-balance.js';
import type { HeldWord } from '../domain/notice-hold.js';
import type { Actor, PersonId } from '../domain/person.js';
import type { Proposal } from '../domain/proposal.js';
import type { HandedIn } from '../domain/receive-for.js';
import type { Refusal } from '../domain/refusal.js';
import type { SupportState } from '../domain/support.js';
import type { IssueGroupOutcome, SeenIssueGroup } from '../usecases/act-on-issue-group.js';
import type { NumberedOutcome, OneOfMany } from '../usecases/act-on-many.js';
import type { SeenMeasure } from '../usecases/act-on-measure.js';
import type { SeenProposal } from '../usecases/act-on-proposal.js';
import type { AdoptionOutcome } from '../usecases/answer-adoption.js';
import type { EffectOutcome } from '../usecases/answer-effect.js';
import type { HandedInFile, SaidOfFile } from '../usecases/change-attachment.js';
import type { MeasureOutcome } from '../usecases/change-measure.js';
import type { ChangeOutcome } from '../usecases/change-proposal.js';
import type { DraftDesk } from '../usecases/draft-desk.js';
import type { HealthReport } from '../usecases/examine-health.js';
import type { Catalogue } from '../usecases/find-proposals.js';
import type { IssueGroupBook } from '../usecases/issue-group-ports.js';
import type { KeepPreference } from '../usecases/keep-preference.js';
import type { ListFaultReport, RestoreOutcome } from '../usecases/list-faults.js';
import type { IssueGroupOrder, MadeIssueGroup } from '../usecases/make-issue-group.js';
import type { MeasureBook } from '../usecases/measure-ports.js';
import type { Clock, KeptRows, Register, SupportBook } from '../usecases/ports.js';
import type { OfferIssueGroups } from '../usecases/propose-issue-groups.js';
import type { ReadAttachment } from '../usecases/read-attachment.js';
import type { ReceivedOne } from '../usecases/receive-for-somebody.js';
import type { ReleaseBook } from '../usecases/release-ports.js';
import type { HeldNoticeOutcome } from '../usecases/settle-held-notices.js';
import type { SimilarTexts } from '../usecases/similarity-ports.js';
import type { SubmitCommand, SubmitOutcome } from '../usecases/submit-proposal.js';
import type { SupportOutcome } from '../usecases/support-proposal.js';
import type { AttachmentLimit } from './attachment-turns.js';
import type { KeepActs } from './keep-deps.js';
import type { RateLimit } from './rate-limit.js';
import type { ReleaseActs } from './release-deps.js';

/** Who a checked token says is calling. */
export interface SignedIn {
  /** The object id, lower case. */
  readonly personId: PersonId;
  /** For display only. */
  readonly name: string;
  /** App roles in the token; only the first administrator is taken from here. */
  readonly tokenRoles: readonly string[];
}

/** Checks the token of a tab. `unavailable`: the keys could not be fetched, so nobody can say. */
export type CheckUserToken = (token: string) => Promise<SignedIn | 'refused' | 'unavailable'>;

/** What can be done with proposals, bound to its ports by main.ts. */
export interface ProposalActs {
  onOne(by: Actor, seen: SeenProposal, name: ActName, form: ActForm): Promise<ChangeOutcome>;
  onMany(
    by: Actor,
    items: readonly OneOfMany[],
    name: ActName,
    form: ActForm,
  ): Promise<readonly NumberedOutcome[]>;
}

/** The file of a proposal, bound to its ports by main.ts. */
export interface AttachmentActs {
  /** What speaks against a file whatever it holds; undefined where nothing does. */
  ask(by: Actor, number: string, said: SaidOfFile): Promise<Refusal | undefined>;
  attach(by: Actor, number: string, file: HandedInFile): Promise<ChangeOutcome>;
  remove(by: Actor, number: string): Promise<ChangeOutcome>;
  read(by: Actor, number: string): Promise<ReadAttachment>;
}

/** What can be done with measures and rules, bound to its ports by main.ts. */
export interface MeasureActs {
  make(by: Actor, id: string, form: MeasureForm): Promise<MeasureOutcome>;
  onOne(
    by: Actor,
    seen: SeenMeasure,
    name: MeasureActName,
    form: MeasureForm,
  ): Promise<MeasureOutcome>;
  answerEffect(personId: PersonId, id: string, form: MeasureForm): Promise<EffectOutcome>;
  answerAdoption(
    by: Actor,
    id: string,
    form: MeasureForm,
    seenAt?: Instant,
  ): Promise<AdoptionOutcome>;
}

/** Endorsing and following, bound to their ports by main.ts. */
export interface SupportActs {
  give(by: Actor, number: string, state: SupportState): Promise<SupportOutcome>;
}

/** Notices as an administrator sees to them, bound to their ports by main.ts. */
export interface NoticeActs {
  balance(): NoticeBalance;
  /** When the quiet time ends that is on now; undefined where people are told at once. */
  quietUntil(): Instant | undefined;
  settle(
    roles: readonly Role[],
    ids: readonly string[],
    word: HeldWord,
  ): Promise<readonly HeldNoticeOutcome[]>;
}

/**
 * Serves POST /api/messages from the unread request on: reads the body, checks the caller, answers. It may use what
 * restify adds to both (`send`, `status`, `header`).
 */
export type BotHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** What the app finds when it looks at itself, bound to its checks by main.ts. */
export interface HealthActs {
  /** Undefined until it has looked for the first time. */
  report(): HealthReport | undefined;
  look(): Promise<HealthReport>;
}

/** Items that somebody changed by hand, bound to the lists by main.ts. */
export interface ListFaultActs {
  report(): ListFaultReport;
  restore(list: string, itemId: string): Promise<RestoreOutcome>;
  /** The names that people see of a list and its columns. */
  headingsOf(
    list: string,
  ):
    | { readonly displayName: string; readonly columns: Readonly<Record<string, string>> }
    | undefined;
}

/** The door at which Graph tells of changes. */
export interface ChangeDoor {
  /** Whether a call came by the address that only Graph was told; takes as long whatever it is. */
  isOwnMark(mark: string): boolean;
  /**
   * Takes what was posted, at once; what follows from it is done afterwards. False where nothing in it is of a
   * subscription of this app.
   */
  take(posted: unknown): boolean;
}

/** What can be done with issue groups 課題群, bound to its ports by main.ts. */
export interface IssueGroupActs {
  /** Groups of proposals that are in none; nothing is changed. */
  readonly offer: OfferIssueGroups;
  make(by: Actor, order: IssueGroupOrder): Promise<MadeIssueGroup>;
  onOne(
    by: Actor,
    seen: SeenIssueGroup,
    name: IssueGroupActName,
    form: IssueGroupForm,
  ): Promise<IssueGroupOutcome>;
}

/** Whether the register has caught up and the lists were verified, and when it last caught up. */
export type Readiness =
  | { readonly ready: false }
  | { readonly ready: true; readonly asOf: Instant };

/** What the server and the page of the tabs are told by the settings. */
export interface ApiConfig {
  /** Origin under which Teams reaches the app; https switches HSTS on. */
  readonly publicOrigin: string;
  /** Origins that may frame the tabs and speak to teams-js; empty means the hosts of Microsoft Teams. */
  readonly teamsHostOrigins: readonly string[];
  readonly teamsAppId: string;
  /** Absent: `defaultRateLimit`. */
  readonly rateLimit?: RateLimit;
  /** How often one person may ask for hints besides. Absent: `defaultHintLimit`. */
  readonly hintLimit?: RateLimit;
  /** How often Graph may call. Absent: `defaultDoorLimit`. */
  readonly doorLimit?: RateLimit;
  /** How often all others together may call at the door of Graph. Absent: `defaultStrangerLimit`. */
  readonly strangerLimit?: RateLimit;
  /** How long a request may take to arrive, unless it is a file with a turn. Absent: `defaultArrivalMs`. */
  readonly arrivalMs?: number;
  /** How many attachments may be under way at once. Absent: `defaultAttachmentLimit`. */
  readonly attachmentLimit?: AttachmentLimit;
}

/** Writes sheets of a heading and rows, as of an instant in ms, into a file. */
export type WriteWorkbook = (
  sheets: readonly {
    readonly name: string;
    readonly heading: readonly string[];
    readonly rows: readonly (readonly (string | number)[])[];
  }[],
  at: number,
) => Promise<Uint8Array>;

/** Everything the HTTP server needs; main.ts composes it. */
export interface ApiDeps {
  /** 代理受付, bound to its ports by main.ts. */
  receive(by: Actor, papers: readonly HandedIn[]): Promise<readonly ReceivedOne[]>;
  readonly supports: SupportActs;
  readonly drafts: Pick<DraftDesk, 'of' | 'save' | 'erase'>;
  /** Takes the form of a proposal, bound to the desk of the chat by main.ts. */
  propose(command: SubmitCommand): Promise<SubmitOutcome>;
  readonly attachments: AttachmentActs;
  readonly register: Register &
    MeasureBook &
    KeptRows &
    SupportBook &
    ReleaseBook &
    IssueGroupBook & { readonly similarTexts: SimilarTexts; readonly catalogue: Catalogue };
  readonly measures: MeasureActs;
  readonly issueGroups: IssueGroupActs;
  readonly releases: ReleaseActs;
  readonly notices: NoticeActs;
  /** An xlsx file: `writeWorkbook` of the workbook. */
  readonly writeWorkbook: WriteWorkbook;
  /** Keeps what a person chose for the notices to this person. */
  readonly keepPreference: KeepPreference;
  readonly acts: ProposalActs;
  readonly keep: KeepActs;
  /** A proposal with its whole trail. */
  readonly whole: (proposal: Proposal) => Promise<Proposal>;
  /** A measure with its whole trail, and so with all of its versions and drives. */
  readonly wholeMeasure: (measure: Measure) => Promise<Measure>;
  /** What the rules may look at for a proposal, now. */
  readonly actContext: (proposal: Proposal) => ActContext;
  readonly checkUserToken: CheckUserToken;
  readonly botHandler: BotHandler;
  /** Absent: the app is not told of changes. */
  readonly changeDoor?: ChangeDoor;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly readiness: () => Readiness;
  readonly health: HealthActs;
  readonly listFaults: ListFaultActs;
  /** Whether offices are closed on a working day of the week: the calendar and the office's own master. */
  readonly isHoliday: (date: CivilDate) => boolean;
  /** Folder of the built tabs; `index.html` must be in it. */
  readonly tabsDir: string;
  /** Reads a JSON body strictly; undefined for what is not acceptable: `readStrictJson` of the bot's gate. */
  readonly readJson: (body: Uint8Array) => unknown;
  readonly config: ApiConfig;
}

/** The server before and after it listens. */
export interface ApiServer {
  /** Listens; resolves to the port (0 asks for any free one). Rejects where the port is taken. */
  listen(port: number, host: string): Promise<number>;
  /** Takes no new requests, lets those under way finish (at most ten seconds), then closes. */
  close(): Promise<void>;
}
