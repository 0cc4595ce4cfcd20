import type { LocalDeps } from '../../deps.js';
import { GraphFault } from '../graph-fault.js';

const failed = (reason: string) =>
  new GraphFault(400, 'ValidationError', `Subscription validation request ${reason}`);

async function readAnswer(
  url: URL,
  patience: AbortSignal,
): Promise<{ status: number; type: string; text: string }> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
    redirect: 'manual',
    signal: patience,
  });
  const type = answer.headers.get('content-type') ?? '';
  return { status: answer.status, type, text: await answer.text() };
}

/**
 * Asks an address whether it wants to be told: it must give the token back, decoded, as plain
 * text and in time (facts: graph-sharepoint.md §7). Refuses with 400 otherwise.
 */
export async function shakeHands({ profile, random }: LocalDeps, address: string): Promise<void> {
  const requestId = random.guid();
  // Recorded form of the token: with spaces and a colon, so that decoding it matters.
  const token = `Validation: Testing client application reachability for subscription Request-Id: ${requestId}`;
  const url = new URL(address);
  url.searchParams.set('validationToken', token);
  const patience = AbortSignal.timeout(profile.current().handshakeMs);
  const answer = await readAnswer(url, patience).catch(() => {
    throw failed(patience.aborted ? 'timed out.' : 'failed. The endpoint cannot be reached.');
  });
  if (answer.status !== 200) {
    throw failed('failed. Notification endpoint must respond with 200 OK to validation request.');
  }
  if (!answer.type.toLowerCase().startsWith('text/plain') || answer.text !== token) {
    throw failed('failed. Response must exactly match validationToken query parameter.');
  }
}
