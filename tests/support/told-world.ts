import { knownWithinMs } from '../../src/domain/notice-mark.js';
import { theSystem } from '../../src/domain/person.js';
import type { Proposal } from '../../src/domain/proposal.js';
import { releasePublication } from '../../src/domain/publication.js';
import {
  after,
  allowedValue,
  sampleContext,
  sampleDecisionForm,
  secretaryAct,
} from './sample-proposals.js';
import { newWorld, startProcess, type World } from './telling-world.js';

export const minuteMs = 60_000;
export const dayMs = 86_400_000;

/** Publishes a changed decision, to the proposer alone. */
export function publishAgain(proposal: Proposal, at: number): Proposal {
  const act = { ...secretaryAct, at };
  const reason = `理由を書き直しました。これで${proposal.trail.length}件目の経過です。`;
  const decided = after(proposal, 'decide-track', { ...sampleDecisionForm, reason }, act);
  const scheduled = after(decided, 'publish', {}, act);
  const later = { by: theSystem, at: at + 10_000 };
  const nobodyElse = { ...sampleContext, channelMap: [] };
  return allowedValue(releasePublication(scheduled, later, nobodyElse));
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
