import { generate } from 'selfsigned';

/** A private key and the certificate that is its own authority, both PEM. */
export interface TlsCertificate {
  key: string;
  cert: string;
}

/** Makes a certificate for localhost and 127.0.0.1 that is valid for a year. */
export async function createTlsCertificate(keyType: 'ec' | 'rsa' = 'ec'): Promise<TlsCertificate> {
  const made = await generate([{ name: 'commonName', value: 'localhost' }], {
    keyType,
    curve: 'P-256',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'keyUsage', digitalSignature: true, keyCertSign: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  });
  return { key: made.private, cert: made.cert };
}
