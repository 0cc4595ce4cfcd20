import type { LocalClock } from '../clock.js';
import { type ClaimOverrides, lifetime, signClaims } from '../entra/entra-tokens.js';
import { type MakeKey, openSigningKey, type SigningKey } from '../entra/signing-keys.js';
import type { Random } from '../random.js';
import type { LocalSettings } from '../settings.js';
import type { State } from '../state.js';

/** Signs what the channel sends to the bot. */
export interface InboundTokens {
  key: SigningKey;
  /**
   * Token for one activity; `serviceUrl` must equal the activity's. Further members replace
   * claims, `undefined` leaves one out.
   */
  sign(claims: { serviceUrl: string } & ClaimOverrides): Promise<string>;
}

/** The signer of the bot channel, issuer https://api.botframework.com. */
export function createInboundTokens(options: {
  settings: LocalSettings;
  state: State;
  clock: LocalClock;
  random: Random;
  makeKey?: MakeKey | undefined;
}): InboundTokens {
  const key = openSigningKey(options.state, options.random, 'botframework', options.makeKey);
  return {
    key,
    sign: ({ serviceUrl, ...overrides }) =>
      signClaims(key, {
        iss: 'https://api.botframework.com',
        aud: options.settings.appId,
        serviceurl: serviceUrl,
        ...lifetime(options.clock, 3600),
        ...overrides,
      }),
  };
}
