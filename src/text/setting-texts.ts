import type { Locale } from '../domain/conversation.js';
import type { SettingFault, SettingName } from '../domain/health/setting-fault.js';

interface Said {
  readonly ja: string;
  readonly en: string;
}

const guid = (ja: string, en: string): Said => ({ ja: `${ja}（GUID）`, en: `${en}, a GUID` });
const address = (example: string): Said => ({
  ja: `アドレス（例 ${example}）`,
  en: `an address such as ${example}`,
});
const pem: Said = { ja: 'PEM ファイルのパス', en: 'the path of a PEM file' };

/** What is to be written for each setting. */
const wanted: Readonly<Record<SettingName, Said>> = {
  HOST: {
    ja: '待ち受けるアドレス（例 127.0.0.1）',
    en: 'the address to listen on, such as 127.0.0.1',
  },
  PORT: { ja: '0〜65535 のポート番号', en: 'a port from 0 to 65535' },
  DATA_DIR: {
    ja: 'プロセスが終わっても残るフォルダー',
    en: 'a folder that outlives the process',
  },
  PUBLIC_ORIGIN: {
    ja: 'Teams からアプリに届くオリジン（例 https://mebuki.example.jp。パスは付けない）',
    en: 'the origin under which Teams reaches the app, without a path',
  },
  TENANT_ID: guid('Entra テナントの ID', 'the id of the Entra tenant'),
  APP_ID: guid('アプリ登録のクライアント ID', 'the client id of the app registration'),
  APP_SECRET: {
    ja: 'アプリ登録のクライアントシークレット',
    en: 'the client secret of the app registration',
  },
  CREDENTIAL_ENDS_ON: {
    ja: 'シークレットの最終日（YYYY-MM-DD）',
    en: 'the last day of the secret as YYYY-MM-DD',
  },
  APP_CERTIFICATE_PATH: pem,
  APP_CERTIFICATE_KEY_PATH: pem,
  APP_ID_URI: {
    ja: 'アプリケーション ID の URI（例 api://ホスト名/botid-アプリの ID）',
    en: 'the application id URI, such as api://host/botid-{APP_ID}',
  },
  TEAMS_APP_ID: guid('アプリ パッケージの ID', 'the id of the app package'),
  LOGIN_ORIGIN: address('https://login.microsoftonline.com'),
  GRAPH_BASE_URL: address('https://graph.microsoft.com'),
  BOT_OPENID_METADATA_URL: address(
    'https://login.botframework.com/v1/.well-known/openidconfiguration',
  ),
  BOT_TOKEN_ISSUER: { ja: 'https://api.botframework.com', en: 'https://api.botframework.com' },
  USER_TOKEN_JWKS_URL: address('https://login.microsoftonline.com/{TENANT_ID}/discovery/v2.0/keys'),
  BOT_SERVICE_URLS: {
    ja: 'アドレスをコンマで区切ったもの（例 https://smba.trafficmanager.net）',
    en: 'addresses with commas between them, such as https://smba.trafficmanager.net',
  },
  CONNECTOR_SERVICE_URL: address('https://smba.trafficmanager.net/teams/'),
  SITE_HOSTNAME: {
    ja: 'SharePoint のホスト名（例 contoso.sharepoint.com）',
    en: 'the host of SharePoint, such as contoso.sharepoint.com',
  },
  SITE_PATH: {
    ja: 'サイトのパス（例 /sites/mebuki）',
    en: 'the path of the site, such as /sites/mebuki',
  },
  GRAPH_UNITS_PER_MINUTE: {
    ja: '1分あたりのリソース ユニット数（例 1250）',
    en: 'a number of resource units, such as 1250',
  },
  CHANGE_NOTIFICATIONS: { ja: 'off か on', en: 'off or on' },
  TEAMS_HOST_ORIGINS: {
    ja: 'オリジンをコンマで区切ったもの（なくてもよい）',
    en: 'origins with commas between them, or nothing',
  },
  CLOCK_URL: address('http://127.0.0.1:3979/control/clock'),
  QUIET_HOURS: {
    ja: 'off か、違う2つの時刻（例 17:15-08:30）',
    en: "'off', or two different times such as 17:15-08:30",
  },
  LOG_LEVEL: {
    ja: 'error、warn、info、debug のどれか',
    en: 'one of error, warn, info, debug',
  },
  PROVISION_CLIENT_ID: guid(
    'プロビジョニング用のアプリのクライアント ID',
    'the client id of the provisioning identity',
  ),
  PROVISION_CLIENT_SECRET: {
    ja: 'プロビジョニング用のアプリのクライアントシークレット',
    en: 'the client secret of the provisioning identity',
  },
  PROVISION_CERTIFICATE_PATH: pem,
  PROVISION_CERTIFICATE_KEY_PATH: pem,
};

type FaultTexts = {
  readonly [C in SettingFault['code']]: (fault: Extract<SettingFault, { code: C }>) => string;
};

