import type { AddToReleaseAnswer } from '../contract/release-answers.js';
import {
  addToReleaseRequest,
  cancelReleaseRequest,
  correctProgressRequest,
  editReleaseRequest,
  makeReleaseRequest,
  scheduleReleaseRequest,
  seenReleaseRequest,
  takeFromReleaseRequest,
} from '../contract/release-requests.js';
import type { Actor } from '../domain/person.js';
import { mayKnowOfSet } from '../domain/releases/release-permissions.js';
import { cancelRelease, scheduleRelease } from '../domain/releases/schedule-release.js';
import {
  askQuietTime,
  confirmQuietTime,
  declineQuietTime,
} from '../domain/releases/waive-quiet-time.js';
import { editReleaseSet } from '../domain/releases/write-release-set.js';
import { refusalText } from '../text/refusal-texts.js';
import type { ReleaseCommand } from '../usecases/act-on-release-set.js';
import { type ReleaseOutcome, releaseContextOf } from '../usecases/change-release-set.js';
import type { ItemName, RefusedItem } from '../usecases/choose-for-release.js';
import { actOf } from './act-of.js';
import { type Answer, json } from './answer.js';
import type { StaffCall } from './call.js';
import { canonicalNumber } from './proposal-views.js';
import { publicationAnswer } from './published-releases.js';
import { refusalAnswer } from './refusal-answer.js';
import { releaseSetAnswer } from './release-desk.js';
import { withBody } from './with-body.js';

const actorOf = ({ person }: StaffCall): Actor => ({ id: person.personId, name: person.name });
const idOf = ({ params }: StaffCall): string => (params['id'] ?? '').toLowerCase();

/** What happened, for the log: who, what, which, how it went. No content. */
function logAct(call: StaffCall, act: string, id: string, outcome: string): void {
  const { personId } = call.person;
  call.deps.logger.info({ act, releaseSet: id.slice(0, 40), personId, outcome }, 'act');
}

function refusedAnswer(
  call: StaffCall,
  { refusal, present }: Extract<ReleaseOutcome, { kind: 'refused' }>,
): Answer {
  const context = releaseContextOf(call.deps);
  const mayRead = present && mayKnowOfSet(present.value, actOf(call), context);
  const shown = mayRead ? releaseSetAnswer(call, present.value) : undefined;
  return refusalAnswer(refusal, call.locale, shown);
}

function answerOutcome(call: StaffCall, act: string, id: string, outcome: ReleaseOutcome): Answer {
  logAct(call, act, id, outcome.kind === 'changed' ? outcome.kind : outcome.refusal.code);
  return outcome.kind === 'changed'
    ? json(releaseSetAnswer(call, outcome.stored.value))
    : refusedAnswer(call, outcome);
}

async function change(
  call: StaffCall,
  act: string,
  seq: number,
  command: ReleaseCommand,
): Promise<Answer> {
  const id = idOf(call);
  const outcome = await call.deps.releases.change(actorOf(call), { id, seq }, command);
  return answerOutcome(call, act, id, outcome);
}

/** POST /api/release-sets. */
export const makeReleaseWrite = withBody(makeReleaseRequest, async (call, { id, ...form }) => {
  const token = id.toLowerCase();
  const outcome = await call.deps.releases.make(actorOf(call), token, form);
  return answerOutcome(call, 'make-release', token, outcome);
});

/** POST /api/release-sets/:id/edit. */
export const editReleaseWrite = withBody(editReleaseRequest, (call, { seq, ...form }) =>
  change(call, 'edit-release', seq, (set, act, context) => editReleaseSet(set, form, act, context)),
);

function refusedItem({ locale }: StaffCall, { item, refusal }: RefusedItem) {
  return {
    kind: item.kind,
    key: item.kind === 'proposal' ? item.number : item.id,
    refusal: { code: refusal.code, message: refusalText(refusal, locale) },
  };
}

/** POST /api/release-sets/:id/add: what can be published is added in one write, the rest is named with its reasons. */
export const addToReleaseWrite = withBody(addToReleaseRequest, async (call, body) => {
  const id = idOf(call);
  const items = [
    ...body.proposals.map(({ number, seq }) => ({
      kind: 'proposal' as const,
      number: canonicalNumber(number),
      seq,
    })),
    ...body.measures.map((measure) => ({ kind: 'measure' as const, ...measure })),
  ];
  const seen = { id, seq: body.seq };
  const { outcome, refused } = await call.deps.releases.choose(actorOf(call), seen, items);
  if (outcome.kind === 'refused') return answerOutcome(call, 'add-to-release', id, outcome);
  logAct(call, 'add-to-release', id, outcome.kind);
  const answer: AddToReleaseAnswer = {
    set: releaseSetAnswer(call, outcome.stored.value),
    refused: refused.map((each) => refusedItem(call, each)),
  };
  return json(answer);
});

/** POST /api/release-sets/:id/remove. */
export const takeFromReleaseWrite = withBody(takeFromReleaseRequest, async (call, body) => {
  const id = idOf(call);
  const items: readonly ItemName[] = [
    ...body.proposals.map((number) => ({
      kind: 'proposal' as const,
      number: canonicalNumber(number),
    })),
    ...body.measures.map((measure) => ({ kind: 'measure' as const, id: measure })),
  ];
  const outcome = await call.deps.releases.takeOut(actorOf(call), { id, seq: body.seq }, items);
  return answerOutcome(call, 'take-from-release', id, outcome);
});

/** POST /api/release-sets/:id/schedule. */
export const scheduleReleaseWrite = withBody(scheduleReleaseRequest, (call, { seq, publishAt }) =>
  change(call, 'schedule-release', seq, (set, act, context) =>
    scheduleRelease(set, publishAt, act, context),
  ),
);

/** POST /api/release-sets/:id/cancel. */
export const cancelReleaseWrite = withBody(cancelReleaseRequest, (call, { seq, reason }) =>
  change(call, 'cancel-release', seq, (set, act, context) =>
    cancelRelease(set, reason, act, context),
  ),
);

/** What can be said about quiet time, by the last part of its path. */
export const quietTimeWords = {
  'ask-quiet-time': askQuietTime,
  'confirm-quiet-time': confirmQuietTime,
  'decline-quiet-time': declineQuietTime,
} as const satisfies Readonly<Record<string, ReleaseCommand>>;

/** POST /api/release-sets/:id/<word>. */
export function quietTimeWrite(word: keyof typeof quietTimeWords) {
  return withBody(seenReleaseRequest, (call, { seq }) =>
    change(call, word, seq, quietTimeWords[word]),
  );
}

/** POST /api/publications/:id/correct. */
export const correctProgressWrite = withBody(
  correctProgressRequest,
  async (call, { version, reason }) => {
    const publicationId = idOf(call);
    const seen = { publicationId, version };
    const outcome = await call.deps.releases.correct(actorOf(call), seen, reason);
    const came = outcome.kind === 'corrected' ? outcome.kind : outcome.refusal.code;
    logAct(call, 'correct-progress', publicationId, came);
    if (outcome.kind === 'refused') {
      const present = publicationAnswer(call, publicationId);
      return refusalAnswer(outcome.refusal, call.locale, present);
    }
    return json(publicationAnswer(call, publicationId) ?? {});
  },
);
