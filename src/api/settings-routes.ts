import {
  type MissedNoticesAnswer,
  type MySettingsAnswer,
  mySettingsRequest,
  seenMissedRequest,
} from '../contract/settings-answers.js';
import { choicesOf } from '../domain/preference.js';
import { publishedHead } from '../domain/published-view.js';
import { missedNotices } from '../usecases/missed-notices.js';
import { publishedSurroundings } from '../usecases/published-surroundings.js';
import { json } from './answer.js';
import type { Read, StaffCall, Write } from './call.js';
import { refusalAnswer } from './refusal-answer.js';
import { withBody } from './with-body.js';

function settingsNow({ deps, person }: StaffCall): MySettingsAnswer {
  return choicesOf(deps.register.preference(person.personId)?.value);
}

/** GET /api/my-settings 設定. */
export const answerMySettings: Read = (call) => json(settingsNow(call));

/** POST /api/my-settings: all of them at once, as they are shown. */
export const writeMySettings: Write = withBody(mySettingsRequest, async (call, choices) => {
  const { deps, person, locale } = call;
  const kept = await deps.keepPreference(person.personId, choices);
  const outcome = kept ? 'kept' : 'changed-meanwhile';
  deps.logger.info({ act: 'keep-settings', personId: person.personId, outcome }, 'act');
  return kept ? json(settingsNow(call)) : refusalAnswer({ code: 'changed-meanwhile' }, locale);
});

/** GET /api/my-missed-notices 届かなかった通知. */
export const answerMissedNotices: Read = ({ deps, person }) => {
  const { register } = deps;
  const { notices, through } = missedNotices(deps, person.personId);
  const around = publishedSurroundings(register);
  const answer: MissedNoticesAnswer = {
    notices: notices.map(({ proposal, at, isCertain }) => {
      const { number, content, status } = publishedHead(proposal, around);
      return { number, title: content.title, status, at, isCertain };
    }),
    ...(through !== undefined && { through }),
  };
  return json(answer);
};

/** POST /api/my-missed-notices/seen: what was shown is not shown again; never further than what there is. */
export const writeSeenMissed: Write = withBody(seenMissedRequest, async (call, { through }) => {
  const { deps, person } = call;
  const { personId } = person;
  const latest = missedNotices(deps, personId).through;
  if (latest !== undefined) {
    const seen = deps.register.preference(personId)?.value.missedSeenThrough ?? 0;
    const missedSeenThrough = Math.max(seen, Math.min(through, latest));
    await deps.keepPreference(personId, { missedSeenThrough });
  }
  return answerMissedNotices(call);
});