const ja: FaultTexts = {
  'setting-missing': ({ name }) => `${name} がありません。${wanted[name].ja}を書いてください。`,
  'setting-unfit': ({ name, value }) =>
    `${name} が「${value}」になっています。${wanted[name].ja}を書いてください。`,
  'secret-unfit': ({ name }) =>
    `${name} は使えません。空か、短すぎるか、仮の値です。${wanted[name].ja}を書いてください。`,
  'key-alone': () =>
    'APP_CERTIFICATE_KEY_PATH だけがあります。APP_CERTIFICATE_PATH も書いてください。',
  'credential-missing': () =>
    'APP_SECRET がありません。書くか、代わりに APP_CERTIFICATE_PATH と APP_CERTIFICATE_KEY_PATH を書いてください。',
  'credential-double': () =>
    'APP_SECRET と APP_CERTIFICATE_PATH が両方あります。どちらかを消してください。',
  'provisioning-credential': () =>
    'PROVISION_CLIENT_SECRET を書くか、PROVISION_CERTIFICATE_PATH と PROVISION_CERTIFICATE_KEY_PATH を書くか、`npm run provision -- --sign-in` でサインインしてください。',
  'pem-unfit': ({ name }) =>
    `${name} のファイルの中身が違います。${wanted[name].ja}を書いてください。`,
  'pem-unreadable': ({ name }) =>
    `${name} のファイルを読めません。${wanted[name].ja}を書いてください。`,
  'addresses-mixed': ({ here, elsewhere }) =>
    `アドレスが混ざっています。${here.join('、')} はこのコンピューター、${elsewhere.join('、')} はそれ以外です。どちらかにそろえてください。`,
  'address-unknown': ({ name, origin }) =>
    `${name} の ${origin} は、このサービスの https アドレスではありません。docs/operations のとおりに書いてください。`,
  'clock-in-tenant': () =>
    'CLOCK_URL は、このコンピューターだけで動かすときのものです。消してください。',
  'clock-elsewhere': () => 'CLOCK_URL がこのコンピューターを指していません。消してください。',
  'debug-in-tenant': () =>
    'LOG_LEVEL が「debug」です。これは、このコンピューターだけで動かすときのものです。info と書いてください。',
  'stand-in-secret': () =>
    'APP_SECRET が手元の代役のものです。アプリ登録のクライアントシークレットを書いてください。',
  'certificates-unchecked': () =>
    'NODE_TLS_REJECT_UNAUTHORIZED は証明書の確認を止めます。消してください。プロキシには NODE_EXTRA_CA_CERTS を使います。',
  'server-open': () =>
    'HOST がネットワークに開いていますが、ほかのアドレスはどれもこのコンピューターです。127.0.0.1 と書いてください。',
  'connector-elsewhere': () =>
    'CONNECTOR_SERVICE_URL が BOT_SERVICE_URLS のどれにも含まれません。そのどれかの下を書いてください。',
};

const en: FaultTexts = {
  'setting-missing': ({ name }) => `${name} is missing. Write ${wanted[name].en}.`,
  'setting-unfit': ({ name, value }) => `${name} is "${value}". Write ${wanted[name].en}.`,
  'secret-unfit': ({ name }) =>
    `${name} cannot be used: it is blank, too short or a placeholder. Write ${wanted[name].en}.`,
  'key-alone': () => 'APP_CERTIFICATE_KEY_PATH stands alone. Write APP_CERTIFICATE_PATH too.',
  'credential-missing': () =>
    'APP_SECRET is missing. Write it, or APP_CERTIFICATE_PATH and its key.',
  'credential-double': () =>
    'APP_SECRET and APP_CERTIFICATE_PATH are both set. Take one of them out.',
  'provisioning-credential': () =>
    'Write either PROVISION_CLIENT_SECRET, or PROVISION_CERTIFICATE_PATH with PROVISION_CERTIFICATE_KEY_PATH, or sign in with `npm run provision -- --sign-in`.',
  'pem-unfit': ({ name }) =>
    `${name} names a file that is not what is meant. Write ${wanted[name].en}.`,
  'pem-unreadable': ({ name }) =>
    `${name} names a file that cannot be read. Write ${wanted[name].en}.`,
  'addresses-mixed': ({ here, elsewhere }) =>
    `Addresses are mixed: ${here.join(', ')} on this computer, ${elsewhere.join(', ')} elsewhere. Write all of one kind.`,
  'address-unknown': ({ name, origin }) =>
    `${name} names ${origin}, which is not an https address of the service meant. Write the one docs/operations gives.`,
  'clock-in-tenant': () => 'CLOCK_URL is for addresses on this computer only. Take it out.',
  'clock-elsewhere': () => 'CLOCK_URL is not on this computer. Take it out.',
  'debug-in-tenant': () =>
    'LOG_LEVEL is "debug", which is for addresses on this computer only. Write info.',
  'stand-in-secret': () =>
    'APP_SECRET is the one of the stand-in. Write the one of the app registration.',
  'certificates-unchecked': () =>
    'NODE_TLS_REJECT_UNAUTHORIZED turns the check of certificates off. Take it out; for a proxy use NODE_EXTRA_CA_CERTS.',
  'server-open': () =>
    'HOST is open to the network while all addresses are on this computer. Write 127.0.0.1.',
  'connector-elsewhere': () =>
    'CONNECTOR_SERVICE_URL lies under none of BOT_SERVICE_URLS. Write one of them.',
};

const texts = { ja, en };

/** What is wrong with a setting, and what to write, in one or two sentences. */
export function settingFaultText<C extends SettingFault['code']>(
  fault: Extract<SettingFault, { code: C }>,
  locale: Locale,
): string {
  const say: FaultTexts[C] = texts[locale][fault.code as C];
  return say(fault);
}

/** The same in both languages, for whoever starts the app: nobody has been asked for a language then. */
export const settingFaultInBoth = (fault: SettingFault): string =>
  `${settingFaultText(fault, 'ja')}\n  ${settingFaultText(fault, 'en')}`;
