import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { type CryptoKey, importPKCS8, importSPKI } from 'jose';

/** A pair whose halves sign and check. */
export interface TestPair {
  readonly publicKey: CryptoKey;
  readonly privateKey: CryptoKey;
}

/** Who signs with a key; nobody else does with the same. */
const owners: readonly string[] = ['entra', 'botframework', 'mint', 'channel'];

const made: readonly string[] = JSON.parse(process.env['MEBUKI_TEST_KEYS'] ?? '[]');

const newPem = (): string =>
  generateKeyPairSync('rsa', { modulusLength: 2048 })
    .privateKey.export({ type: 'pkcs8', format: 'pem' })
    .toString();

/** The private key that the run made for somebody, as PEM. */
export const testPem = (owner: string): string => made[owners.indexOf(owner)] ?? newPem();

async function pairOf(pem: string): Promise<TestPair> {
  const spki = createPublicKey(pem).export({ type: 'spki', format: 'pem' }).toString();
  const [publicKey, privateKey] = await Promise.all([
    importSPKI(spki, 'RS256', { extractable: true }),
    importPKCS8(pem, 'RS256', { extractable: true }),
  ]);
  return { publicKey, privateKey };
}

/** The same as a pair. */
export const testPair = (owner: string): Promise<TestPair> => pairOf(testPem(owner));

/** A pair that nobody else has. */
export const newPair = (): Promise<TestPair> => pairOf(newPem());
