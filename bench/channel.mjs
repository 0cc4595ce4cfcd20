import { createServer } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

const keyId = 'bench';
const tokenHours = 4;

function readText(request) {
  return new Promise((resolve, reject) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.once('error', reject);
    request.once('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
  });
}

/** `/connector/v3/conversations/{id}/activities[/{replyTo}]` → the conversation's id. */
function conversationOf(path) {
  const [, id] = /^\/connector\/v3\/conversations\/([^/]+)\/activities(\/[^/]+)?$/.exec(path) ?? [];
  return id === undefined ? undefined : decodeURIComponent(id);
}

/**
 * The bot channel of the benchmark: key set, tokens, and a connector that takes every message. It is
 * apart from the stand-in because that one keeps Teams' limit of 50 messages a second, and because its
 * signing must not take part in the figures.
 */
export async function openChannel({ appId, issuer }) {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = { ...(await exportJWK(publicKey)), kid: keyId, use: 'sig', alg: 'RS256' };
  const lastMessages = new Map();
  let accepted = 0;
  let origin = '';

  const documents = new Map([
    [
      '/metadata',
      () => ({
        issuer,
        jwks_uri: `${origin}/keys`,
        id_token_signing_alg_values_supported: ['RS256'],
      }),
    ],
    ['/keys', () => ({ keys: [{ ...jwk, endorsements: ['msteams'] }] })],
  ]);

  async function answer(request, response) {
    const text = await readText(request);
    const json = (status, body) => {
      response.writeHead(status, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify(body));
    };
    const document = documents.get(request.url);
    const conversation = request.method === 'POST' ? conversationOf(request.url) : undefined;
    if (document) return json(200, document());
    if (conversation === undefined) return json(404, { error: { code: 'NotFound' } });
    accepted += 1;
    lastMessages.set(conversation, text);
    return json(201, { id: String(accepted) });
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${server.address().port}`;
  const serviceUrl = `${origin}/connector/`;
  const second = Math.floor(Date.now() / 1000);
  const claims = { iss: issuer, aud: appId, serviceurl: serviceUrl, nbf: second };
  const token = await new SignJWT({ ...claims, exp: second + tokenHours * 3600 })
    .setProtectedHeader({ alg: 'RS256', kid: keyId, typ: 'JWT' })
    .sign(privateKey);
  return {
    metadataUrl: `${origin}/metadata`,
    serviceUrl,
    /** Headers of every activity; the channel uses one token for many requests, as the real one does. */
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
    lastMessage: (conversation) => JSON.parse(lastMessages.get(conversation) ?? 'null'),
    accepted: () => accepted,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(resolve);
      }),
  };
}
