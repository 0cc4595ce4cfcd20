import type { CivilDate } from '../instant.js';
import type { CredentialKind, Finding } from './finding.js';

const dayMs = 86_400_000;

/** An administrator is warned from this many days before the end: time to ask for, approve and put in a new one. */
export const credentialWarningDays = 60;

/** How long a credential still serves. */
export function credentialFinding(
  kind: CredentialKind,
  lastDay: CivilDate,
  today: CivilDate,
): Finding {
  const days = Math.round((Date.parse(lastDay) - Date.parse(today)) / dayMs);
  if (days < 0) return { code: 'credential-ended', kind, lastDay, days };
  return days > credentialWarningDays
    ? { code: 'credential-lasts', kind, lastDay, days }
    : { code: 'credential-ends-soon', kind, lastDay, days };
}
