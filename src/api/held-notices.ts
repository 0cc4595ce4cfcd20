import {
  type HeldNoticesAnswer,
  type SettleHeldAnswer,
  settleHeldRequest,
} from '../contract/notice-answers.js';
import type { HeldWord } from '../domain/notice-hold.js';
import type { LedgerRow } from '../domain/notice-ledger.js';
import { apiRefusalText } from '../text/api-texts.js';
import { refusalText } from '../text/refusal-texts.js';
import type { Stored } from '../usecases/ports.js';
import type { HeldNoticeOutcome } from '../usecases/settle-held-notices.js';
import { json } from './answer.js';
import type { Read, StaffCall, Write } from './call.js';
import { aboutOf } from './notice-about.js';
import { newReference } from './refusal-answer.js';
import { withBody } from './with-body.js';

/** As many as one call may settle. */
const mostShown = 60;

type Books = StaffCall['deps']['register'];
type Shown = HeldNoticesAnswer['notices'][number];

function shown(register: Books, { value: row, itemId: id }: Stored<LedgerRow>): Shown {
  return {
    id,
    ...aboutOf(register, row),
    place: row.key.split('|')[1] === 'channel' ? 'channel' : 'people',
    recipients: row.recipients.length,
    heldAt: row.until,
  };
}

/** GET /api/notices/held. */
export const answerHeldNotices: Read = ({ deps }) => {
  const held = deps.register.openLedgerRows().filter(({ value }) => value.state === 'held');
  const oldestFirst = held
    .map((row) => shown(deps.register, row))
    .toSorted((a, b) => (a.recordedAt ?? 0) - (b.recordedAt ?? 0));
  const quietUntil = deps.notices.quietUntil();
  const answer: HeldNoticesAnswer = {
    total: held.length,
    notices: oldestFirst.slice(0, mostShown),
    balance: deps.notices.balance(),
    ...(quietUntil !== undefined && { quietUntil }),
  };
  return json(answer);
};

type Result = SettleHeldAnswer['results'][number];

function resultOf(call: StaffCall, word: HeldWord, { id, outcome }: HeldNoticeOutcome): Result {
  const { deps, locale, person } = call;
  const act = `${word}-held-notice`;
  if (outcome.kind === 'failed') {
    const reference = newReference();
    deps.logger.error({ reference, act, id: id.slice(0, 20), err: outcome.fault }, 'act failed');
    const code = 'act-failed';
    const message = apiRefusalText(code, locale, reference);
    return { kind: 'refused', id, refusal: { code, message } };
  }
  const came = outcome.kind === 'settled' ? outcome.kind : outcome.refusal.code;
  deps.logger.info({ act, id: id.slice(0, 20), personId: person.personId, outcome: came }, 'act');
  if (outcome.kind === 'settled') return { kind: 'settled', id };
  const { refusal } = outcome;
  const said = { code: refusal.code, message: refusalText(refusal, locale) };
  return { kind: 'refused', id, refusal: said };
}

function settle(word: HeldWord): Write {
  return withBody(settleHeldRequest, async (call, { ids }) => {
    const outcomes = await call.deps.notices.settle(call.roles, ids, word);
    const answer: SettleHeldAnswer = {
      results: outcomes.map((each) => resultOf(call, word, each)),
    };
    return json(answer);
  });
}

/** POST /api/notices/held/release. */
export const releaseHeldWrite = settle('release');

/** POST /api/notices/held/dismiss. */
export const dismissHeldWrite = settle('dismiss');
