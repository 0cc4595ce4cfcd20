import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
} from 'node:crypto';
import type { Random } from '../random.js';
import type { State } from '../state.js';

interface StoredKey {
  kid: string;
  pem: string;
}

/** An RSA key that signs tokens and its public half as published. */
export interface SigningKey {
  kid: string;
  privateKey: KeyObject;
  publicKey: KeyObject;
  /** Public key as JSON Web Key, with `kid`, `use` and `alg`. */
  jwk: Record<string, unknown>;
}

/** Makes the private key of the given name, as PEM. */
export type MakeKey = (name: string) => string;

const makeRsaKey: MakeKey = () =>
  generateKeyPairSync('rsa', { modulusLength: 2048 })
    .privateKey.export({ type: 'pkcs8', format: 'pem' })
    .toString();

/** The key of the given name; made once and kept, so that caches of key sets stay valid. */
export function openSigningKey(
  state: State,
  random: Random,
  name: string,
  makeKey: MakeKey = makeRsaKey,
): SigningKey {
  const stored = state.collection<StoredKey>('signing-keys');
  let kept = stored.get(name);
  if (kept === undefined) {
    kept = { kid: random.guid().replaceAll('-', ''), pem: makeKey(name) };
    stored.set(name, kept);
  }
  const privateKey = createPrivateKey(kept.pem);
  const publicKey = createPublicKey(privateKey);
  return {
    kid: kept.kid,
    privateKey,
    publicKey,
    jwk: { ...publicKey.export({ format: 'jwk' }), kid: kept.kid, use: 'sig', alg: 'RS256' },
  };
}
