import { readProvisionSettings, readSignInSettings } from '../src/provision-settings.js';
import { settingFaultText } from '../src/text/setting-texts.js';

const usable = {
  TENANT_ID: '11111111-1111-4111-8111-11111111111A',
  APP_ID: '22222222-2222-4222-8222-222222222222',
  PROVISION_CLIENT_ID: '33333333-3333-4333-8333-333333333333',
  PROVISION_CLIENT_SECRET: 'a-long-secret',
  LOGIN_ORIGIN: 'https://login.microsoftonline.com',
  GRAPH_BASE_URL: 'https://graph.microsoft.com',
  SITE_HOSTNAME: 'contoso.sharepoint.com',
  SITE_PATH: '/sites/mebuki',
};

function faultsOf(changes: Record<string, string | undefined>): readonly string[] {
  const read = readProvisionSettings({ ...usable, ...changes });
  return 'faults' in read ? read.faults.map((fault) => settingFaultText(fault, 'en')) : [];
}

test('usable settings are read, GUIDs in lower case', () => {
  expect(readProvisionSettings(usable)).toMatchObject({
    settings: {
      tenantId: '11111111-1111-4111-8111-11111111111a',
      credential: { kind: 'secret', secret: 'a-long-secret' },
      sitePath: '/sites/mebuki',
    },
  });
});

test('every fault is told at once, by name and with what to write', () => {
  const faults = faultsOf({
    TENANT_ID: 'contoso',
    APP_ID: '',
    SITE_PATH: 'mebuki',
    PROVISION_CLIENT_SECRET: undefined,
  });
  expect(faults).toEqual([
    expect.stringMatching(/^TENANT_ID is "contoso"\. Write .* a GUID/),
    expect.stringMatching(/^APP_ID /),
    expect.stringMatching(/^SITE_PATH .*\/sites\/mebuki/),
    expect.stringMatching(/^Write either PROVISION_CLIENT_SECRET/),
  ]);
});

test('a secret and a certificate together are refused', () => {
  const paths = { PROVISION_CERTIFICATE_PATH: __filename, PROVISION_CERTIFICATE_KEY_PATH: 'none' };
  expect(faultsOf(paths)).toEqual([
    expect.stringMatching(/^Write either/),
    expect.stringMatching(/^PROVISION_CERTIFICATE_PATH names a file that is not what is meant/),
    expect.stringMatching(/^PROVISION_CERTIFICATE_KEY_PATH names a file that cannot be read/),
  ]);
});

test('addresses of this computer and of the tenant are not mixed', () => {
  expect(faultsOf({ GRAPH_BASE_URL: 'http://127.0.0.1:3979/graph' })).toEqual([
    expect.stringMatching(/^Addresses are mixed: GRAPH_BASE_URL on this computer, LOGIN_ORIGIN/),
  ]);
  expect(faultsOf({ GRAPH_BASE_URL: 'https://graph.example' })).toHaveLength(1);
});

test('a person who signs in needs no credential, and everything else', () => {
  const { PROVISION_CLIENT_SECRET: _secret, ...without } = usable;
  const read = readSignInSettings(without);
  expect(read).toMatchObject({ settings: { clientId: usable.PROVISION_CLIENT_ID } });
  expect('settings' in read && 'credential' in read.settings).toBe(false);
  expect(readSignInSettings({ ...without, SITE_PATH: '' })).toEqual({
    faults: [{ code: 'setting-missing', name: 'SITE_PATH' }],
  });
});
