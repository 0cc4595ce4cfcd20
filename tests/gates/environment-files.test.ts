import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { readProvisionSettings } from '../../src/provision-settings.js';
import { readSettings } from '../../src/settings.js';

const root = join(__dirname, '..', '..');
const read = (name: string) => parseEnv(readFileSync(join(root, 'env', name), 'utf8'));

const tenantId = '0b1d5c6e-94a7-4f3d-8e21-c7f60a95d834';
const appId = '5e2f8a90-17bc-4d46-a3e8-92c0d7b6f415';

/** What somebody fills in who installs the app in a tenant. */
const filledIn = {
  AZURE_SUBSCRIPTION_ID: tenantId,
  AZURE_RESOURCE_GROUP_NAME: 'mebuki',
  RESOURCE_SUFFIX: 'example',
  PUBLIC_ORIGIN: 'https://mebuki.example.jp',
  PUBLIC_DOMAIN: 'mebuki.example.jp',
  TENANT_ID: tenantId,
  APP_ID: appId,
  APP_ID_URI: `api://mebuki.example.jp/botid-${appId}`,
  TEAMS_APP_ID: appId,
  PROVISION_CLIENT_ID: appId,
  USER_TOKEN_JWKS_URL: `https://login.microsoftonline.com/${tenantId}/discovery/v2.0/keys`,
  SITE_HOSTNAME: 'example.sharepoint.com',
};
const mayStayEmpty = [
  'APP_CERTIFICATE_PATH',
  'APP_CERTIFICATE_KEY_PATH',
  'CREDENTIAL_ENDS_ON',
  'GRAPH_UNITS_PER_MINUTE',
  'TEAMS_HOST_ORIGINS',
];

describe('the environment files', () => {
  test('.env.local starts the app as it stands', () => {
    expect(readSettings(read('.env.local'))).toHaveProperty('settings.appId');
  });

  test('.env.local provisions the lists as it stands', () => {
    expect(readProvisionSettings(read('.env.local'))).toHaveProperty('settings');
  });

  test.each(['.env.dev', '.env.prod'])(
    '%s starts the app once its empty values are filled',
    (name) => {
      const environment = read(name);
      const empty = Object.keys(environment).filter((key) => environment[key] === '');
      const toFill = empty.filter((key) => !mayStayEmpty.includes(key));
      expect(toFill.sort()).toEqual(Object.keys(filledIn).sort());
      const secret = { APP_SECRET: 'Kq7~made-up-for-this' };
      expect(readSettings({ ...environment, ...filledIn, ...secret })).toHaveProperty(
        'settings.publicOrigin',
        'https://mebuki.example.jp',
      );
    },
  );

  test.each(['.env.dev', '.env.prod'])('%s names no secret', (name) => {
    expect(Object.keys(read(name)).filter((key) => /SECRET|PASSWORD/.test(key))).toEqual([]);
  });

  test('no other file is there to be committed by mistake', () => {
    const committed = readdirSync(join(root, 'env')).filter((name) => !name.endsWith('.user'));
    expect(committed.sort()).toEqual(['.env.dev', '.env.local', '.env.prod']);
  });
});
