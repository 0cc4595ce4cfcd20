import { type HealthAnswer, lookRequest } from '../contract/health-answers.js';
import { stateOf, subjectOf, worstOf } from '../domain/health/finding.js';
import { findingText } from '../text/health-texts.js';
import type { HealthReport } from '../usecases/examine-health.js';
import { type Answer, json } from './answer.js';
import type { Read, StaffCall } from './call.js';
import { withBody } from './with-body.js';

function shown(report: HealthReport | undefined, { locale }: StaffCall): Answer {
  const findings = report?.findings ?? [];
  const answer: HealthAnswer = {
    ...(report && { asOf: report.asOf }),
    state: worstOf(findings),
    findings: findings.map((finding) => ({
      subject: subjectOf(finding),
      state: stateOf(finding),
      code: finding.code,
      text: findingText(finding, locale),
    })),
  };
  return json(answer);
}

/** GET /api/health: the latest report, from memory. */
export const answerHealth: Read = (call) => shown(call.deps.health.report(), call);

/** POST /api/health/look: looks now. */
export const lookWrite = withBody(lookRequest, async (call) =>
  shown(await call.deps.health.look(), call),
);
