import type { HostApi } from './host-api.js';

/** What a person asks of the API of an app, as a tab asks it; throws with the answer of a refusal. */
export async function callAs<T>(
  [app, host, person]: readonly [app: string, host: HostApi, person: string],
  method: string,
  path: string,
  body?: unknown,
): Promise<T> {
  const response = await fetch(`${app}${path}`, {
    method,
    headers: {
      Authorization: `Bearer ${await host.token(person)}`,
      'Content-Type': 'application/json',
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(`${path}: ${response.status} ${JSON.stringify(answer)}`);
  return answer as T;
}
