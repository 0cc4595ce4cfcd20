/** What the app and its commands are told from outside, by name. */
export const settingNames = [
  'HOST',
  'PORT',
  'DATA_DIR',
  'PUBLIC_ORIGIN',
  'TENANT_ID',
  'APP_ID',
  'APP_SECRET',
  'CREDENTIAL_ENDS_ON',
  'APP_CERTIFICATE_PATH',
  'APP_CERTIFICATE_KEY_PATH',
  'APP_ID_URI',
  'TEAMS_APP_ID',
  'LOGIN_ORIGIN',
  'GRAPH_BASE_URL',
  'BOT_OPENID_METADATA_URL',
  'BOT_TOKEN_ISSUER',
  'USER_TOKEN_JWKS_URL',
  'BOT_SERVICE_URLS',
  'CONNECTOR_SERVICE_URL',
  'SITE_HOSTNAME',
  'SITE_PATH',
  'GRAPH_UNITS_PER_MINUTE',
  'CHANGE_NOTIFICATIONS',
  'TEAMS_HOST_ORIGINS',
  'CLOCK_URL',
  'QUIET_HOURS',
  'LOG_LEVEL',
  'PROVISION_CLIENT_ID',
  'PROVISION_CLIENT_SECRET',
  'PROVISION_CERTIFICATE_PATH',
  'PROVISION_CERTIFICATE_KEY_PATH',
] as const;
export type SettingName = (typeof settingNames)[number];

/** Settings whose value is never shown. */
export const secretSettings: readonly SettingName[] = ['APP_SECRET', 'PROVISION_CLIENT_SECRET'];

interface Named {
  readonly name: SettingName;
}

/** What is wrong with the settings; src/text says each in both languages. */
export type SettingFault =
  | ({ readonly code: 'setting-missing' } & Named)
  | ({ readonly code: 'setting-unfit'; readonly value: string } & Named)
  | ({ readonly code: 'secret-unfit' } & Named)
  | { readonly code: 'key-alone' }
  | { readonly code: 'credential-missing' }
  | { readonly code: 'credential-double' }
  | { readonly code: 'provisioning-credential' }
  | ({ readonly code: 'pem-unfit' } & Named)
  | ({ readonly code: 'pem-unreadable' } & Named)
  | {
      readonly code: 'addresses-mixed';
      readonly here: readonly SettingName[];
      readonly elsewhere: readonly SettingName[];
    }
  | ({ readonly code: 'address-unknown'; readonly origin: string } & Named)
  | { readonly code: 'clock-in-tenant' }
  | { readonly code: 'clock-elsewhere' }
  | { readonly code: 'debug-in-tenant' }
  | { readonly code: 'stand-in-secret' }
  | { readonly code: 'certificates-unchecked' }
  | { readonly code: 'server-open' }
  | { readonly code: 'connector-elsewhere' };

/** A fault of one value: it is missing, or does not fit. */
export function valueFault(name: SettingName, value: string | undefined): SettingFault {
  if (value === undefined) return { code: 'setting-missing', name };
  if (secretSettings.includes(name)) return { code: 'secret-unfit', name };
  return { code: 'setting-unfit', name, value };
}
