import type { Finding } from '../domain/health/finding.js';

const timeoutMs = 10_000;

/** An activity that is whole and comes from nobody: what refuses it is the check of its sender. */
const fromNobody = (serviceUrl: string) => ({
  type: 'event',
  id: 'health',
  channelId: 'msteams',
  serviceUrl,
  from: { id: 'health' },
  recipient: { id: 'health' },
  conversation: { id: 'health' },
});

/** Whether the address that Bot Service calls answers, and refuses who brings no token. */
export async function examineEndpoint(
  publicOrigin: string,
  serviceUrl: string,
): Promise<readonly Finding[]> {
  const address = `${publicOrigin}/api/messages`;
  try {
    const { status } = await fetch(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(fromNobody(serviceUrl)),
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    return status === 401 || status === 403
      ? [{ code: 'bot-endpoint-guarded', address }]
      : [{ code: 'bot-endpoint-strange', address, status }];
  } catch (fault) {
    const cause = fault instanceof Error ? (fault.cause ?? fault) : fault;
    const said = cause instanceof Error ? cause.message : String(cause);
    return [{ code: 'bot-endpoint-unreachable', address, said }];
  }
}
