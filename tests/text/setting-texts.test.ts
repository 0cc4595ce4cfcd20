import { type SettingFault, settingNames } from '../../src/domain/health/setting-fault.js';
import { settingFaultInBoth, settingFaultText } from '../../src/text/setting-texts.js';

const each: { readonly [C in SettingFault['code']]: Extract<SettingFault, { code: C }> } = {
  'setting-missing': { code: 'setting-missing', name: 'DATA_DIR' },
  'setting-unfit': { code: 'setting-unfit', name: 'PORT', value: '70000' },
  'secret-unfit': { code: 'secret-unfit', name: 'APP_SECRET' },
  'key-alone': { code: 'key-alone' },
  'credential-missing': { code: 'credential-missing' },
  'credential-double': { code: 'credential-double' },
  'provisioning-credential': { code: 'provisioning-credential' },
  'pem-unfit': { code: 'pem-unfit', name: 'APP_CERTIFICATE_PATH' },
  'pem-unreadable': { code: 'pem-unreadable', name: 'PROVISION_CERTIFICATE_KEY_PATH' },
  'addresses-mixed': {
    code: 'addresses-mixed',
    here: ['LOGIN_ORIGIN'],
    elsewhere: ['GRAPH_BASE_URL', 'PUBLIC_ORIGIN'],
  },
  'address-unknown': {
    code: 'address-unknown',
    name: 'GRAPH_BASE_URL',
    origin: 'https://graph.example',
  },
  'clock-in-tenant': { code: 'clock-in-tenant' },
  'clock-elsewhere': { code: 'clock-elsewhere' },
  'debug-in-tenant': { code: 'debug-in-tenant' },
  'stand-in-secret': { code: 'stand-in-secret' },
  'certificates-unchecked': { code: 'certificates-unchecked' },
  'server-open': { code: 'server-open' },
  'connector-elsewhere': { code: 'connector-elsewhere' },
};

test.each(Object.values(each))('$code is said in both languages, with what to do', (fault) => {
  const [ja, en] = [settingFaultText(fault, 'ja'), settingFaultText(fault, 'en')];
  expect(ja).toMatch(/[ぁ-ん].*ください。|[ぁ-ん].*使います。$/);
  expect(en).toMatch(/^[\x20-\x7e]+\.$/);
  expect(settingFaultInBoth(fault)).toBe(`${ja}\n  ${en}`);
  if ('name' in fault) expect([ja, en].every((said) => said.startsWith(fault.name))).toBe(true);
});

test.each(settingNames)('%s says in both languages what is to be written', (name) => {
  const missing = { code: 'setting-missing', name } as const;
  expect(settingFaultText(missing, 'ja')).toMatch(/を書いてください。$/);
  expect(settingFaultText(missing, 'en')).toMatch(/^[A-Z_]+ is missing\. Write .{3,}\.$/);
});
