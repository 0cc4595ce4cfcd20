import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Environment, isAddress } from '../../src/origin-rule.js';
import { readSettings, type Settings } from '../../src/settings.js';
import { settingFaultText } from '../../src/text/setting-texts.js';

const guid = '5e2f8a90-17bc-4d46-a3e8-92c0d7b6f415';

/** Everything on this computer. */
const here: Environment = {
  PORT: '4101',
  DATA_DIR: '.data',
  PUBLIC_ORIGIN: 'http://127.0.0.1:4101',
  TENANT_ID: guid,
  APP_ID: guid.toUpperCase(),
  APP_SECRET: 'local-only-secret',
  APP_ID_URI: `api://127.0.0.1:4101/botid-${guid}`,
  TEAMS_APP_ID: guid,
  LOGIN_ORIGIN: 'http://127.0.0.1:4102/entra',
  GRAPH_BASE_URL: 'http://127.0.0.1:4102/graph',
  BOT_OPENID_METADATA_URL: 'http://localhost:4102/botframework/openidconfiguration',
  BOT_TOKEN_ISSUER: 'https://api.botframework.com',
  USER_TOKEN_JWKS_URL: 'http://127.0.0.1:4102/entra/keys',
  BOT_SERVICE_URLS: 'http://127.0.0.1:4102/connector/',
  CONNECTOR_SERVICE_URL: 'http://127.0.0.1:4102/connector/',
  SITE_HOSTNAME: 'demo.sharepoint.example',
  SITE_PATH: '/sites/mebuki',
  TEAMS_HOST_ORIGINS: 'http://127.0.0.1:4102,http://localhost:4102',
  CLOCK_URL: 'http://127.0.0.1:4102/control/clock',
  QUIET_HOURS: 'off',
};

/** Everything in a tenant. */
const tenant: Environment = {
  ...here,
  HOST: '0.0.0.0',
  PUBLIC_ORIGIN: 'https://mebuki.example.jp',
  APP_SECRET: 'Kq7~made-up-for-this',
  LOGIN_ORIGIN: 'https://login.microsoftonline.com',
  GRAPH_BASE_URL: 'https://graph.microsoft.com',
  BOT_OPENID_METADATA_URL: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
  USER_TOKEN_JWKS_URL: `https://login.microsoftonline.com/${guid}/discovery/v2.0/keys`,
  BOT_SERVICE_URLS: 'https://smba.trafficmanager.net/jp/,https://smba.trafficmanager.net/teams/',
  CONNECTOR_SERVICE_URL: 'https://smba.trafficmanager.net/teams/',
  TEAMS_HOST_ORIGINS: '',
  CLOCK_URL: undefined,
  QUIET_HOURS: '20:00-08:00',
};

function settingsOf(environment: Environment): Settings {
  const read = readSettings(environment);
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  return read.settings;
}

function faultsOf(environment: Environment): readonly string[] {
  const read = readSettings(environment);
  return 'faults' in read ? read.faults.map((fault) => settingFaultText(fault, 'en')) : [];
}

