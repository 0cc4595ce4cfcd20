import type { CivilDate, Instant } from '../instant.js';
import type { ProposalNumber } from '../proposal-number.js';
import type { SettingFault } from './setting-fault.js';

/** A service the app gets tokens for. */
export type TokenService = 'graph' | 'connector';

/** How the app proves itself to Entra ID. */
export type CredentialKind = 'secret' | 'certificate';

interface CredentialEnd {
  readonly kind: CredentialKind;
  readonly lastDay: CivilDate;
  /** Days from today to the last one; negative once it has passed. */
  readonly days: number;
}

interface Said {
  /** What a service or the system answered, as it came. */
  readonly said: string;
}

/** A site or a list that does not let the app do its work, from when on. */
interface PlaceInTrouble {
  /** The name of the list as people see it, or the address of the site. */
  readonly place: string;
  readonly since: Instant;
}

/** What was found of one thing that must be right before staff can use the product. `healthCodes` orders the codes. */
export type Finding =
  | { readonly code: 'settings-sound' }
  | { readonly code: 'setting-wrong'; readonly fault: SettingFault }
  | ({ readonly code: 'credential-lasts' } & CredentialEnd)
  | ({ readonly code: 'credential-ends-soon' } & CredentialEnd)
  | ({ readonly code: 'credential-ended' } & CredentialEnd)
  | { readonly code: 'secret-end-unknown' }
  | { readonly code: 'token-given'; readonly service: TokenService }
  | ({ readonly code: 'token-refused'; readonly service: TokenService } & Said)
  | ({ readonly code: 'token-unreachable'; readonly service: TokenService } & Said)
  | { readonly code: 'permission-least' }
  | { readonly code: 'permissions-wide'; readonly roles: readonly string[] }
  | { readonly code: 'permission-missing' }
  | { readonly code: 'may-install-itself' }
  | { readonly code: 'site-found'; readonly address: string }
  | ({ readonly code: 'site-missing'; readonly address: string } & Said)
  | ({ readonly code: 'site-unreachable'; readonly address: string } & Said)
  | { readonly code: 'graph-away'; readonly since: Instant }
  | { readonly code: 'graph-busy'; readonly since: Instant }
  | ({ readonly code: 'place-denied' } & PlaceInTrouble)
  | ({ readonly code: 'place-gone' } & PlaceInTrouble)
  | ({ readonly code: 'place-locked' } & PlaceInTrouble)
  | ({ readonly code: 'place-full' } & PlaceInTrouble)
  | { readonly code: 'may-write' }
  | ({ readonly code: 'may-not-write' } & Said)
  | { readonly code: 'grant-stands' }
  | { readonly code: 'grant-lacks' }
  | { readonly code: 'lists-sound'; readonly lists: number; readonly columns: number }
  | ({ readonly code: 'list-differs' } & Said)
  | { readonly code: 'items-sound' }
  | { readonly code: 'items-to-check'; readonly items: number }
  | { readonly code: 'numbers-missing'; readonly count: number; readonly first: ProposalNumber }
  | { readonly code: 'clock-agrees'; readonly seconds: number }
  | { readonly code: 'clock-differs'; readonly seconds: number }
  | { readonly code: 'roles-unknown'; readonly since: Instant }
  | { readonly code: 'has-administrator'; readonly people: number }
  | { readonly code: 'no-administrator' }
  | { readonly code: 'offices-known' }
  | { readonly code: 'office-unknown'; readonly office: string; readonly people: number }
  | { readonly code: 'departments-headed' }
  | { readonly code: 'department-without-head'; readonly departments: readonly string[] }
  | { readonly code: 'channels-mapped' }
  | { readonly code: 'no-channel-for-staff' }
  | { readonly code: 'no-channel-for-secretariat' }
  | { readonly code: 'department-without-channel'; readonly departments: readonly string[] }
  | { readonly code: 'bot-endpoint-guarded'; readonly address: string }
  | ({ readonly code: 'bot-endpoint-unreachable'; readonly address: string } & Said)
  | {
      readonly code: 'bot-endpoint-strange';
      readonly address: string;
      readonly status: number;
    }
  | { readonly code: 'subscriptions-off' }
  | { readonly code: 'subscriptions-kept'; readonly lists: number }
  | { readonly code: 'subscriptions-missing'; readonly names: readonly string[] }
  | ({ readonly code: 'subscriptions-denied'; readonly since: Instant } & Said)
  | ({ readonly code: 'subscriptions-unreached'; readonly since: Instant } & Said)
  | ({ readonly code: 'subscriptions-failing'; readonly since: Instant } & Said)
  | ({ readonly code: 'door-unanswered'; readonly address: string } & Said)
  | { readonly code: 'package-agrees' }
  | { readonly code: 'package-absent' }
  | { readonly code: 'package-differs'; readonly names: readonly string[] }
  | { readonly code: 'in-catalogue' }
  | { readonly code: 'not-in-catalogue' }
  | ({ readonly code: 'catalogue-unread' } & Said)
  | { readonly code: 'folder-kept'; readonly starts: number; readonly since: Instant }
  | { readonly code: 'folder-unproved' }
  | ({ readonly code: 'folder-unwritable' } & Said)
  | ({ readonly code: 'snapshot-fails'; readonly since: Instant } & Said)
  | { readonly code: 'forms-waiting'; readonly forms: number; readonly since: Instant }
  | { readonly code: 'forms-damaged'; readonly files: readonly string[] }
  | ({ readonly code: 'check-failed'; readonly subject: HealthSubject } & Said);

