import { examineEndpoint } from '../bot/examine-endpoint.js';
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
import { examineHealth, type HealthCheck, type HealthReport } from '../usecases/examine-health.js';
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

/** Keeps the latest report. */
export function openHealthWatch(clock: Clock, checks: readonly HealthCheck[]): HealthWatch {
  let latest: HealthReport | undefined;
  let looking: Promise<HealthReport> | undefined;
  async function look(): Promise<HealthReport> {
    try {
      latest = await examineHealth(clock, checks);
      return latest;
    } finally {
      looking = undefined;
    }
  }
  return {
    report: () => latest,
    look: () => {
      looking ??= look();
      return looking;
    },
  };
}
