/** What the page around the tab is asked for in its address. */
export interface HostWish {
  readonly tab: string;
  readonly theme?: string;
  readonly locale?: string;
  readonly subPageId?: string;
  readonly frameContext?: string;
  /** Teams refuses to give a token. */
  readonly refusesToken?: string;
}

/**
 * A page that speaks the host side of teams-js 2.58 with the tab in its frame: the messages and answers established
 * in the fact sheet. What the tab told is kept in `window.told`.
 */
export function hostPage(wish: HostWish): string {
  const runtime = JSON.stringify({
    apiVersion: 4,
    isLegacyTeams: false,
    hostVersionsInfo: { adaptiveCardSchemaVersion: { majorVersion: 1, minorVersion: 5 } },
    supports: { app: {}, pages: { config: {}, backStack: {} }, dialog: {}, teamsCore: {} },
  });
  const frameContext = wish.frameContext ?? 'content';
  const context = {
    locale: wish.locale ?? 'ja-jp',
    theme: wish.theme ?? 'default',
    sessionId: 's',
    appSessionId: 's',
    hostName: 'Teams',
    hostClientType: 'web',
    appId: '00000000-0000-4000-8000-000000000001',
    entityId: 'mebuki',
    subEntityId: wish.subPageId,
    frameContext,
    userObjectId: 'a3c1c2e4-8e41-4fab-a088-b5a63108ae3d',
    tid: '00000000-0000-4000-8000-000000000002',
  };
  return `<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>host</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>html,body,iframe{margin:0;width:100%;height:100%;border:0;display:block;overflow:hidden}</style>
</head><body><iframe id="tab" title="tab" src="${wish.tab}"
 sandbox="allow-scripts allow-same-origin allow-forms allow-popups"></iframe><script>
const frame = document.getElementById('tab');
const origin = new URL(frame.src).origin;
window.told = [];
let tokens = 0;
window.settings = {};
const answers = {
  initialize: () => ['${frameContext}', 'web', ${JSON.stringify(runtime)}, '2.58.0'],
  getContext: () => [${JSON.stringify(context)}],
  'authentication.getAuthToken': () => ${
    wish.refusesToken === undefined
      ? '[true, "token-" + (tokens += 1)]'
      : JSON.stringify([false, wish.refusesToken])
  },
  'settings.setSettings': ([settings]) => { window.settings = settings; return [true]; },
};
window.addEventListener('message', (event) => {
  if (event.source !== frame.contentWindow || event.origin !== origin) return;
  const { id, uuidAsString, func, args } = event.data;
  window.told.push({ func, args });
  const answer = answers[func]?.(args ?? []);
  if (answer) frame.contentWindow.postMessage({ id, uuidAsString, args: answer }, origin);
});
window.push = (func, args) => frame.contentWindow.postMessage({ func, args }, origin);
</script></body></html>`;
}
