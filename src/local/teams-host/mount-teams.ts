import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { z } from 'zod';
import { mountConnector } from '../connector/mount-connector.js';
import type { MountFamily } from '../deps.js';
import type { LocalRequest, Reply, Router } from '../http.js';
import { type Desk, openDesk } from './desk.js';
import { cardAction } from './host-actions.js';
import { hostEvents } from './host-events.js';
import { extensionDialog, extensionQuery, insertCard } from './host-extension.js';
import { changeInstall, installForPerson, uninstallForPerson } from './host-installs.js';
import { sendMessage } from './host-messages.js';
import { HostRefusal, hostBase, hostBody, hostPerson, onHost } from './host-routes.js';
import { hostState, readMasters } from './host-state.js';
import { mountPageFiles } from './page-files.js';
import { readTeams } from './places.js';
import { addTab, removeTab } from './tabs.js';

const seed = (name: string) => new URL(`../seed/${name}`, import.meta.url);

async function token(desk: Desk, req: LocalRequest): Promise<Reply> {
  const { person } = hostBody(z.object({ person: z.string() }), req);
  return {
    status: 200,
    body: { token: await desk.deps.entra.mintUserToken(hostPerson(desk, person)) },
  };
}

function appIcon(desk: Desk): Reply {
  const read = desk.app('ja-JP');
  if (!('icon' in read) || read.icon === undefined) throw new HostRefusal(404, 'there is no icon');
  const headers = { 'Content-Type': 'image/png', 'Cache-Control': 'no-cache' };
  return { status: 200, headers, body: readFileSync(read.icon) };
}

function mountHost(router: Router, desk: Desk, streams: Set<ServerResponse>): void {
  const masters = readMasters(seed('masters.json'));
  onHost(router, 'GET', '/host/state', (req) => hostState(desk, masters, req));
  onHost(router, 'GET', '/host/events', (req, res) => hostEvents(desk, streams, req, res));
  onHost(router, 'GET', '/host/app-icon', () => appIcon(desk));
  onHost(router, 'POST', '/host/messages', (req) => sendMessage(desk, req));
  onHost(router, 'POST', '/host/actions', (req) => cardAction(desk, req));
  onHost(router, 'POST', '/host/extension/query', (req) => extensionQuery(desk, req));
  onHost(router, 'POST', '/host/extension/dialog', (req) => extensionDialog(desk, req));
  onHost(router, 'POST', '/host/extension/insert', (req) => insertCard(desk, req));
  onHost(router, 'POST', '/host/token', (req) => token(desk, req));
  onHost(router, 'POST', '/host/installs', (req) => changeInstall(desk, req, true));
  onHost(router, 'DELETE', '/host/installs', (req) => changeInstall(desk, req, false));
  onHost(router, 'POST', '/host/tabs', (req) => addTab(desk, req));
  onHost(router, 'DELETE', '/host/tabs', (req) => removeTab(desk, req));
  router.fallback('/host', () => ({ status: 404, body: { error: 'not a host address' } }));
}

/** Teams itself: the Bot Connector below /connector, the host page at / and its backend /host. */
export const mountTeams: MountFamily = (router, deps) => {
  const desk = openDesk(deps, readTeams(seed('teams.json')));
  const streams = new Set<ServerResponse>();
  deps.installDoor.connect({
    install: (person, origin) => installForPerson(desk, person, hostBase(desk, { origin })),
    uninstall: (person, origin) => uninstallForPerson(desk, person, hostBase(desk, { origin })),
  });
  mountConnector(router, desk);
  mountHost(router, desk, streams);
  mountPageFiles(router);
  return () => {
    desk.door.close();
    for (const stream of streams) stream.end();
  };
};
