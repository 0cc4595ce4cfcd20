import { proposerOnly } from '../../src/domain/audience.js';
import { knownWithinMs } from '../../src/domain/notice-mark.js';
import {
  decideTrack,
  type Proposal,
  releasePublication,
  schedulePublication,
} from '../../src/domain/proposal.js';
import { allowedValue, sampleDecision, secretary } from './sample-proposals.js';
import { newWorld, startProcess, type World } from './telling-world.js';

export const minuteMs = 60_000;
export const dayMs = 86_400_000;

/** Publishes the decision once more, to the proposer alone. */
export function publishAgain(proposal: Proposal, at: number): Proposal {
  const act = { by: secretary, at };
  const decided = allowedValue(decideTrack(proposal, sampleDecision, act));
  const scheduled = allowedValue(schedulePublication(decided, act));
  const later = { by: secretary, at: at + 10_000 };
  const audience = proposerOnly(proposal.proposer.personId, later.at);
  return allowedValue(releasePublication(scheduled, () => audience, later));
}

/** An office that told its three notices, and has known for a while that it did. */
export async function toldWorld(): Promise<World> {
  const world = newWorld();
  const teller = startProcess(world, 'one');
  await teller.sweep();
  world.now += knownWithinMs + minuteMs;
  await teller.sweep();
  expect(world.sends).toHaveLength(3);
  return world;
}