describe('settings', () => {
  test('on this computer are read with their defaults', () => {
    expect(settingsOf(here)).toMatchObject({
      host: '127.0.0.1',
      port: 4101,
      appId: guid,
      credential: { kind: 'secret', secret: 'local-only-secret' },
      botServiceUrls: ['http://127.0.0.1:4102/connector/'],
      teamsHostOrigins: ['http://127.0.0.1:4102', 'http://localhost:4102'],
      clockUrl: 'http://127.0.0.1:4102/control/clock',
      logLevel: 'info',
    });
    expect(settingsOf(here)).not.toHaveProperty('quietHours');
  });

  test('of a tenant are read, without clock and with quiet hours', () => {
    const settings = settingsOf(tenant);
    expect(settings.quietHours).toEqual({ from: 20 * 60, to: 8 * 60 });
    expect(settings.teamsHostOrigins).toEqual([]);
    expect(settings).not.toHaveProperty('clockUrl');
  });

  test('that are all missing are all named at once', () => {
    const withDefault = ['PORT', 'TEAMS_HOST_ORIGINS', 'CLOCK_URL'];
    const required = Object.keys(here).filter((name) => !withDefault.includes(name));
    const named = faultsOf({}).map((fault) => fault.split(' ')[0]);
    expect(named.sort()).toEqual(required.sort());
  });

  test.each(
    Object.entries({
      HOST: 'not a host',
      PORT: '70000',
      DATA_DIR: '   ',
      PUBLIC_ORIGIN: 'http://127.0.0.1:4101/path',
      TENANT_ID: 'common',
      APP_ID: '00000000-0000-0000-0000-000000000000',
      APP_ID_URI: 'https://mebuki.example.jp',
      TEAMS_APP_ID: 'mebuki',
      LOGIN_ORIGIN: 'login.microsoftonline.com',
      GRAPH_BASE_URL: 'http://user@127.0.0.1:4102/graph',
      BOT_OPENID_METADATA_URL: 'file:///etc/keys',
      BOT_TOKEN_ISSUER: 'api.botframework.com',
      USER_TOKEN_JWKS_URL: 'http://127.0.0.1:4102/keys?x=1',
      BOT_SERVICE_URLS: ',',
      CONNECTOR_SERVICE_URL: 'http://127.0.0.1:4102/a/../connector/',
      SITE_HOSTNAME: 'https://contoso.sharepoint.com',
      SITE_PATH: 'mebuki',
      TEAMS_HOST_ORIGINS: '127.0.0.1:4102',
      CLOCK_URL: 'now',
      CHANGE_NOTIFICATIONS: 'yes',
      QUIET_HOURS: '20-8',
      LOG_LEVEL: 'trace',
    }),
  )('%s written as "%s" is one fault that quotes it or says what to write', (name, value) => {
    const faults = faultsOf({ ...here, [name]: value }).filter((fault) => fault.startsWith(name));
    expect(faults[0]).toMatch(/ Write .+\.$/);
  });

  test('several faults stand beside each other', () => {
    const faults = faultsOf({ ...here, PORT: 'x', SITE_PATH: 'x', QUIET_HOURS: undefined });
    expect(faults.map((fault) => fault.split(' ')[0])).toEqual([
      'PORT',
      'SITE_PATH',
      'QUIET_HOURS',
    ]);
  });
});

test('change notifications are off unless they are asked for', () => {
  const isOn = (value?: string) =>
    settingsOf({ ...tenant, CHANGE_NOTIFICATIONS: value }).changeNotifications;
  expect([isOn(), isOn('off'), isOn('on')]).toEqual([false, false, true]);
});

describe('the secret', () => {
  test.each([' ', '\t\n        ', 'Kq7~', '<client secret>', '{APP_SECRET}', 'changeme-please'])(
    'written as "%s" is refused and not repeated',
    (secret) => {
      const [fault] = faultsOf({ ...here, APP_SECRET: secret });
      expect(fault).toMatch(/^APP_SECRET cannot be used/);
      if (secret.trim().length > 1) expect(fault).not.toContain(secret);
    },
  );

  test('with blanks around it is refused', () => {
    expect(faultsOf({ ...here, APP_SECRET: ' Kq7~made-up ' })).toHaveLength(1);
  });

  test('of the stand-in is refused in a tenant', () => {
    expect(faultsOf({ ...tenant, APP_SECRET: 'local-only-secret' })).toEqual([
      'APP_SECRET is the one of the stand-in. Write the one of the app registration.',
    ]);
  });

  test('beside a certificate is one too many', () => {
    const faults = faultsOf({ ...here, APP_CERTIFICATE_PATH: '/nowhere/app.pem' });
    expect(faults).toEqual([
      'APP_SECRET and APP_CERTIFICATE_PATH are both set. Take one of them out.',
      'APP_CERTIFICATE_PATH names a file that cannot be read. Write the path of a PEM file.',
      'APP_CERTIFICATE_KEY_PATH names a file that cannot be read. Write the path of a PEM file.',
    ]);
  });

  test('can be a certificate with its key, read from files', () => {
    const folder = mkdtempSync(join(tmpdir(), 'mebuki-settings-'));
    const certificate = '-----BEGIN CERTIFICATE-----\n';
    const privateKey = '-----BEGIN PRIVATE KEY-----\n';
    writeFileSync(join(folder, 'app.pem'), certificate);
    writeFileSync(join(folder, 'app.key'), privateKey);
    const files = {
      APP_CERTIFICATE_PATH: join(folder, 'app.pem'),
      APP_CERTIFICATE_KEY_PATH: join(folder, 'app.key'),
    };
    const environment = { ...here, ...files, APP_SECRET: '' };
    expect(settingsOf(environment).credential).toEqual({
      kind: 'certificate',
      certificate,
      privateKey,
    });
    const swapped = { ...environment, APP_CERTIFICATE_PATH: files.APP_CERTIFICATE_KEY_PATH };
    expect(faultsOf(swapped)[0]).toContain('is not what is meant');
    rmSync(folder, { recursive: true });
  });
});

