import { type RefObject, useEffect, useRef } from 'react';
import type { HostChannel, HostTab, HostTeam } from '../wire.js';
import { type Desk, type Push, useDesk } from './desk.js';
import { hostClient } from './host-client.js';
import { tabContext } from './tab-context.js';
import { serveTab, type TabServices } from './tab-protocol.js';

/** Where a tab frame stands. */
export interface TabFramePlace {
  readonly tab: Pick<HostTab, 'entityId' | 'contentUrl' | 'name'> & Partial<HostTab>;
  readonly frameContext: 'content' | 'settings' | 'task';
  readonly subPageId?: string | undefined;
  readonly team?: HostTeam | undefined;
  readonly channel?: HostChannel | undefined;
}

const session = crypto.randomUUID();

function servicesOf(desk: Desk, place: TabFramePlace, push: Push): TabServices {
  const { state } = desk;
  const appId = state.app?.id ?? '';
  return {
    frameContext: place.frameContext,
    context: () =>
      tabContext(
        { ...place, me: state.me, tenantId: state.tenantId, appId, theme: desk.theme },
        session,
      ),
    token: () => hostClient.token(state.me.id).then((answer) => answer.token),
    openLink: desk.openLink,
    navigateToApp: (target) => {
      if (target['appId'] !== appId) return false;
      const sub = target['subPageId'];
      return desk.openTab({
        entityId: String(target['pageId']),
        subPageId: typeof sub === 'string' ? sub : undefined,
        channelId: typeof target['channelId'] === 'string' ? target['channelId'] : undefined,
      });
    },
    shareLink: (subPageId, label) => {
      const context = encodeURIComponent(JSON.stringify({ subPageId }));
      const page = encodeURIComponent(place.tab.entityId);
      const link = `https://teams.microsoft.com/l/entity/${appId}/${page}?context=${context}`;
      desk.say(`${desk.texts.linkCopied}: ${label} ${link}`);
    },
    selectPeople: desk.selectPeople,
    startTask: (info) => desk.startTask(info, push),
    forward: (func, args) => {
      if (place.frameContext !== 'task') desk.tellTask(func, args);
    },
    getSettings: () => ({
      entityId: place.tab.entityId,
      contentUrl: place.tab.contentUrl,
      websiteUrl: place.tab.websiteUrl,
      suggestedDisplayName: place.tab.name,
    }),
  };
}

/**
 * Serves the teams-js protocol to `frame` for as long as the component lives and pushes theme
 * changes. `extra` replaces or adds services (settings and dialog frames). Returns the push function.
 */
export function useTabHost(
  frame: RefObject<HTMLIFrameElement | null>,
  place: TabFramePlace,
  extra: Partial<TabServices>,
): RefObject<Push> {
  const desk = useDesk();
  const push = useRef<Push>(() => undefined);
  const latest = useRef({ desk, place, extra });
  latest.current = { desk, place, extra };
  const origins = desk.state.app?.tabOrigins ?? [];
  const originList = origins.join(' ');

  useEffect(() => {
    const served = serveTab(
      () => frame.current?.contentWindow,
      originList.split(' '),
      () => {
        const now = latest.current;
        return { ...servicesOf(now.desk, now.place, push.current), ...now.extra };
      },
    );
    push.current = served.push;
    return served.stop;
  }, [frame, originList]);

  useEffect(() => {
    push.current('themeChange', [desk.theme]);
  }, [desk.theme]);

  return push;
}
