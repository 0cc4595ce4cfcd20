// The least a bot of this SDK costs: restify and one reply per turn. Inbound tokens are validated by
// the SDK itself; the outbound token is a fixed text, because there is none to fetch.
//   BOT_OPENID_METADATA_URL, BOT_TOKEN_ISSUER, APP_ID, TENANT_ID

import botbuilder from 'botbuilder';
import restify from 'restify';

const { CloudAdapter, ConfigurationBotFrameworkAuthentication } = botbuilder;
const { APP_ID, TENANT_ID, BOT_OPENID_METADATA_URL, BOT_TOKEN_ISSUER } = process.env;

const authentication = new ConfigurationBotFrameworkAuthentication(
  {
    MicrosoftAppId: APP_ID,
    MicrosoftAppTenantId: TENANT_ID,
    MicrosoftAppType: 'SingleTenant',
    // If one of these is set the SDK takes all of them as given, without defaults: so all are set.
    ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/tenant',
    ToChannelFromBotOAuthScope: BOT_TOKEN_ISSUER,
    ToBotFromChannelTokenIssuer: BOT_TOKEN_ISSUER,
    OAuthUrl: BOT_TOKEN_ISSUER,
    ToBotFromChannelOpenIdMetadataUrl: BOT_OPENID_METADATA_URL,
    ToBotFromEmulatorOpenIdMetadataUrl: BOT_OPENID_METADATA_URL,
    CallerId: 'urn:botframework:azure',
    ValidateAuthority: 'true',
  },
  {
    isValidAppId: async (candidate) => candidate === APP_ID,
    isAuthenticationDisabled: async () => false,
    createCredentials: async () => ({
      signRequest: async (request) => {
        request.headers.set('Authorization', 'Bearer fixed');
        return request;
      },
    }),
  },
);
const adapter = new CloudAdapter(authentication);
adapter.onTurnError = async (_context, fault) => {
  console.error(fault);
};

const server = restify.createServer({ name: '' });
server.use(restify.plugins.bodyParser({ mapParams: false }));
server.post('/api/messages', async (request, response) => {
  await adapter.process(request, response, async (context) => {
    await context.sendActivity(context.activity.text);
  });
});
server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));