describe('the origin rule', () => {
  test.each(Object.keys(tenant).filter((name) => /URL|ORIGIN$|ORIGINS$/.test(name)))(
    'a tenant with %s on this computer does not start',
    (name) => {
      const value = here[name];
      expect(faultsOf({ ...tenant, [name]: value }).join()).toMatch(
        name === 'CLOCK_URL' ? /CLOCK_URL is for/ : /Addresses are mixed/,
      );
    },
  );

  test.each(Object.keys(here).filter((name) => /URLS?$|_ORIGIN$/.test(name)))(
    'a computer of its own with %s elsewhere does not start',
    (name) => {
      const value = name === 'CLOCK_URL' ? 'https://clock.example.jp' : tenant[name];
      expect(faultsOf({ ...here, [name]: value }).join()).toMatch(/mixed|not on this computer/);
    },
  );

  test('a server open to the network beside services on this computer does not start', () => {
    expect(faultsOf({ ...here, HOST: '0.0.0.0' })).toEqual([
      'HOST is open to the network while all addresses are on this computer. Write 127.0.0.1.',
    ]);
  });

  test.each([
    ['LOGIN_ORIGIN', 'https://login.microsoftonline.com.evil.example'],
    ['GRAPH_BASE_URL', 'http://graph.microsoft.com'],
    ['GRAPH_BASE_URL', 'https://graph.microsoft.com:8443'],
    ['USER_TOKEN_JWKS_URL', 'https://evil.example/keys'],
    ['BOT_OPENID_METADATA_URL', 'https://graph.microsoft.com/keys'],
    ['BOT_SERVICE_URLS', 'https://smba.trafficmanager.net/teams/,https://x.trafficmanager.net/'],
    ['CONNECTOR_SERVICE_URL', 'https://smba.trafficmanager.net.evil.example/teams/'],
    ['TEAMS_HOST_ORIGINS', 'https://evil.example'],
    ['PUBLIC_ORIGIN', 'http://mebuki.example.jp'],
  ])('%s = %s is refused in a tenant', (name, value) => {
    expect(faultsOf({ ...tenant, [name]: value }).join()).toContain(`${name} `);
  });

  test.each(['https://*.cloud.microsoft', 'https://teams.microsoft.com'])(
    '%s may frame the tabs in a tenant',
    (origin) => {
      expect(settingsOf({ ...tenant, TEAMS_HOST_ORIGINS: origin }).teamsHostOrigins).toEqual([
        origin,
      ]);
    },
  );

  test('messages go only where senders are accepted from', () => {
    const elsewhere = 'https://smba.trafficmanager.net/jpx/';
    expect(faultsOf({ ...tenant, CONNECTOR_SERVICE_URL: elsewhere })).toEqual([
      'CONNECTOR_SERVICE_URL lies under none of BOT_SERVICE_URLS. Write one of them.',
    ]);
  });

  test('a debug log and an unchecked certificate are refused in a tenant', () => {
    const faults = faultsOf({ ...tenant, LOG_LEVEL: 'debug', NODE_TLS_REJECT_UNAUTHORIZED: '0' });
    expect(faults.map((fault) => fault.split(' ')[0])).toEqual([
      'LOG_LEVEL',
      'NODE_TLS_REJECT_UNAUTHORIZED',
    ]);
  });

  test.each(['http://0x7f.1/', 'http://127.0.0.1:80/a/../b', 'http://a@b/', 'http://h\u0456.jp/'])(
    '%s is no plain address',
    (text) => {
      expect(isAddress(text)).toBe(false);
    },
  );
});
