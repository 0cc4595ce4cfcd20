// Run by msal.test.ts with the certificate of the stand-in trusted.
import { ConfidentialClientApplication } from '@azure/msal-node';

const { ENTRA_ORIGIN, TENANT_ID, CLIENT_ID, CLIENT_SECRET } = process.env;

const application = new ConfidentialClientApplication({
  auth: {
    clientId: CLIENT_ID,
    clientSecret: CLIENT_SECRET,
    authority: `${ENTRA_ORIGIN}/entra/${TENANT_ID}/v2.0`,
    knownAuthorities: [new URL(ENTRA_ORIGIN).host],
  },
  system: { protocolMode: 'OIDC' },
});
const answer = await application.acquireTokenByClientCredential({
  scopes: ['https://graph.microsoft.com/.default'],
});
process.stdout.write(
  JSON.stringify({ tokenType: answer.tokenType, hasToken: answer.accessToken !== '' }),
);
