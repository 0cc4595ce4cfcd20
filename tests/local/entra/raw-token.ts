import type { StandIn } from '../../../src/local/compose.js';
import { testSettings } from '../frame/test-stand-in.js';

export const tokenForm = {
  grant_type: 'client_credentials',
  client_id: testSettings.appId,
  client_secret: testSettings.appSecret,
  scope: 'https://graph.microsoft.com/.default',
};

export interface TokenAnswer {
  status: number;
  body: {
    access_token: string;
    expires_in: number;
    token_type: string;
    error: string;
    error_codes: number[];
    error_description: string;
    suberror?: string;
    correlation_id: string;
  };
}

/** Posts a form to the token endpoint; members set to undefined are left out. */
export async function askForToken(
  standIn: StandIn,
  changes: Record<string, string | undefined> = {},
  tenant = testSettings.tenantId,
): Promise<TokenAnswer> {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...tokenForm, ...changes })) {
    if (value !== undefined) form.set(name, value);
  }
  const url = `${standIn.origin}/entra/${tenant}/oauth2/v2.0/token?client-request-id=trace-me`;
  const response = await fetch(url, { method: 'POST', body: form });
  return { status: response.status, body: JSON.parse(await response.text()) };
}
