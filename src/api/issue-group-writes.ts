import { actRequest } from '../contract/act-requests.js';
import {
  type MadeIssueGroupAnswer,
  makeIssueGroupRequest,
} from '../contract/issue-group-answers.js';
import type { IssueGroupActName, IssueGroupForm } from '../domain/issue-groups/issue-group-acts.js';
import type { Actor } from '../domain/person.js';
import { apiRefusalText } from '../text/api-texts.js';
import { refusalText } from '../text/refusal-texts.js';
import type { NumberedOutcome } from '../usecases/act-on-many.js';
import { json } from './answer.js';
import type { StaffCall, Write } from './call.js';
import { issueGroupItem } from './issue-group-views.js';
import { canonicalNumber } from './proposal-views.js';
import { newReference, refusalAnswer } from './refusal-answer.js';
import { withBody } from './with-body.js';

const actorOf = ({ person }: StaffCall): Actor => ({ id: person.personId, name: person.name });

/** Only what was filled in. */
function filled(form: Readonly<Record<string, string | undefined>> = {}): IssueGroupForm {
  return Object.fromEntries(Object.entries(form).filter(([, value]) => value !== undefined));
}

/** What happened, for the log: who, what, which, how it went. No content. */
function logAct(call: StaffCall, act: string, id: string, outcome: string): void {
  const { personId } = call.person;
  call.deps.logger.info({ act, issueGroup: id.slice(0, 40), personId, outcome }, 'act');
}

type Result = MadeIssueGroupAnswer['results'][number];

function resultOf(call: StaffCall, { number, outcome }: NumberedOutcome): Result {
  const { logger } = call.deps;
  const act = 'group';
  if (outcome.kind === 'failed') {
    const reference = newReference();
    const fault = { reference, act, number: number.slice(0, 20), err: outcome.fault };
    logger.error(fault, 'act failed');
    const message = apiRefusalText('act-failed', call.locale, reference);
    return { kind: 'refused', number, refusal: { code: 'act-failed', message } };
  }
  const came = outcome.kind === 'changed' ? outcome.kind : outcome.refusal.code;
  const { personId } = call.person;
  logger.info({ act, number: number.slice(0, 20), personId, outcome: came }, 'act');
  if (outcome.kind === 'changed') return { kind: 'changed', number };
  const { refusal } = outcome;
  const said = { code: refusal.code, message: refusalText(refusal, call.locale) };
  return { kind: 'refused', number, refusal: said };
}

/** POST /api/issue-groups: a group of its own, or a proposed one that somebody accepts. */
export const writeIssueGroup = withBody(makeIssueGroupRequest, async (call, body) => {
  const id = body.id.toLowerCase();
  const items = body.items.map(({ number, seq }) => ({ number: canonicalNumber(number), seq }));
  const { issueGroups } = call.deps;
  const outcome = await issueGroups.make(actorOf(call), { id, form: filled(body.form), items });
  if (outcome.kind === 'refused') {
    logAct(call, 'make-issue-group', id, outcome.refusal.code);
    return refusalAnswer(outcome.refusal, call.locale);
  }
  logAct(call, 'make-issue-group', id, outcome.kind);
  const answer: MadeIssueGroupAnswer = {
    group: issueGroupItem(call, outcome.stored.value),
    results: outcome.results.map((each) => resultOf(call, each)),
  };
  return json(answer);
});

/** POST /api/issue-groups/:id/<act>. */
export function writeIssueGroupAct(act: IssueGroupActName): Write {
  return withBody(actRequest, async (call, { seq, form }) => {
    const id = call.params['id'] ?? '';
    const { issueGroups } = call.deps;
    const outcome = await issueGroups.onOne(actorOf(call), { id, seq }, act, filled(form));
    if (outcome.kind === 'changed') {
      logAct(call, act, id, outcome.kind);
      return json(issueGroupItem(call, outcome.stored.value));
    }
    logAct(call, act, id, outcome.refusal.code);
    const present = outcome.present && issueGroupItem(call, outcome.present.value);
    return refusalAnswer(outcome.refusal, call.locale, present);
  });
}
