import {
  type Finding,
  type HealthSubject,
  healthSubjects,
  subjectOf,
} from '../domain/health/finding.js';
import type { Instant } from '../domain/instant.js';
import type { Clock } from './ports.js';

/** Looks at one thing. A rejection is told as a check that failed. */
export interface HealthCheck {
  readonly subject: HealthSubject;
  look(): Promise<readonly Finding[]>;
}

/** What was found, and when. */
export interface HealthReport {
  readonly asOf: Instant;
  /** In the order of the subjects. */
  readonly findings: readonly Finding[];
}

async function lookAt({ subject, look }: HealthCheck): Promise<readonly Finding[]> {
  try {
    return await look();
  } catch (fault) {
    const said = fault instanceof Error ? fault.message : String(fault);
    return [{ code: 'check-failed', subject, said }];
  }
}

/** Findings in the order of their subjects. */
export function inOrder(found: readonly Finding[]): readonly Finding[] {
  return healthSubjects.flatMap((subject) =>
    found.filter((finding) => subjectOf(finding) === subject),
  );
}

/** Looks at everything side by side; one check that fails keeps no other from being told. */
export async function examineHealth(
  clock: Clock,
  checks: readonly HealthCheck[],
): Promise<HealthReport> {
  const found = (await Promise.all(checks.map(lookAt))).flat();
  return { asOf: clock.now(), findings: inOrder(found) };
}
