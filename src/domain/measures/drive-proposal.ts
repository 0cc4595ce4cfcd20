import type { Act } from '../act.js';
import type { ActContext } from '../act-context.js';
import { confirm, declineConfirmation } from '../commands/confirm.js';
import { partlyRealise } from '../commands/partly-realise.js';
import { proposeRealised } from '../commands/propose-realised.js';
import { startWork } from '../commands/start-work.js';
import { civilDateOf } from '../instant.js';
import { heldRoles } from '../member.js';
import type { Proposal } from '../proposal.js';
import { schedulePublication } from '../publication.js';
import { publishedLinks } from '../published-links.js';
import { allowed, type Result, refused } from '../result.js';
import { causeOf, type Drive, wasDriven } from './drive.js';
import { askCauses, waitsBecauseOf } from './drive-targets.js';
import { type Measure, publishedVersion } from './measure.js';

interface Driving {
  readonly measure: Measure;
  readonly drive: Drive;
  readonly act: Act;
  readonly context: ActContext;
}

/** What must have begun before it can be partly realised: begun on the same day, with the measure as first action. */
function begun(proposal: Proposal, { measure, drive, act, context }: Driving): Result<Proposal> {
  if (proposal.status !== 'decided') return allowed(proposal);
  const firstAction = publishedVersion(measure)?.state.content.title ?? measure.content.title;
  const startedOn = drive.realisedOn ?? '';
  return startWork(proposal, { startedOn, firstAction }, act, context);
}

function ask(proposal: Proposal, driving: Driving): Result<Proposal> {
  const { measure, drive, act, context } = driving;
  const links = publishedLinks(proposal, context);
  if (!links.some(({ measureId }) => measureId === measure.id)) {
    return refused({ code: 'no-published-measure' });
  }
  if (links.some(({ coverage }) => coverage === 'whole')) {
    return proposeRealised(proposal, { realisedOn: drive.realisedOn ?? '' }, act, context);
  }
  const started = begun(proposal, driving);
  return started.ok ? partlyRealise(started.value, {}, act, context) : started;
}

function answer(proposal: Proposal, { measure, drive, act, context }: Driving): Result<Proposal> {
  if (!waitsBecauseOf(proposal, askCauses(measure.id, measure.drives))) {
    return refused({ code: 'nothing-to-confirm' });
  }
  return drive.step === 'confirm'
    ? confirm(proposal, {}, act, context)
    : declineConfirmation(proposal, { reason: drive.reason ?? '' }, act, context);
}

/**
 * What a drive makes of one proposal, in the name of the person who asked for it and under the same rules as if that
 * person did it there now: a role that was taken away meanwhile counts no more (domain 7). The entry names the drive as
 * its cause, so that a second run changes nothing.
 */
export function driveProposal(
  measure: Measure,
  drive: Drive,
  proposal: Proposal,
  at: number,
  context: ActContext,
): Result<Proposal> {
  const cause = causeOf(measure.id, drive);
  if (wasDriven(proposal, cause)) return refused({ code: 'already-driven' });
  const roles = heldRoles(context.members, drive.by.id, civilDateOf(at));
  const isOwnIdea = (proposalId: string) => context.isIdeaOf(proposalId, drive.by.id);
  const act: Act = { by: drive.by, roles, isOwnIdea, at, cause };
  const driving: Driving = { measure, drive, act, context };
  switch (drive.step) {
    case 'ask':
      return ask(proposal, driving);
    case 'publish':
      return schedulePublication(proposal, act, context);
    default:
      return answer(proposal, driving);
  }
}
