import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import { z } from 'zod';
import type { Finding } from '../domain/health/finding.js';
import { hasCode } from '../spool/has-code.js';

/** What the settings say that the package must say too. */
export interface PackageSettings {
  readonly appId: string;
  readonly appIdUri: string;
  readonly teamsAppId: string;
  readonly publicOrigin: string;
}

const manifestShape = z.object({
  id: z.string(),
  bots: z.array(z.object({ botId: z.string() })).min(1),
  webApplicationInfo: z.object({ id: z.string(), resource: z.string() }),
  validDomains: z.array(z.string()),
  staticTabs: z.array(z.object({ contentUrl: z.string().optional() })),
});

/** Whether the app package at `path` names the same app, bot and address as the settings. */
export async function examinePackage(
  path: string,
  settings: PackageSettings,
): Promise<readonly Finding[]> {
  const zip = await readFile(path).catch((fault: unknown) => {
    if (hasCode(fault, 'ENOENT')) return undefined;
    throw fault;
  });
  if (!zip) return [{ code: 'package-absent' }];
  const file = unzipSync(zip)['manifest.json'];
  if (!file) return [{ code: 'package-differs', names: ['manifest.json'] }];
  const manifest = manifestShape.parse(JSON.parse(strFromU8(file)));
  const { host } = new URL(settings.publicOrigin);
  const contents = manifest.staticTabs.flatMap(({ contentUrl }) => contentUrl ?? []);
  const agrees: Readonly<Record<string, boolean>> = {
    TEAMS_APP_ID: manifest.id.toLowerCase() === settings.teamsAppId,
    APP_ID:
      manifest.webApplicationInfo.id.toLowerCase() === settings.appId &&
      manifest.bots.every(({ botId }) => botId.toLowerCase() === settings.appId),
    APP_ID_URI: manifest.webApplicationInfo.resource === settings.appIdUri,
    PUBLIC_DOMAIN: manifest.validDomains.includes(host),
    PUBLIC_ORIGIN: contents.every((url) => url.startsWith(`${settings.publicOrigin}/`)),
  };
  const names = Object.keys(agrees).filter((name) => !agrees[name]);
  return [names.length === 0 ? { code: 'package-agrees' } : { code: 'package-differs', names }];
}
