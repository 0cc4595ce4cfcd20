import { generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';

const howMany = 4;

/** Making a key takes as long as many tests, so a run makes a few for all of its files. Named in jest's settings. */
export default async function makeKeys(): Promise<void> {
  const keys = Array.from({ length: howMany }, async () => {
    const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
    return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  });
  process.env['MEBUKI_TEST_KEYS'] = JSON.stringify(await Promise.all(keys));
}
