import type { GraphCall } from './graph-call.js';
import { type GraphContext, openSite } from './graph-context.js';
import { presentTime } from './present-time.js';
import { readSelect } from './read-options.js';
import type { StoredSite } from './stored-types.js';

function presentSite(site: StoredSite, call: GraphCall): object {
  const time = presentTime(site.createdAt);
  const whole: Record<string, unknown> = {
    createdDateTime: time,
    description: '',
    id: site.id,
    lastModifiedDateTime: time,
    name: site.path.split('/').at(-1) ?? '',
    webUrl: `https://${site.hostname}${site.path}`,
    displayName: site.displayName,
    ...(site.path === '' ? { root: {} } : {}),
    siteCollection: { hostname: site.hostname },
  };
  const select = readSelect(call.options, Object.keys(whole));
  return {
    '@odata.context': `${call.base}/$metadata#sites/$entity`,
    ...Object.fromEntries(Object.entries(whole).filter(([name]) => select?.includes(name) ?? true)),
  };
}

/** `GET /sites/{id}`; sites by address arrive here too. */
export function addSites(context: GraphContext): void {
  context.add('GET', '/sites/:site', {
    name: 'GET site',
    units: 1,
    options: ['$select'],
    run: (call) => ({ status: 200, body: presentSite(openSite(context, call, 'read'), call) }),
  });
}
