import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { LocalSettings } from '../../settings.js';

const shape = z.object({
  activities: z
    .object({
      activityTypes: z.array(z.object({ type: z.string(), templateText: z.string() })),
    })
    .optional(),
  authorization: z
    .object({
      permissions: z
        .object({
          resourceSpecific: z.array(z.object({ name: z.string(), type: z.string() })).default([]),
        })
        .optional(),
    })
    .optional(),
});

/** What the package of the app declares for the activity feed. */
export interface PackageActivities {
  /** Parameters of the text by activity type, without those the service fills in. */
  types: ReadonlyMap<string, readonly string[]>;
  /** Whether the package asks for the right to notify those who have the app. */
  mayNotify: boolean;
}

/** The one type that needs no declaration. */
const undeclared: [string, readonly string[]] = ['systemDefault', ['systemDefaultText']];

function parametersOf(templateText: string): string[] {
  return [...templateText.matchAll(/\{(\w+)\}/g)]
    .map(([, name = '']) => name)
    .filter((name) => name !== 'actor');
}

/** Reads manifest/manifest.json below the app's folder, anew each time. */
export function readPackageActivities(settings: LocalSettings): PackageActivities {
  const file = join(settings.appFolder ?? process.cwd(), 'manifest', 'manifest.json');
  const manifest = shape.parse(JSON.parse(readFileSync(file, 'utf8')));
  const declared = manifest.activities?.activityTypes ?? [];
  const resourceSpecific = manifest.authorization?.permissions?.resourceSpecific ?? [];
  return {
    types: new Map([
      undeclared,
      ...declared.map(({ type, templateText }) => [type, parametersOf(templateText)] as const),
    ]),
    mayNotify: resourceSpecific.some(
      ({ name, type }) => name === 'TeamsActivity.Send.User' && type === 'Application',
    ),
  };
}
