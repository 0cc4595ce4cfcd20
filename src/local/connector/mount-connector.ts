import type { LocalRequest, Reply, Router } from '../http.js';
import type { Desk } from '../teams-host/desk.js';
import { type ConnectorCall, ConnectorRefusal, isTheApp } from './connector-call.js';
import { createConversation } from './create-conversation.js';
import { createRateLimits } from './rate-limits.js';
import { refusals } from './refusals.js';
import { member, members, pagedMembers, teamConversations, teamDetails } from './rosters.js';
import { deleteActivity, sendActivity, updateActivity } from './send-activity.js';

type Route = (call: ConnectorCall) => Reply;

const routes: readonly (readonly [method: string, path: string, route: Route])[] = [
  ['POST', '/conversations', createConversation],
  ['POST', '/conversations/:conversation/activities', sendActivity],
  ['POST', '/conversations/:conversation/activities/:activity', sendActivity],
  ['PUT', '/conversations/:conversation/activities/:activity', updateActivity],
  ['DELETE', '/conversations/:conversation/activities/:activity', deleteActivity],
  ['GET', '/conversations/:conversation/pagedmembers', pagedMembers],
  ['GET', '/conversations/:conversation/members', members],
  ['GET', '/conversations/:conversation/members/:member', member],
  ['GET', '/teams/:team', teamDetails],
  ['GET', '/teams/:team/conversations', teamConversations],
];

/** Mounts the Bot Connector below /connector; every call needs the app's own token. */
export function mountConnector(router: Router, desk: Desk): void {
  const limits = createRateLimits(desk.deps.clock.real);
  const guarded = (route: Route) => async (req: LocalRequest) => {
    if (!(await isTheApp(desk, req))) return refusals.unauthorised();
    try {
      return route({ desk, limits, req });
    } catch (fault) {
      if (fault instanceof ConnectorRefusal) return fault.reply;
      throw fault;
    }
  };
  for (const [method, path, route] of routes) {
    router.on(method, `/connector/v3${path}`, guarded(route));
  }
  router.fallback('/connector', (req) => refusals.unknownRoute(req.path));
}