/** What a finding says. */
export type HealthCode = Finding['code'];

/** Things that are looked at, in the order in which an administrator puts them right. */
export const healthSubjects = [
  'settings',
  'credential',
  'tokens',
  'permissions',
  'site',
  'lists',
  'items',
  'clock',
  'folder',
  'people',
  'offices',
  'channels',
  'bot-endpoint',
  'subscriptions',
  'package',
  'catalogue',
] as const;

/** One of them. */
export type HealthSubject = (typeof healthSubjects)[number];

/** `fault`: something does not work until it is put right. `attention`: it works, and will not for ever or for everyone. */
export const healthStates = ['sound', 'attention', 'fault'] as const;

/** One of the states. */
export type HealthState = (typeof healthStates)[number];

type Ordered = readonly [HealthSubject, HealthState];

/** What each code is about and how grave it is. */
export const healthCodes: Readonly<Record<Exclude<HealthCode, 'check-failed'>, Ordered>> = {
  'settings-sound': ['settings', 'sound'],
  'setting-wrong': ['settings', 'fault'],
  'credential-lasts': ['credential', 'sound'],
  'credential-ends-soon': ['credential', 'attention'],
  'credential-ended': ['credential', 'fault'],
  'secret-end-unknown': ['credential', 'attention'],
  'token-given': ['tokens', 'sound'],
  'token-refused': ['tokens', 'fault'],
  'token-unreachable': ['tokens', 'fault'],
  'permission-least': ['permissions', 'sound'],
  'permissions-wide': ['permissions', 'attention'],
  'permission-missing': ['permissions', 'fault'],
  'may-install-itself': ['permissions', 'sound'],
  'site-found': ['site', 'sound'],
  'site-missing': ['site', 'fault'],
  'site-unreachable': ['site', 'fault'],
  'graph-away': ['site', 'fault'],
  'graph-busy': ['site', 'attention'],
  'place-denied': ['site', 'fault'],
  'place-gone': ['site', 'fault'],
  'place-locked': ['site', 'fault'],
  'place-full': ['site', 'fault'],
  'may-write': ['site', 'sound'],
  'may-not-write': ['site', 'fault'],
  'grant-stands': ['site', 'sound'],
  'grant-lacks': ['site', 'fault'],
  'lists-sound': ['lists', 'sound'],
  'list-differs': ['lists', 'fault'],
  'items-sound': ['items', 'sound'],
  'items-to-check': ['items', 'attention'],
  'numbers-missing': ['items', 'attention'],
  'clock-agrees': ['clock', 'sound'],
  'clock-differs': ['clock', 'fault'],
  'roles-unknown': ['people', 'fault'],
  'has-administrator': ['people', 'sound'],
  'no-administrator': ['people', 'fault'],
  'offices-known': ['offices', 'sound'],
  'office-unknown': ['offices', 'attention'],
  'departments-headed': ['people', 'sound'],
  'department-without-head': ['people', 'attention'],
  'channels-mapped': ['channels', 'sound'],
  'no-channel-for-staff': ['channels', 'attention'],
  'no-channel-for-secretariat': ['channels', 'attention'],
  'department-without-channel': ['channels', 'attention'],
  'bot-endpoint-guarded': ['bot-endpoint', 'sound'],
  'bot-endpoint-unreachable': ['bot-endpoint', 'attention'],
  'bot-endpoint-strange': ['bot-endpoint', 'fault'],
  'subscriptions-off': ['subscriptions', 'sound'],
  'subscriptions-kept': ['subscriptions', 'sound'],
  'subscriptions-missing': ['subscriptions', 'attention'],
  'subscriptions-denied': ['subscriptions', 'attention'],
  'subscriptions-unreached': ['subscriptions', 'attention'],
  'subscriptions-failing': ['subscriptions', 'attention'],
  'door-unanswered': ['subscriptions', 'attention'],
  'package-agrees': ['package', 'sound'],
  'package-absent': ['package', 'attention'],
  'package-differs': ['package', 'fault'],
  'in-catalogue': ['catalogue', 'sound'],
  'not-in-catalogue': ['catalogue', 'fault'],
  'catalogue-unread': ['catalogue', 'attention'],
  'folder-kept': ['folder', 'sound'],
  'folder-unproved': ['folder', 'attention'],
  'folder-unwritable': ['folder', 'fault'],
  'snapshot-fails': ['folder', 'attention'],
  'forms-waiting': ['folder', 'attention'],
  'forms-damaged': ['folder', 'fault'],
};

const orderedAs = (finding: Finding): Ordered =>
  finding.code === 'check-failed' ? [finding.subject, 'fault'] : healthCodes[finding.code];

/** What a finding is about. */
export const subjectOf = (finding: Finding): HealthSubject => orderedAs(finding)[0];

/** How grave a finding is. */
export const stateOf = (finding: Finding): HealthState => orderedAs(finding)[1];

/** The gravest state among findings; `sound` where there are none. */
export function worstOf(findings: readonly Finding[]): HealthState {
  const states = new Set(findings.map(stateOf));
  return healthStates.findLast((state) => states.has(state)) ?? 'sound';
}
