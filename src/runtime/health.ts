import { examineEndpoint } from '../bot/examine-endpoint.js';
import type { Finding } from '../domain/health/finding.js';
import { officeFindingsOn } from '../domain/health/office-findings.js';
import { civilDateOf } from '../domain/instant.js';
import type { TokenSource } from '../identity/acquire-token.js';
import type { ClientCredential } from '../identity/client-credential.js';
import {
  examineCredential,
  examinePermissions,
  examineToken,
} from '../identity/examine-identity.js';
import { examineFolder } from '../spool/start-marks.js';
import {
  examineHealth,
  type HealthCheck,
  type HealthReport,
  inOrder,
} from '../usecases/examine-health.js';
import type { Clock } from '../usecases/ports.js';
import type { Books } from './books.js';

const graphScope = 'https://graph.microsoft.com/.default';
const connectorScope = 'https://api.botframework.com/.default';

/** What the settings say that is looked at. */
export interface HealthSettings {
  readonly credential: ClientCredential;
  readonly secretEndsOn?: string;
  readonly publicOrigin: string;
  readonly connectorServiceUrl: string;
  readonly dataDir: string;
}

/** Looks at what the app is, wherever it stores things: credential, tokens, permissions, data folder, its own address. */
export function ownChecks(
  settings: HealthSettings,
  tokens: TokenSource,
  clock: Clock,
): readonly HealthCheck[] {
  const today = () => civilDateOf(clock.now());
  const { credential, secretEndsOn, publicOrigin, connectorServiceUrl, dataDir } = settings;
  return [
    {
      subject: 'credential',
      look: async () => [examineCredential(credential, secretEndsOn, today())],
    },
    {
      subject: 'tokens',
      look: () =>
        Promise.all([
          examineToken(tokens, 'graph', graphScope),
          examineToken(tokens, 'connector', connectorScope),
        ]),
    },
    { subject: 'permissions', look: () => examinePermissions(tokens, graphScope) },
    { subject: 'folder', look: () => examineFolder(dataDir) },
    { subject: 'bot-endpoint', look: () => examineEndpoint(publicOrigin, connectorServiceUrl) },
  ];
}

/** Looks at what an administrator keeps in the lists, as the register holds it. */
export function officeCheck({ register }: Books, clock: Clock): HealthCheck {
  return {
    subject: 'people',
    look: async () => {
      const { departments, members, channels } = register.masterRows();
      const rows = { departments, members, channels, profiles: register.profiles() };
      return officeFindingsOn(rows, civilDateOf(clock.now()));
    },
  };
}

/** What the app found when it last looked at itself. */
export interface HealthWatch {
  /** Undefined until it has looked for the first time. */
  report(): HealthReport | undefined;
  /** Looks now; who asks while it looks gets the same answer. */
  look(): Promise<HealthReport>;
}

/** A report with what is known at this moment; where nothing is, as it was. */
function withStanding(
  report: HealthReport | undefined,
  standing: readonly Finding[],
  clock: Clock,
): HealthReport | undefined {
  if (standing.length === 0) return report;
  const findings = inOrder([...standing, ...(report?.findings ?? [])]);
  return { asOf: report?.asOf ?? clock.now(), findings };
}

/** Keeps the latest report. What `standing` knows at any moment is told at once, also before the first look. */
export function openHealthWatch(
  clock: Clock,
  checks: readonly HealthCheck[],
  standing: () => readonly Finding[] = () => [],
): HealthWatch {
  let latest: HealthReport | undefined;
  let looking: Promise<HealthReport> | undefined;
  async function look(): Promise<HealthReport> {
    try {
      latest = await examineHealth(clock, checks);
      return withStanding(latest, standing(), clock) ?? latest;
    } finally {
      looking = undefined;
    }
  }
  return {
    report: () => withStanding(latest, standing(), clock),
    look: () => {
      looking ??= look();
      return looking;
    },
  };
}
