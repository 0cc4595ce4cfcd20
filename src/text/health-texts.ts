import type { Locale } from '../domain/conversation.js';
import type {
  Finding,
  HealthCode,
  HealthState,
  HealthSubject,
  TokenService,
} from '../domain/health/finding.js';
import { civilDateOf } from '../domain/instant.js';
import { formatDateTime, formatLongDate } from './format.js';
import { settingFaultText } from './setting-texts.js';

type FindingOf<C extends HealthCode> = Extract<Finding, { code: C }>;

/** One sentence or two per finding: what is so, and what to do about it. A missing one does not compile. */
type FindingTexts = { readonly [C in HealthCode]: (finding: FindingOf<C>) => string };

/** The words of the health view and of `npm run doctor`. */
interface HealthTexts {
  readonly subject: Readonly<Record<HealthSubject, string>>;
  readonly state: Readonly<Record<HealthState, string>>;
  readonly service: Readonly<Record<TokenService, string>>;
  readonly finding: FindingTexts;
}

const credentialJa = { secret: 'クライアントシークレット', certificate: '証明書' } as const;
const credentialEn = { secret: 'client secret', certificate: 'certificate' } as const;

const serviceJa = { graph: 'Microsoft Graph', connector: 'Bot Connector' } as const;

const ja: HealthTexts = {
  subject: {
    settings: '設定',
    credential: '資格情報',
    tokens: 'トークン',
    permissions: '権限',
    site: 'サイト',
    lists: 'リスト',
    items: 'リストの項目',
    clock: '時計',
    folder: 'データの置き場',
    people: '役割',
    offices: '所属',
    channels: 'チャネル',
    'bot-endpoint': 'ボットの窓口',
    subscriptions: '変更通知',
    package: 'アプリパッケージ',
    catalogue: 'アプリカタログ',
  },
  state: { sound: '正常', attention: '注意', fault: '要対応' },
  service: serviceJa,
  finding: {
    'settings-sound': () => 'すべて読めました。',
    'setting-wrong': ({ fault }) => settingFaultText(fault, 'ja'),
    'credential-lasts': ({ kind, lastDay, days }) =>
      `${credentialJa[kind]}は${lastDay}まで使えます（あと${days}日）。`,
    'credential-ends-soon': ({ kind, lastDay, days }) =>
      `${credentialJa[kind]}は${lastDay}で切れます（あと${days}日）。Entra 管理センターのアプリの登録で新しいものを作り、設定を差し替えて再起動してください。`,
    'credential-ended': ({ kind, lastDay }) =>
      `${credentialJa[kind]}は${lastDay}で切れました。Entra 管理センターのアプリの登録で新しいものを作り、設定を差し替えて再起動してください。`,
    'secret-end-unknown': () =>
      'クライアントシークレットを使っています。期限はアプリからは分かりません。Entra 管理センターで期限を確かめ、CREDENTIAL_ENDS_ON に YYYY-MM-DD で書いてください（証明書なら期限を自動で確かめます）。',
    'token-given': ({ service }) => `${serviceJa[service]} のトークンを取得できました。`,
    'token-refused': ({ service, said }) =>
      `${serviceJa[service]} のトークンを取得できません。TENANT_ID、APP_ID、資格情報を確かめてください。応答: ${said}`,
    'token-unreachable': ({ service, said }) =>
      `${serviceJa[service]} のトークンを取りに行けません。login.microsoftonline.com への https の通信を許可してください。応答: ${said}`,
    'permission-least': () => 'Sites.Selected のほかに広い権限はありません。',
    'may-install-itself': () =>
      'アプリを開いたことのない職員には、知らせがあるときにアプリが自分でインストールされます。',
    'permissions-wide': ({ roles }) =>
      `必要より広い権限があります: ${roles.join('、')}。Entra 管理センターの「API のアクセス許可」で外してください。必要なのは Sites.Selected だけです（自分をインストールする許可は選べます）。`,
    'permission-missing': () =>
      'Sites.Selected がありません。Entra 管理センターの「API のアクセス許可」で Microsoft Graph のアプリケーションの許可 Sites.Selected を加え、管理者の同意を与えてください。反映には数分かかることがあります。',
    'site-found': ({ address }) => `${address} が見つかりました。`,
    'site-missing': ({ address, said }) =>
      `${address} が見つからないか、アプリに許可されていません。SITE_HOSTNAME と SITE_PATH を確かめ、npm run provision を実行してください。応答: ${said}`,
    'site-unreachable': ({ address, said }) =>
      `${address} を確かめられませんでした。しばらくしてからもう一度実行してください。続くときは graph.microsoft.com への https の通信を確かめてください。応答: ${said}`,
    'graph-away': ({ since }) =>
      `${formatDateTime(since, 'ja')}から SharePoint（Microsoft Graph）とやりとりできません。画面はそれまでの内容を示し、提案は預かって、つながりしだい受け付けます。Microsoft 365 管理センターの「サービス正常性」と、graph.microsoft.com、login.microsoftonline.com への https の通信を確かめてください。`,
    'graph-busy': ({ since }) =>
      `${formatDateTime(since, 'ja')}から SharePoint（Microsoft Graph）に、呼び出しを控えるよう求められています。画面はそれまでの内容を示し、提案は預かって、順に受け付けます。1時間たっても続くときは、同じアプリを使う別の処理がないか、GRAPH_UNITS_PER_MINUTE がライセンス数に合っているかを確かめてください。`,
    'place-denied': ({ place, since }) =>
      `${formatDateTime(since, 'ja')}から「${place}」へのアクセスを断られています。アプリの許可（Sites.Selected とサイトへの write）が外れていないかを確かめ、npm run provision を実行してください。`,
    'place-gone': ({ place, since }) =>
      `${formatDateTime(since, 'ja')}から「${place}」が見つかりません。SharePoint のごみ箱から戻してください。戻せないときは npm run provision で作り直せます（中身は戻りません）。`,
    'place-locked': ({ place, since }) =>
      `${formatDateTime(since, 'ja')}から「${place}」がロックされています。SharePoint 管理センターでサイトのロックを外してください。`,
    'place-full': ({ place, since }) =>
      `${formatDateTime(since, 'ja')}から「${place}」に空きがありません。SharePoint 管理センターでサイトの記憶域を増やしてください。`,
    'may-write': () => '書き込みが許可されています。',
    'may-not-write': ({ said }) =>
      `サイトへの書き込みが許可されていません。npm run provision を実行してください（write を与えます）。応答: ${said}`,
    'grant-stands': () => 'アプリに write が与えられています。',
    'grant-lacks': () =>
      'アプリに write が与えられていません。npm run provision を実行してください。',
    'lists-sound': ({ lists, columns }) => `リスト${lists}個、列${columns}個がそろっています。`,
    'list-differs': ({ said }) => said,
    'items-sound': () => 'すべて芽吹きが書いたとおりです。',
    'items-to-check': ({ items }) =>
      `芽吹きが書いたとおりでない項目が${items}件あります（要確認）。管理者の一覧（/api/list-faults）に、それぞれの直し方があります。`,
    'numbers-missing': ({ count, first }) =>
      `${first}など、提案番号が${count}件欠けています。SharePoint のごみ箱から項目を戻してください。`,
    'clock-agrees': ({ seconds }) =>
      `サーバーの時計は Microsoft と合っています（差${seconds}秒）。`,
    'clock-differs': ({ seconds }) =>
      `サーバーの時計が${Math.abs(seconds)}秒${seconds > 0 ? '進んで' : '遅れて'}います。締切や公表の時刻がずれ、トークンが拒まれることがあります。時刻同期（NTP）を直してください。`,
    'roles-unknown': ({ since }) =>
      `役割の一覧を${formatDateTime(since, 'ja')}から読めていません。確かめられるまで、事務局などの役割はだれにも認められません（提案と自分の提案の確認は使えます）。SharePoint とつながると自動で戻ります。`,
    'has-administrator': ({ people }) => `管理者が${people}人います。`,
    'no-administrator': () =>
      '管理者がいません。Entra のアプリロール Mebuki.Administrator を1人に割り当てるか、リスト「芽吹き 役割」に管理者を1行加えてください。',
    'offices-known': () => '覚えている所属はすべてマスタにあります。',
    'office-unknown': ({ office, people }) =>
      `所属「${office}」がいまの部局マスタにありません（${people}人）。部局マスタに加えるか、本人が次の提案で選び直すのを待ってください。`,
    'departments-headed': () => 'すべての部局に所属長がいます。',
    'department-without-head': ({ departments }) =>
      `所属長のいない部局があります: ${departments.join('、')}。リスト「芽吹き 役割」に加えてください。いないあいだ、その部局で所属長の確認ができません。`,
    'channels-mapped': () => 'お知らせの届く先がそろっています。',
    'no-channel-for-staff': () =>
      '職員向けのチャネルがありません。公表は提案者だけに届きます。リスト「芽吹き チャネル」に加えてください。',
    'no-channel-for-secretariat': () =>
      '事務局のチャネルがありません。受付のお知らせはタブだけで見ることになります。リスト「芽吹き チャネル」に加えてください。',
    'department-without-channel': ({ departments }) =>
      `チャネルのない部局があります: ${departments.join('、')}。照会はタブだけに出ます。リスト「芽吹き チャネル」に加えてください。`,
    'bot-endpoint-guarded': ({ address }) => `${address} が応え、知らない相手を断りました。`,
    'bot-endpoint-unreachable': ({ address, said }) =>
      `${address} に届きません。Bot Service から見えるかを外から確かめてください（サーバー自身からは見えない構成もあります）。応答: ${said}`,
    'bot-endpoint-strange': ({ address, status }) =>
      `${address} が ${status} を返しました（401 か 403 のはずです）。PUBLIC_ORIGIN と、間にある中継（プロキシ、WAF）の設定を確かめてください。`,
    'subscriptions-off': () =>
      '使っていません（CHANGE_NOTIFICATIONS=off）。リストは決まった間隔で確かめています。',
    'subscriptions-kept': ({ lists }) =>
      `リスト${lists}個の変更が Microsoft Graph から知らされます。`,
    'subscriptions-missing': ({ names }) =>
      `変更が知らされないリストがあります: ${names.join('、')}。アプリが動いていれば15分以内に購読します。続くときは管理者の画面で理由を確かめてください。リストは決まった間隔で確かめています。`,
    'subscriptions-denied': ({ since, said }) =>
      `${formatDateTime(since, 'ja')}から、変更通知の購読を断られています。リストは決まった間隔で確かめているので、変更が伝わるのが遅くなるだけです。Sites.Selected では購読できないテナントの可能性があります。権限は広げず、CHANGE_NOTIFICATIONS を off にしてください。応答: ${said}`,
    'subscriptions-unreached': ({ since, said }) =>
      `${formatDateTime(since, 'ja')}から、Microsoft Graph が PUBLIC_ORIGIN の /api/change-notifications に届かないため、変更通知を購読できません。リストは決まった間隔で確かめています。Microsoft Graph からの https の通信を許可するか、CHANGE_NOTIFICATIONS を off にしてください。応答: ${said}`,
    'subscriptions-failing': ({ since, said }) =>
      `${formatDateTime(since, 'ja')}から、変更通知の購読がうまくいっていません。リストは決まった間隔で確かめ、購読も試し続けます。応答: ${said}`,
    'door-unanswered': ({ address, said }) =>
      `${address} が確認の呼び出しに正しく応えません。外から届くか、間にある中継（プロキシ、WAF）が問い合わせの文字列や本文を変えていないかを確かめてください（サーバー自身からは見えない構成もあります）。応答: ${said}`,
    'package-agrees': () => 'build/mebuki.zip は設定と合っています。',
    'package-absent': () =>
      'build/mebuki.zip がありません。npm run package -- --env prod で作ってください。',
    'package-differs': ({ names }) =>
      `build/mebuki.zip が設定と違います: ${names.join('、')}。npm run package -- --env prod で作り直し、Teams 管理センターで更新してください。`,
    'in-catalogue': () => '組織のアプリカタログにあります。',
    'not-in-catalogue': () =>
      '組織のアプリカタログにありません。Teams 管理センターの「アプリを管理」で build/mebuki.zip をアップロードし、職員に許可してください。',
    'catalogue-unread': ({ said }) =>
      `アプリカタログは確かめていません。Teams 管理センターの「アプリを管理」で芽吹きを見てください（確かめるには、プロビジョニング用の登録に AppCatalog.Read.All が要ります）。応答: ${said}`,
    'folder-kept': ({ starts, since }) =>
      `${formatLongDate(civilDateOf(since), 'ja')}から、${starts}回の起動にわたって残っています。`,
    'folder-unproved': () =>
      'DATA_DIR が再起動の後も残るかは、まだ分かりません。アプリを再起動してから、もう一度実行してください。',
    'folder-unwritable': ({ said }) =>
      `DATA_DIR に書けません。受け付けた様式を預かれないので、書き込める場所にしてください。応答: ${said}`,
    'snapshot-fails': ({ since, said }) =>
      `${formatDateTime(since, 'ja')}から、再起動に備えた控えを DATA_DIR に書き終えられていません。いまは動いていますが、次の起動に時間がかかり、SharePoint とつながらないときは起動できないことがあります。空き容量と書き込みの許可を確かめてください。応答: ${said}`,
    'forms-waiting': ({ forms, since }) =>
      `預かった提案が${forms}件、受付を待っています（いちばん古いものは${formatDateTime(since, 'ja')}）。SharePoint とつながりしだい、送られた順に受け付けます。`,
    'forms-damaged': ({ files }) =>
      `預かった提案のファイルのうち、壊れていて読めないものがあります: ${files.join('、')}（DATA_DIR の spool）。内容を開いて確かめ、送った人にもう一度お願いするか、代理受付で入力してから、ファイルを消してください。`,
    'check-failed': ({ said }) => `確かめられませんでした。応答: ${said}`,
  },
};

const en: HealthTexts = {
  subject: {
    settings: 'Settings',
    credential: 'Credential',
    tokens: 'Tokens',
    permissions: 'Permissions',
    site: 'Site',
    lists: 'Lists',
    items: 'Items',
    clock: 'Clock',
    folder: 'Data folder',
    people: 'Roles',
    offices: 'Offices',
    channels: 'Channels',
    'bot-endpoint': 'Bot endpoint',
    subscriptions: 'Change notifications',
    package: 'App package',
    catalogue: 'App catalogue',
  },
  state: { sound: 'sound', attention: 'attention', fault: 'to be put right' },
  service: serviceJa,
  finding: {
    'settings-sound': () => 'All of them could be read.',
    'setting-wrong': ({ fault }) => settingFaultText(fault, 'en'),
    'credential-lasts': ({ kind, lastDay, days }) =>
      `The ${credentialEn[kind]} serves until ${lastDay} (${days} days).`,
    'credential-ends-soon': ({ kind, lastDay, days }) =>
      `The ${credentialEn[kind]} ends on ${lastDay} (${days} days). Make a new one in the app registration (Entra admin center), put it into the settings and restart.`,
    'credential-ended': ({ kind, lastDay }) =>
      `The ${credentialEn[kind]} ended on ${lastDay}. Make a new one in the app registration (Entra admin center), put it into the settings and restart.`,
    'secret-end-unknown': () =>
      'A client secret is used, and the app cannot see when it ends. Look it up in the Entra admin center and write it into CREDENTIAL_ENDS_ON as YYYY-MM-DD (the end of a certificate is seen by itself).',
    'token-given': ({ service }) => `A token for ${serviceJa[service]} was given.`,
    'token-refused': ({ service, said }) =>
      `No token for ${serviceJa[service]}. Check TENANT_ID, APP_ID and the credential. Answer: ${said}`,
    'token-unreachable': ({ service, said }) =>
      `A token for ${serviceJa[service]} cannot be asked for. Allow https to login.microsoftonline.com. Answer: ${said}`,
    'permission-least': () => 'Sites.Selected and nothing wider.',
    'may-install-itself': () =>
      'The app installs itself for people who never opened it when there is something to tell them.',
    'permissions-wide': ({ roles }) =>
      `Wider than needed: ${roles.join(', ')}. Remove them under "API permissions" in the Entra admin center. Sites.Selected is all that is needed; the permission to install itself is a choice.`,
    'permission-missing': () =>
      'Sites.Selected is missing. Under "API permissions" in the Entra admin center add the Microsoft Graph application permission Sites.Selected and grant admin consent. It can take some minutes to take effect.',
    'site-found': ({ address }) => `${address} was found.`,
    'site-missing': ({ address, said }) =>
      `${address} was not found, or the app has no grant on it. Check SITE_HOSTNAME and SITE_PATH, then run npm run provision. Answer: ${said}`,
    'site-unreachable': ({ address, said }) =>
      `${address} could not be looked at. Run this again in a while. If it stays so, check https to graph.microsoft.com. Answer: ${said}`,
    'graph-away': ({ since }) =>
      `Since ${formatDateTime(since, 'en')} nothing gets through to SharePoint (Microsoft Graph). Pages show what was known by then; proposals are kept and stored once it is back. Look at "Service health" in the Microsoft 365 admin center and at https to graph.microsoft.com and login.microsoftonline.com.`,
    'graph-busy': ({ since }) =>
      `Since ${formatDateTime(since, 'en')} SharePoint (Microsoft Graph) asks to be called less. Pages show what was known by then; proposals are kept and stored in order. If it lasts for an hour, look whether something else uses the same app, and whether GRAPH_UNITS_PER_MINUTE fits the number of licences.`,
    'place-denied': ({ place, since }) =>
      `Since ${formatDateTime(since, 'en')} access to "${place}" is refused. Check that the app still has Sites.Selected and write on the site, and run npm run provision.`,
    'place-gone': ({ place, since }) =>
      `Since ${formatDateTime(since, 'en')} "${place}" cannot be found. Restore it from the recycle bin of SharePoint. Where that is no longer possible npm run provision makes it again, without what was in it.`,
    'place-locked': ({ place, since }) =>
      `Since ${formatDateTime(since, 'en')} "${place}" is locked. Unlock the site in the SharePoint admin center.`,
    'place-full': ({ place, since }) =>
      `Since ${formatDateTime(since, 'en')} there is no room left in "${place}". Raise the storage of the site in the SharePoint admin center.`,
    'may-write': () => 'Writing is granted.',
    'may-not-write': ({ said }) =>
      `Writing on the site is not granted. Run npm run provision (it grants write). Answer: ${said}`,
    'grant-stands': () => 'The app is granted write.',
    'grant-lacks': () => 'The app is not granted write. Run npm run provision.',
    'lists-sound': ({ lists, columns }) => `${lists} lists with ${columns} columns are in place.`,
    'list-differs': ({ said }) => said,
    'items-sound': () => 'All of them are as the product wrote them.',
    'items-to-check': ({ items }) =>
      `${items} items are not as the product wrote them (to be checked). The list for administrators (/api/list-faults) says for each how to put it right.`,
    'numbers-missing': ({ count, first }) =>
      `${count} proposal numbers are missing, ${first} among them. Restore the items from the recycle bin of SharePoint.`,
    'clock-agrees': ({ seconds }) =>
      `The clock of the server agrees with Microsoft (${seconds} s apart).`,
    'clock-differs': ({ seconds }) =>
      `The clock of the server is ${Math.abs(seconds)} s ${seconds > 0 ? 'fast' : 'slow'}. Deadlines and publications come at the wrong time, and tokens may be refused. Put time synchronisation (NTP) right.`,
    'roles-unknown': ({ since }) =>
      `Who holds which role could not be read since ${formatDateTime(since, 'en')}. Until it can, nobody holds a role such as the secretariat's (proposing and one's own proposals work). It comes back by itself once SharePoint answers.`,
    'has-administrator': ({ people }) =>
      people === 1 ? 'There is one administrator.' : `There are ${people} administrators.`,
    'no-administrator': () =>
      'There is no administrator. Assign the Entra app role Mebuki.Administrator to one person, or add a line with the role to the list 芽吹き 役割.',
    'offices-known': () => 'Every remembered office is in the masters.',
    'office-unknown': ({ office, people }) =>
      `The office "${office}" is not among the present departments (${people} people). Add it to the departments, or let them choose again with their next proposal.`,
    'departments-headed': () => 'Every department has a head.',
    'department-without-head': ({ departments }) =>
      `Departments without a head: ${departments.join(', ')}. Add them to the list 芽吹き 役割. Until then nobody there can confirm as head.`,
    'channels-mapped': () => 'Every message has a channel to go to.',
    'no-channel-for-staff': () =>
      'There is no channel for all staff: what is published reaches proposers only. Add one to the list 芽吹き チャネル.',
    'no-channel-for-secretariat': () =>
      'There is no channel for the secretariat: what arrives is seen in the tab only. Add one to the list 芽吹き チャネル.',
    'department-without-channel': ({ departments }) =>
      `Departments without a channel: ${departments.join(', ')}. What they are asked shows in the tab only. Add them to the list 芽吹き チャネル.`,
    'bot-endpoint-guarded': ({ address }) => `${address} answered and refused a stranger.`,
    'bot-endpoint-unreachable': ({ address, said }) =>
      `${address} cannot be reached. Check from outside whether Bot Service can see it (some networks hide a server from itself). Answer: ${said}`,
    'bot-endpoint-strange': ({ address, status }) =>
      `${address} answered ${status} where 401 or 403 was due. Check PUBLIC_ORIGIN and what stands between (proxy, firewall).`,
    'subscriptions-off': () =>
      'Not used (CHANGE_NOTIFICATIONS=off). Lists are asked at their intervals.',
    'subscriptions-kept': ({ lists }) => `Microsoft Graph tells changes of ${lists} lists.`,
    'subscriptions-missing': ({ names }) =>
      `Changes of these lists are not told: ${names.join(', ')}. The running app subscribes to them within 15 minutes. If it stays so, see the reason in its health view. Lists are asked at their intervals.`,
    'subscriptions-denied': ({ since, said }) =>
      `Since ${formatDateTime(since, 'en')} subscribing to changes is refused. Lists are asked at their intervals, so that changes only show later. Perhaps Sites.Selected is not enough for it in this tenant: do not grant more, set CHANGE_NOTIFICATIONS to off. Answer: ${said}`,
    'subscriptions-unreached': ({ since, said }) =>
      `Since ${formatDateTime(since, 'en')} Microsoft Graph does not reach /api/change-notifications at PUBLIC_ORIGIN, so that changes cannot be subscribed to. Lists are asked at their intervals. Allow https from Microsoft Graph, or set CHANGE_NOTIFICATIONS to off. Answer: ${said}`,
    'subscriptions-failing': ({ since, said }) =>
      `Since ${formatDateTime(since, 'en')} subscribing to changes has failed. Lists are asked at their intervals, and subscribing is tried on. Answer: ${said}`,
    'door-unanswered': ({ address, said }) =>
      `${address} does not answer the call that confirms it as it should. Check from outside whether it is reached, and whether a proxy or firewall between alters queries or bodies (some set-ups cannot be seen from the server itself). Answer: ${said}`,
    'package-agrees': () => 'build/mebuki.zip agrees with the settings.',
    'package-absent': () =>
      'There is no build/mebuki.zip. Make it with npm run package -- --env prod.',
    'package-differs': ({ names }) =>
      `build/mebuki.zip differs from the settings: ${names.join(', ')}. Make it again with npm run package -- --env prod and update it in the Teams admin center.`,
    'in-catalogue': () => 'It is in the catalogue of the organisation.',
    'not-in-catalogue': () =>
      'It is not in the catalogue of the organisation. Upload build/mebuki.zip under "Manage apps" in the Teams admin center and allow it for the staff.',
    'catalogue-unread': ({ said }) =>
      `The catalogue was not looked at. See "Manage apps" in the Teams admin center (to have it checked, give the provisioning registration AppCatalog.Read.All). Answer: ${said}`,
    'folder-kept': ({ starts, since }) =>
      `Kept since ${formatLongDate(civilDateOf(since), 'en')}, over ${starts} starts.`,
    'folder-unproved': () =>
      'Whether DATA_DIR outlives a restart is not known yet. Restart the app, then run this again.',
    'folder-unwritable': ({ said }) =>
      `DATA_DIR cannot be written to, so accepted forms cannot be kept. Name a place that can. Answer: ${said}`,
    'snapshot-fails': ({ since, said }) =>
      `Since ${formatDateTime(since, 'en')} what a restart goes on from could not be written to DATA_DIR to its end. The app works; its next start may take long, and may not succeed while SharePoint is away. Check free space and the right to write. Answer: ${said}`,
    'forms-waiting': ({ forms, since }) =>
      `${forms === 1 ? 'One kept proposal waits' : `${forms} kept proposals wait`} to be stored (the oldest since ${formatDateTime(since, 'en')}). They are stored in the order they were sent once SharePoint is back.`,
    'forms-damaged': ({ files }) =>
      `Files of kept proposals are damaged and cannot be read: ${files.join(', ')} (spool in DATA_DIR). Open them, ask their senders again or enter them on their behalf, then delete the files.`,
    'check-failed': ({ said }) => `Could not be looked at. Answer: ${said}`,
  },
};

const texts: Readonly<Record<Locale, HealthTexts>> = { ja, en };

/** The words of the health view in a language. */
export const healthTerms = (locale: Locale): Pick<HealthTexts, 'subject' | 'state'> =>
  texts[locale];

/** A finding in one sentence or two, with the remedy. */
export function findingText(finding: Finding, locale: Locale): string {
  // Each code's function takes exactly that code's finding; the compiler cannot see the pairing across a union.
  const sentence = texts[locale].finding[finding.code] as (finding: Finding) => string;
  return sentence(finding);
}
